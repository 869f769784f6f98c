import { useDraft } from '#data/stores-context.ts'
import { reportFailure } from '#ui/notices.ts'
import { TextField } from '#ui/text-field.tsx'

interface KeptTextFieldProps {
  readonly label: string
  /** Key of the draft: every key typed is on disk before the field is left. */
  readonly draftKey: string
  readonly value: string
  readonly hint?: string
  readonly typingHint: string
  readonly multiline?: boolean
  /** Writes the text into the record; the draft goes once that is on disk. */
  onKeep(text: string): Promise<unknown>
}

/** A text that becomes an operation when the field is left, and a draft at each key before that. */
export function KeptTextField(props: KeptTextFieldProps) {
  const { label, draftKey, value, hint, typingHint, multiline, onKeep } = props
  const [draft, keepDraft, dropDraft] = useDraft(draftKey)
  const typed = typeof draft === 'string' ? draft : undefined
  const shownHint = typed !== undefined && typed !== value ? typingHint : hint

  async function leave() {
    if (typed === undefined) return
    if (typed !== value) await onKeep(typed)
    await dropDraft()
  }

  return (
    <TextField
      label={label}
      value={typed ?? value}
      onChange={(text) => reportFailure(keepDraft(text))}
      onBlur={() => reportFailure(leave())}
      {...(shownHint !== undefined && { hint: shownHint })}
      {...(multiline && { multiline: true, rows: 3 })}
    />
  )
}
