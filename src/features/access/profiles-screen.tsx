import { UserRoundPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { switchProfile } from '#data/profiles.ts'
import type { Profile } from '#data/workspace.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import styles from './access.module.css'
import { reopenApp } from './reopen-app.ts'
import { ROLE_KEYS } from './role-key.ts'
import { useProfiles } from './use-profiles.ts'

/** Who uses this browser. Each person has their own data and their own rights. */
export function ProfilesScreen() {
  const { t } = useTranslation('access')
  const profiles = useProfiles()

  async function open({ device }: Profile) {
    await switchProfile(device)
    reopenApp()
  }

  const add = (
    <ButtonLink to={paths.join()} icon={UserRoundPlus}>
      {t('addPerson')}
    </ButtonLink>
  )
  return (
    <Page title={t('profilesTitle')} lead={t('profilesLead')} width="reading">
      {!profiles && <Loading />}
      {profiles?.length === 0 && <EmptyState text={t('noProfile')} action={add} />}
      {profiles && profiles.length > 0 && (
        <>
          <ul className={styles.rows}>
            {profiles.map((profile) => (
              <li key={profile.device}>
                <div>
                  <p className={styles.name}>{profile.person.name}</p>
                  <p className={styles.detail}>
                    {t(ROLE_KEYS[profile.person.role])}, {profile.dispositif.name},{' '}
                    {profile.deviceLabel}
                  </p>
                </div>
                <Button onClick={() => reportFailure(open(profile))}>
                  {t('openAs', { name: profile.person.name })}
                </Button>
              </li>
            ))}
          </ul>
          <div>{add}</div>
        </>
      )}
    </Page>
  )
}
