import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '#data/stores-context.ts'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { Fields } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './analysis.module.css'
import { type Collection, useAnalysisWriter } from './use-analysis.ts'

interface MemberListProps {
  readonly analysis: Analysis
  readonly collection: Collection
  readonly title: string
  readonly field: string
  readonly hint?: string
  readonly items: readonly {
    readonly id: string
    readonly words: string
    readonly line: ReactNode
  }[]
  readonly editable: boolean
  /** Other fields of a member, and what they hold now. */
  readonly extras?: ReactNode
  readonly extraFields?: Fields
  readonly after?: ReactNode
}

/** A collection of the analysis: what is there, and one line to add. Words typed are kept as a draft. */
export function MemberList(props: MemberListProps) {
  const { analysis, collection, title, field, hint, items, editable, extras, extraFields, after } =
    props
  const { t } = useTranslation('event-analysis')
  const { add, remove } = useAnalysisWriter(analysis)
  const [draft, keepDraft, dropDraft] = useDraft(`analysis:${analysis.id}:${collection}`)
  const typed = typeof draft === 'string' ? draft : ''
  const personal = findPersonalData(typed)[0]

  async function keep() {
    await add(collection, { ...extraFields, words: typed.trim() })
    await dropDraft()
  }

  return (
    <Section title={title}>
      {items.length === 0 ? <p className="soft">{t('empty')}</p> : null}
      <ul className={styles.members} aria-label={title}>
        {items.map(({ id, words, line }) => (
          <li key={id}>
            <div className={styles.memberLine}>{line}</div>
            {editable ? (
              <Button
                icon={Trash2}
                tone="quiet"
                aria-label={t('removeOf', { words })}
                onClick={() => reportFailure(remove(collection, id))}
              >
                {t('remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {editable ? (
        <div className={styles.adding}>
          {extras ? <div className={styles.pair}>{extras}</div> : null}
          <TextField
            label={field}
            value={typed}
            onChange={(words) => reportFailure(keepDraft(words))}
            maxLength={2000}
            multiline
            rows={2}
            {...(personal
              ? { hint: t('like', { words: personal.found }) }
              : hint !== undefined && { hint })}
          />
          <Button
            icon={Plus}
            aria-label={t('addTo', { what: title })}
            disabled={typed.trim() === ''}
            onClick={() => reportFailure(keep())}
          >
            {t('add')}
          </Button>
        </div>
      ) : null}
      {after}
    </Section>
  )
}
