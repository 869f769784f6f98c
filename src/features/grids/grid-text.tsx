import { useWorkspace } from '#data/stores-context.ts'
import type { Text } from '#domain/shared/text.ts'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { withWords } from './question-types.ts'

interface GridTextProps {
  readonly label: string
  readonly value: Text
  /** Where the keystrokes are kept until they are the grid's. */
  readonly draftKey: string
  readonly onCommit: (text: Text) => Promise<boolean>
  readonly rows?: number
  readonly hint?: string
}

/** Words of a grid, in the language of the person: kept at each keystroke, written on leaving. */
export function GridText({ label, value, draftKey, onCommit, rows = 2, hint }: GridTextProps) {
  const { drafts } = useWorkspace()
  const language = useLanguage()
  return (
    <DraftedText
      label={label}
      value={value[language]}
      draftKey={`grid:${draftKey}`}
      drafts={drafts}
      onCommit={(words) => onCommit(withWords(value, language, words))}
      onFailure={reportFailure}
      rows={rows}
      {...(hint ? { hint } : {})}
    />
  )
}
