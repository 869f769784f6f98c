import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { SyncStatus } from '#data/workspace.ts'
import { formatPercent, formatStamp } from '#ui/format.ts'
import { formatBytes } from '#ui/format-bytes.ts'
import { useLanguage } from '#ui/i18n.ts'
import { type Stop, Stops } from '#ui/stops.tsx'
import { CHECKS, type Check, type CheckState, type DeviceState } from './readiness.ts'

interface DepartureChecksProps {
  readonly status: SyncStatus
  readonly device: DeviceState
  readonly checks: Record<Check, CheckState>
}

const STOP = { ok: 'done', watch: 'ahead', missing: 'late' } as const
const WORD = { ok: 'stateOk', watch: 'stateWatch', missing: 'stateMissing' } as const

/** Each condition of a departure as a stop: ready, to be known, missing. Never more than is true. */
export function DepartureChecks({ status, device, checks }: DepartureChecksProps) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const { profile } = useWorkspace()
  const { lastContactAt, round } = status
  const stamp = (at: number) => formatStamp(at, language, profile.dispositif.timeZone)
  const size = formatBytes(device.freeBytes ?? 0, language)
  const level = formatPercent(device.battery ?? 0, language)
  const waiting = status.waiting.length + status.setAside.length
  const failure =
    round.kind === 'failed' && (round.error === 'offline' ? 'checkFailedOffline' : 'checkFailed')

  const titles: Record<Check, string> = {
    received: checks.received === 'ok' ? t('checkReceived') : t('checkReceivedNo'),
    contact:
      lastContactAt === undefined
        ? t('checkContactNo')
        : t('checkContact', { stamp: stamp(lastContactAt) }),
    app: checks.app === 'ok' ? t('checkApp') : t('checkAppNo'),
    storage:
      device.persisted === undefined
        ? t('checkStorageUnknown')
        : device.persisted
          ? t('checkStorage')
          : t('checkStorageNo'),
    space:
      device.freeBytes === undefined
        ? t('checkSpaceUnknown')
        : checks.space === 'ok'
          ? t('checkSpace', { size })
          : t('checkSpaceLow', { size }),
    battery:
      device.battery === undefined
        ? t('checkBatteryUnknown')
        : checks.battery === 'ok'
          ? t('checkBattery', { level })
          : t('checkBatteryLow', { level }),
    waiting: waiting === 0 ? t('checkWaiting') : t('checkWaitingSome', { count: waiting }),
    photos:
      status.lostPhotos.length === 0
        ? t('checkPhotos')
        : t('checkPhotosLost', { count: status.lostPhotos.length }),
  }

  return (
    <Stops
      label={t('checkTitle')}
      items={CHECKS.map(
        (check): Stop => ({
          id: check,
          title: titles[check],
          state: STOP[checks[check]],
          stateLabel: t(WORD[checks[check]]),
          ...(check === 'contact' && failure && { detail: t(failure) }),
        }),
      )}
    />
  )
}
