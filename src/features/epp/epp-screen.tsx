import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { textField } from '#domain/shared/json.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { EppFlow } from './epp-flow.tsx'
import { EppResult } from './epp-result.tsx'
import { useEpp } from './use-epp.ts'
import { useMayFill } from './use-may-fill.ts'

export function EppScreen() {
  const { t } = useTranslation('epp')
  const { id = '' } = useParams()
  const view = useEpp(id)
  const mayFill = useMayFill()
  if (view.kind !== 'ready') {
    return (
      <Page title={t('title')} back={{ to: paths.epps(), label: t('back') }}>
        <EmptyState
          text={t(view.kind === 'missing' ? 'missing' : 'unknownForm')}
          action={<ButtonLink to={paths.epps()}>{t('toList')}</ButtonLink>}
        />
      </Page>
    )
  }
  const isClosed = textField(view.snapshot.fields, 'status') === 'closed'
  // Who may only read finds the same answers, and their counts, on the result.
  return isClosed || !mayFill(view.site.id) ? (
    <EppResult context={view} />
  ) : (
    <EppFlow key={id} context={view} />
  )
}
