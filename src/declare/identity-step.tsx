import { ArrowLeft, Send } from 'lucide-react'
import { useState } from 'react'
import { IDENTITY_CHOICES, type IdentityChoice } from '#protocol/intake.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { BigRadio } from './big-radio.tsx'
import { Frame } from './frame.tsx'
import styles from './identity-step.module.css'
import type { StepProps } from './step-props.ts'
import type { DeclarationFlow } from './use-declaration.ts'
import { type TextKey, useTexts } from './use-texts.ts'

const WORDS: Record<IdentityChoice, { label: TextKey; help: TextKey }> = {
  confidential: { label: 'youConfidential', help: 'youConfidentialHelp' },
  anonymous: { label: 'youAnonymous', help: 'youAnonymousHelp' },
  nominative: { label: 'youNominative', help: 'youNominativeHelp' },
}

/** Nothing is preselected: a shared phone knows no one, and silence is not a choice. */
export function IdentityStep({
  draft,
  top,
  onBack,
  flow,
}: StepProps & { flow: Pick<DeclarationFlow, 'change' | 'send' | 'failure'> }) {
  const { t } = useTexts()
  const [isSending, setSending] = useState(false)
  const isNamed = draft.identity === 'confidential' || draft.identity === 'nominative'
  return (
    <Frame
      title={t('youTitle')}
      top={top}
      foot={
        <>
          <Button icon={ArrowLeft} onClick={onBack}>
            {t('back')}
          </Button>
          <Button
            tone="primary"
            iconAfter={Send}
            disabled={!draft.identity || isSending}
            onClick={() => {
              setSending(true)
              flow.send().finally(() => setSending(false))
            }}
          >
            {t('send')}
          </Button>
        </>
      }
    >
      <p className={styles.note}>{t('youNote')}</p>
      <fieldset className={styles.picks}>
        <legend className="sr">{t('youTitle')}</legend>
        {IDENTITY_CHOICES.map((choice) => (
          <BigRadio
            key={choice}
            name="identity"
            checked={draft.identity === choice}
            onChoose={() => flow.change({ identity: choice })}
            label={t(WORDS[choice].label)}
            help={t(WORDS[choice].help)}
          />
        ))}
      </fieldset>
      {isNamed ? (
        <div className={styles.named}>
          <label>
            {t('youName')}
            <input
              value={draft.name}
              maxLength={120}
              autoComplete="off"
              onChange={({ target }) => flow.change({ name: target.value })}
            />
          </label>
          <label>
            {t('youContact')}
            <input
              value={draft.contact}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => flow.change({ contact: target.value })}
            />
          </label>
        </div>
      ) : null}
      {flow.failure === 'send' ? <Notice tone="alert">{t('sendFailed')}</Notice> : null}
    </Frame>
  )
}
