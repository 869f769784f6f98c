import { useTranslation } from 'react-i18next'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'

export function NotFound() {
  const { t } = useTranslation('shell')
  return (
    <Page title={t('notFoundTitle')} width="reading">
      <EmptyState
        text={t('notFoundText')}
        action={
          <ButtonLink tone="primary" to={paths.home()}>
            {t('errorHome')}
          </ButtonLink>
        }
      />
    </Page>
  )
}
