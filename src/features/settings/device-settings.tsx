import { Cloud, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import { textField } from '#domain/shared/json.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { Section } from '#ui/section.tsx'
import styles from './settings.module.css'

/** Who uses this device, and what the server calls it. */
export function DeviceSettings() {
  const { t } = useTranslation('settings')
  const { profile } = useWorkspace()
  const homes = useRecords('site')
    .map(({ fields }) => textField(fields, 'name'))
    .sort((a, b) => a.localeCompare(b, 'fr'))
  const rows = [
    [t('person'), profile.person.name],
    [t('role'), t(`role_${profile.person.role}`)],
    [t('dispositif'), profile.dispositif.name],
    [t('homes'), homes.join(', ') || t('homesUnknown')],
    [t('device'), profile.deviceLabel],
  ] as const
  return (
    <Section title={t('thisDevice')}>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.links}>
        <ButtonLink to={paths.profiles()} icon={Users}>
          {t('changePerson')}
        </ButtonLink>
        <ButtonLink to={paths.sync()} icon={Cloud}>
          {t('seeSync')}
        </ButtonLink>
      </div>
    </Section>
  )
}
