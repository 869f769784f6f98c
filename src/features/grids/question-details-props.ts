import type { Question } from '#domain/form/form.ts'

/** A question whose details are written: `save` waits for the disk, `onChange` does not. */
export interface QuestionDetailsProps {
  readonly question: Question
  readonly draftKey: string
  readonly onChange: (question: Question) => void
  readonly save: (question: Question) => Promise<boolean>
}
