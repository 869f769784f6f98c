import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { SyncStatus } from '#data/workspace.ts'
import { formatClock, formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { type Stop, Stops } from '#ui/stops.tsx'
import { FAILURE_WORDS } from './failure-words.ts'
import styles from './sync.module.css'

/** This device, the network, the server: where the data stands on its way. */
export function DataPath({
  status,
  count,
}: {
  readonly status: SyncStatus
  readonly count: number
}) {
  const { t } = useTranslation('sync')
  const language = useLanguage()
  const { deviceLabel, dispositif } = useWorkspace().profile
  const { round, lastContactAt, allSent } = status

  const network = (): Pick<Stop, 'detail' | 'state' | 'stateLabel'> => {
    if (round.kind === 'running') {
      return { detail: t('networkRunning'), state: 'here', stateLabel: t('stateRunning') }
    }
    if (round.kind === 'idle') {
      const state = lastContactAt === undefined ? 'ahead' : 'done'
      const detail = t(lastContactAt === undefined ? 'networkNever' : 'networkIdle')
      return { detail, state, stateLabel: t(state === 'done' ? 'stateDone' : 'stateNotYet') }
    }
    if (round.error === 'revoked') {
      // The network is well: it is the access that ended, and trying again would change nothing.
      return { detail: t(FAILURE_WORDS.revoked), state: 'late', stateLabel: t('stateEnded') }
    }
    const at = formatClock(round.retryAt, language, dispositif.timeZone, true)
    return {
      detail: `${t(FAILURE_WORDS[round.error])} ${t('retryAt', { at })}`,
      state: 'late',
      stateLabel: t('stateCut'),
    }
  }

  const items: Stop[] = [
    {
      id: 'device',
      title: deviceLabel,
      detail: count > 0 ? t('deviceWaiting', { count }) : t('deviceNothing'),
      state: count > 0 ? 'here' : 'done',
      stateLabel: t(count > 0 ? 'stateHere' : 'stateDone'),
    },
    { id: 'network', title: t('network'), ...network() },
    {
      id: 'server',
      title: t('server'),
      detail:
        lastContactAt === undefined
          ? t('serverNever')
          : t('serverLast', { at: formatStamp(lastContactAt, language, dispositif.timeZone) }),
      state: allSent ? 'done' : 'ahead',
      stateLabel: t(allSent ? 'stateAllReceived' : 'stateNotAll'),
    },
  ]
  return (
    <div className={styles.path}>
      <Stops label={t('path')} items={items} horizontal />
    </div>
  )
}
