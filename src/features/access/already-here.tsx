import { useTranslation } from 'react-i18next'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { Notice } from '#ui/notice.tsx'
import { useProfiles } from './use-profiles.ts'

/** Someone uses this browser already: says who, and that a new code adds a person. */
export function AlreadyHere() {
  const { t } = useTranslation('access')
  const profiles = useProfiles()
  if (!profiles || profiles.length === 0) return null
  const names = profiles.map(({ person }) => person.name).join(', ')
  return (
    <Notice
      title={t('alreadyHere', { names })}
      action={<ButtonLink to={paths.profiles()}>{t('openProfile')}</ButtonLink>}
    >
      {t('alreadyHereText')}
    </Notice>
  )
}
