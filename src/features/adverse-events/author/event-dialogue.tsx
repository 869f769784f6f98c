import { MessageCircleQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDraft, useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { exchangesOf, readSaid } from '#domain/adverse-event/event-dialogue.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { textField } from '#domain/shared/json.ts'
import { quoted } from '#domain/shared/text.ts'
import { Button } from '#ui/button.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './author.module.css'

/** Both sides of the dialogue, and a question to put. Words of the author come from the server alone. */
export function EventDialogue({ event, editable }: { event: AdverseEvent; editable: boolean }) {
  const { t } = useTranslation('event-author')
  const language = useLanguage()
  const today = useToday()
  const { writer } = useWorkspace()
  const said = useRecords('event-said', event.site)
    .filter(({ fields }) => textField(fields, 'event') === event.id)
    .map(({ id, fields }) => readSaid(id, fields))
  const exchanges = exchangesOf(event.questions, said)
  const [draft, keepDraft, dropDraft] = useDraft(`question:${event.id}`)
  const typed = typeof draft === 'string' ? draft : ''
  const personal = findPersonalData(typed)[0]

  async function ask() {
    const question = { words: typed.trim(), on: today }
    await writer.set(event.id, { [`questions.${crypto.randomUUID()}`]: question })
    await dropDraft()
  }

  return (
    <Section title={t('dialogue')} note={t('dialogueNote')}>
      {exchanges.length === 0 ? <p className="soft">{t('none')}</p> : null}
      <ol className={styles.exchanges}>
        {exchanges.map(({ from, id, words, on, isAwaited }) => (
          <li key={`${from}-${id}`} data-from={from}>
            <b className="small">
              {t(from === 'home' ? 'asked' : 'said', { day: on ? formatDay(on, language) : '' })}
            </b>
            <p>{quoted(words, language)}</p>
            {isAwaited ? <p className="soft small">{t('waiting')}</p> : null}
          </li>
        ))}
      </ol>
      {editable ? (
        <div className={styles.field}>
          <TextField
            label={t('ask')}
            hint={t('askHint')}
            multiline
            rows={2}
            maxLength={1000}
            value={typed}
            onChange={(words) => reportFailure(keepDraft(words))}
          />
          {personal ? (
            <Notice tone="watch">{t('askLike', { words: personal.found })}</Notice>
          ) : null}
          <Button
            icon={MessageCircleQuestion}
            disabled={typed.trim() === ''}
            onClick={() => reportFailure(ask())}
          >
            {t('send')}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}
