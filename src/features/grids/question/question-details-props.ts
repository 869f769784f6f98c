import type { Question } from '#domain/form/form.ts'
import type { GridState } from '../use-grid.ts'

/** A question whose details are written: `save` waits for the disk, `onChange` does not. */
export interface QuestionDetailsProps<Q extends Question = Question> {
  readonly grid: GridState
  readonly question: Q
  readonly draftKey: string
  readonly onChange: (question: Question) => void
  readonly save: (question: Question) => Promise<boolean>
}

/** A question with members changed; one set to undefined is taken off, for a record keeps no undefined. */
export function changed<Q extends Question>(
  question: Q,
  members: { readonly [K in keyof Q]?: Q[K] | undefined },
): Q {
  return Object.fromEntries(
    Object.entries({ ...question, ...members }).filter(([, value]) => value !== undefined),
  ) as unknown as Q
}
