import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { CaredDevice } from '#protocol/care.ts'
import { DataTable } from '#ui/data-table.tsx'
import { formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { ROLE_WORDS } from './review/use-author-words.ts'
import { useAsked } from './use-asked.ts'

/** The devices of the homes one looks after, as the server knows them now. */
export function DeviceList() {
  const { t } = useTranslation('sync')
  const language = useLanguage()
  const { care, profile } = useWorkspace()
  const answer = useAsked(useCallback(() => care.devices(), [care]))
  if (!answer) return null
  const columns = [
    { key: 'device', label: t('deviceName') },
    { key: 'contact', label: t('deviceContact') },
    { key: 'state', label: t('deviceState') },
  ]
  const rows = answer.devices.map((device) => ({
    id: device.device,
    cells: {
      device: `${device.label}, ${t(ROLE_WORDS[device.role])}`,
      contact:
        device.lastContactAt === undefined
          ? t('deviceNever')
          : formatStamp(device.lastContactAt, language, profile.dispositif.timeZone),
      state: t(stateOf(device), { count: device.missing }),
    },
  }))
  return (
    <Section title={t('devices')}>
      <DataTable caption={t('devices')} hideCaption columns={columns} rows={rows} />
    </Section>
  )
}

function stateOf({ revoked, missing }: CaredDevice) {
  if (missing > 0) return 'deviceMissing'
  return revoked ? 'deviceRevoked' : 'deviceUpToDate'
}
