import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDraft, useToday, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { quoted } from '#domain/shared/text.ts'
import { Button } from '#ui/button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './events.module.css'
import { ANSWER_ANCHOR } from './next-step.tsx'

/** What the declarant will read. Each key is kept as a draft; « Répondre » makes it an operation. */
export function EventAnswer({ event, editable }: { event: AdverseEvent; editable: boolean }) {
  const { t } = useTranslation('events')
  const language = useLanguage()
  const today = useToday()
  const { writer } = useWorkspace()
  const [draft, keepDraft, dropDraft] = useDraft(`answer:${event.id}`)
  const typed = typeof draft === 'string' ? draft : event.answer
  const isNew = typed.trim() !== '' && typed.trim() !== event.answer
  const personal = findPersonalData(typed)[0]

  async function send() {
    // A reply to a closed event stays a closed event.
    const status = event.status === 'closed' ? 'closed' : 'answered'
    await writer.set(event.id, {
      answer: typed.trim(),
      status,
      // The day of the first answer counts: a word corrected later is no later answer (R-EI-8).
      ...(!event.answeredOn && { answeredOn: today }),
    })
    await dropDraft()
  }

  return (
    <div id={ANSWER_ANCHOR}>
      <Section title={t('answer')} note={t('answerAnonymous')}>
        {editable ? (
          <div className={styles.reply}>
            <TextField
              label={t('answerField')}
              hint={isNew ? t('answerTyping') : t('answerHint')}
              multiline
              rows={4}
              maxLength={4000}
              value={typed}
              onChange={(words) => reportFailure(keepDraft(words))}
            />
            {personal ? (
              <Notice tone="watch">{t('answerLike', { words: personal.found })}</Notice>
            ) : null}
            <Button
              tone="primary"
              icon={Send}
              disabled={!isNew}
              onClick={() => reportFailure(send())}
            >
              {t('answerSend')}
            </Button>
          </div>
        ) : (
          <p className={event.answer ? styles.quote : 'soft'}>
            {event.answer ? quoted(event.answer, language) : t('answerNone')}
          </p>
        )}
      </Section>
    </div>
  )
}
