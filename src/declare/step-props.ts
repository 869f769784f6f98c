import type { ReactNode } from 'react'
import type { Json } from '#domain/shared/json.ts'
import type { Draft } from './draft.ts'

/** What every stop of the declaration is given. */
export interface StepProps {
  readonly draft: Draft
  readonly top: ReactNode
  readonly onAnswer: (question: string, value: Json) => void
  readonly onBack: () => void
  readonly onNext: () => void
}
