import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSyncStatus, useWorkspace } from '#data/stores-context.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { formatPercent, formatStamp } from '#ui/format.ts'
import { formatBytes } from '#ui/format-bytes.ts'
import { useLanguage } from '#ui/i18n.ts'
import { aboardInAll } from './aboard.ts'
import type { HomeView } from './home-view.ts'
import { isReady, readiness } from './readiness.ts'
import styles from './round.module.css'
import { useDeviceState } from './use-device-state.ts'

/** One line: may one leave with this tablet, and what it carries. */
export function ReadyStrip({ homes }: { homes: readonly HomeView[] }) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const { profile } = useWorkspace()
  const status = useSyncStatus()
  const device = useDeviceState()
  const ready = isReady(readiness(status, device))
  const aboard = aboardInAll(homes)
  const Icon = ready ? CircleCheck : CircleAlert
  const list = [
    t('aboardGrids', { count: aboard.grids }),
    t('aboardRounds', { count: aboard.rounds }),
    t('aboardRecords', { count: aboard.records }),
    aboard.photos > 0 && t('aboardPhotos', { count: aboard.photos }),
  ].filter(Boolean)
  const sentences = [
    t('aboard', { list: list.join(', ') }),
    status.lastContactAt === undefined
      ? t('neverReceived')
      : t('receivedAt', {
          stamp: formatStamp(status.lastContactAt, language, profile.dispositif.timeZone),
        }),
    device.battery !== undefined &&
      t('battery', { level: formatPercent(device.battery, language) }),
    device.freeBytes !== undefined &&
      t('freeSpace', { size: formatBytes(device.freeBytes, language) }),
    device.persisted === false && t('notPersisted'),
  ].filter(Boolean)

  return (
    <div className={styles.ready} data-ready={ready}>
      <Icon aria-hidden="true" />
      <p>
        <b>{ready ? t('ready') : t('notReady')}.</b>
        <span>{sentences.join(' ')}</span>
      </p>
      <ButtonLink tone="quiet" to={paths.departure()}>
        {t('detail')}
      </ButtonLink>
    </div>
  )
}
