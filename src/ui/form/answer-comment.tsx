import { Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { Chip } from '#ui/chip.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import css from './answer-comment.module.css'
import { DraftedText, type DraftPort, draftText } from './drafted-text.tsx'
import { FORM_TEXTS } from './form-texts.ts'

interface AnswerCommentProps {
  /** Its phrases are offered, one tap each. */
  readonly criterion: CriterionQuestion | undefined
  readonly comment: string
  /** Name of the field: which criterion, of which file. */
  readonly label: string
  readonly draftKey: string
  readonly drafts: DraftPort
  /** True once it is on disk. */
  readonly onComment: (words: string) => Promise<boolean>
  readonly warn?: ((text: string) => string | undefined) | undefined
  /** « Non concerné » asks for its reason: the field opens by itself and says so (R-HAS-4). */
  readonly asksWhy?: boolean
  readonly rows?: number
  /** Other buttons on the line of the phrases. */
  readonly children?: ReactNode
}

/** Words that go with an answer: a phrase in one tap, or written, each keystroke kept. */
export function AnswerComment(props: AnswerCommentProps) {
  const { criterion, comment, label, draftKey, drafts, onComment, warn, rows = 3 } = props
  const { asksWhy = false } = props
  const { t } = useTranslation(FORM_TEXTS)
  const text = useText()
  const [writes, setWrites] = useState(() => draftText(drafts, draftKey) !== undefined)
  const phrases = (criterion?.phrases ?? []).map(text)
  const isOpen = writes || asksWhy || partsOf(comment).some((part) => !phrases.includes(part))
  return (
    <>
      <fieldset>
        <legend className={phrases.length > 0 ? css.label : 'sr'}>{t('phrases')}</legend>
        <div className={css.chips}>
          {phrases.map((phrase) => (
            <Chip
              key={phrase}
              pressed={partsOf(comment).includes(phrase)}
              onClick={() => reportFailure(onComment(togglePhrase(comment, phrase)))}
            >
              {phrase}
            </Chip>
          ))}
          {!isOpen && (
            <Chip icon={Pencil} onClick={() => setWrites(true)}>
              {t('write')}
            </Chip>
          )}
          {props.children}
        </div>
      </fieldset>
      {isOpen && (
        <DraftedText
          key={draftKey}
          label={label}
          value={comment}
          draftKey={draftKey}
          drafts={drafts}
          onCommit={onComment}
          onFailure={reportFailure}
          hint={t(asksWhy ? 'whyHint' : 'commentHint')}
          warn={warn}
          rows={rows}
        />
      )}
    </>
  )
}

const BETWEEN = ' ; '

function partsOf(comment: string): string[] {
  return comment.split(/\s*;\s*/).filter((part) => part !== '')
}

/** Takes a phrase into the comment, or out of it, leaving what was written by hand. */
function togglePhrase(comment: string, phrase: string): string {
  const parts = partsOf(comment)
  const next = parts.includes(phrase) ? parts.filter((part) => part !== phrase) : [...parts, phrase]
  return next.join(BETWEEN)
}
