import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revokeDevice } from '#data/access.ts'
import type { RequestFailure } from '#data/request-server.ts'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import { textField } from '#domain/shared/json.ts'
import type { CaredDevice } from '#protocol/care.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Loading } from '#ui/loading.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import styles from './access.module.css'
import { REFUSALS } from './refusals.ts'
import { useDevices } from './use-devices.ts'

/** The devices that open the dispositif, and how the porteur takes its rights from one. */
export function TeamDevices() {
  const { t } = useTranslation('access')
  const { profile } = useWorkspace()
  const { answer, ask } = useDevices()
  const [chosen, setChosen] = useState<CaredDevice>()
  const [failure, setFailure] = useState<RequestFailure>()

  async function revoke({ device }: CaredDevice) {
    const answered = await revokeDevice(profile, device)
    setFailure(answered.ok ? undefined : answered.error)
    await ask()
  }

  return (
    <Section title={t('devices')}>
      {failure && (
        <Notice tone="alert" title={t('revokeFailed')}>
          {t(REFUSALS[failure.kind])}
        </Notice>
      )}
      {answer.kind === 'loading' && <Loading />}
      {answer.kind === 'failed' && (
        <Notice
          tone="watch"
          title={t('devicesUnread')}
          action={<Button onClick={() => reportFailure(ask())}>{t('askAgain')}</Button>}
        >
          {t(REFUSALS[answer.failure.kind])}
        </Notice>
      )}
      {answer.kind === 'ready' && answer.devices.length === 0 && (
        <EmptyState text={t('noDevices')} />
      )}
      {answer.kind === 'ready' && answer.devices.length > 0 && (
        <ul className={styles.rows}>
          {answer.devices.map((device) => (
            <DeviceRow key={device.device} device={device} onRevoke={() => setChosen(device)} />
          ))}
        </ul>
      )}
      {chosen && (
        <ConfirmDialog
          isOpen
          onClose={() => setChosen(undefined)}
          title={t('revokeTitle', { label: chosen.label })}
          confirmLabel={t('revoke')}
          tone="alert"
          onConfirm={() => reportFailure(revoke(chosen))}
        >
          <p>{t('revokeEffect')}</p>
          {chosen.missing > 0 && <p>{t('revokeMissing', { count: chosen.missing })}</p>}
        </ConfirmDialog>
      )}
    </Section>
  )
}

interface DeviceRowProps {
  readonly device: CaredDevice
  readonly onRevoke: () => void
}

function DeviceRow({ device, onRevoke }: DeviceRowProps) {
  const { t } = useTranslation('access')
  const language = useLanguage()
  const { profile } = useWorkspace()
  const people = useRecords('person')
  const holder = people.find(({ id }) => id === device.person)
  const contact =
    device.lastContactAt === undefined
      ? t('neverContacted')
      : t('lastContact', {
          at: formatStamp(device.lastContactAt, language, profile.dispositif.timeZone),
        })
  const name = holder ? textField(holder.fields, 'name') : ''
  return (
    <li>
      <div>
        <p className={styles.name}>{name ? `${device.label}, ${name}` : device.label}</p>
        <p className={styles.detail}>
          {device.revoked ? t('isRevoked') : contact}
          {device.missing > 0 && ` · ${t('notArrived', { count: device.missing })}`}
        </p>
      </div>
      {device.device === profile.device ? (
        <p className={styles.detail}>{t('thisDevice')}</p>
      ) : (
        !device.revoked && (
          <Button aria-label={t('revokeLabel', { label: device.label })} onClick={onRevoke}>
            {t('revoke')}
          </Button>
        )
      )}
    </li>
  )
}
