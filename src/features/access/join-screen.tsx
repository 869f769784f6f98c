import { LogIn } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enrol } from '#data/enrol.ts'
import type { RequestFailure } from '#data/request-server.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './access.module.css'
import { AlreadyHere } from './already-here.tsx'
import { isWholeCode, readCode, showCode } from './code.ts'
import { DEVICE_LABELS, guessDeviceLabel } from './device-label.ts'
import { LeftHere } from './left-here.tsx'
import { REFUSALS } from './refusals.ts'
import { reopenApp } from './reopen-app.ts'
import { useFragmentCode } from './use-fragment-code.ts'

/** A code, a name for the device, and the person is in. No password travels. */
export function JoinScreen() {
  const { t } = useTranslation('access')
  const [code, setCode] = useFragmentCode()
  const [label, setLabel] = useState<string>(() =>
    t(guessDeviceLabel({ maxTouchPoints: navigator.maxTouchPoints, shortSide: shortSide() })),
  )
  const [isJoining, setIsJoining] = useState(false)
  const [failure, setFailure] = useState<RequestFailure>()
  const form = useId()

  async function join() {
    setIsJoining(true)
    setFailure(undefined)
    try {
      const joined = await enrol(code, label.trim())
      if (joined.ok) reopenApp()
      else setFailure(joined.error)
    } finally {
      setIsJoining(false)
    }
  }

  return (
    <Page
      title={t('joinTitle')}
      lead={t('joinLead')}
      width="reading"
      dock={
        <Button
          type="submit"
          form={form}
          tone="primary"
          size="big"
          icon={LogIn}
          disabled={isJoining || !isWholeCode(code) || label.trim() === ''}
        >
          {t(isJoining ? 'joining' : 'join')}
        </Button>
      }
    >
      <LeftHere />
      <AlreadyHere />
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          reportFailure(join())
        }}
      >
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          value={showCode(code)}
          onChange={(typed) => setCode(readCode(typed))}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <div className={styles.chips}>
          <TextField
            label={t('deviceLabel')}
            hint={t('deviceLabelHint')}
            value={label}
            onChange={setLabel}
            maxLength={120}
            required
          />
          <div className={styles.row}>
            {DEVICE_LABELS.map((key) => (
              <Chip key={key} pressed={label === t(key)} onClick={() => setLabel(t(key))}>
                {t(key)}
              </Chip>
            ))}
          </div>
        </div>
        {failure && (
          <Notice tone="alert" title={t('joinFailed')}>
            {t(REFUSALS[failure.kind])}
          </Notice>
        )}
      </form>
    </Page>
  )
}

function shortSide(): number {
  return Math.min(screen.width, screen.height)
}
