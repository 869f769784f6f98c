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
import { phrasesIn, QuickPhrases } from './quick-phrases.tsx'

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
  const isOpen = writes || asksWhy || phrasesIn(comment).some((part) => !phrases.includes(part))
  return (
    <>
      <fieldset>
        <legend className={phrases.length > 0 ? css.label : 'sr'}>{t('phrases')}</legend>
        <QuickPhrases
          phrases={phrases}
          value={comment}
          onChange={(words) => reportFailure(onComment(words))}
        >
          {!isOpen && (
            <Chip icon={Pencil} onClick={() => setWrites(true)}>
              {t('write')}
            </Chip>
          )}
          {props.children}
        </QuickPhrases>
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
