import type { Question } from '#domain/form/form.ts'
import type { FormState } from '#domain/form/form-state.ts'
import type { Json } from '#domain/shared/json.ts'
import type { DraftPort } from './drafted-text.tsx'

/** What the renderer asks of the screen; it never reads or writes anything by itself. */
export interface AnswerActions {
  /** Writes the answer; true once it is on disk. `null` empties it. */
  readonly onAnswer: (question: Question, value: Json) => Promise<boolean>
  /** Writes an answer of a row under its key; a screen without it shows no group. */
  readonly onAnswerAt?: ((key: string, value: Json) => Promise<boolean>) | undefined
  readonly onPhoto?: ((question: Question, file: File) => Promise<unknown>) | undefined
  readonly onFailure: (kept: Promise<unknown>) => void
  readonly drafts: DraftPort
  /** Prefix of the draft keys: two homes may have the same form open. */
  readonly draftKey: string
  /** Typed in from paper, which says what it says: a new row begins with no default. */
  readonly fromPaper?: boolean | undefined
  readonly warn?: ((text: string) => string | undefined) | undefined
}

export interface QuestionViewProps extends AnswerActions {
  readonly question: Question
  readonly value: Json | undefined
  /** The form evaluated: what is computed, which choices are offered, what is wrong. */
  readonly state?: FormState | undefined
  /** The row of the group it is asked in. */
  readonly row?: { readonly group: string; readonly id: string } | undefined
  readonly orientation?: 'column' | 'row'
  /** The words shown above already say the question: the control keeps them for readers only. */
  readonly label?: string
}
