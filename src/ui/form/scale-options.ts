import { Check, CircleSlash, Contrast, type LucideIcon, Minus, X } from 'lucide-react'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { type Reading, type ScaleStep, scaleOf } from '#domain/form/scales.ts'
import type { Text } from '#domain/shared/text.ts'

export type AnswerTone = 'ok' | 'watch' | 'alert' | 'plain'

interface Look {
  readonly tone: AnswerTone
  readonly icon: LucideIcon
}

/** Colour never alone: each answer has its word, its icon and its tone. */
const LOOKS: Record<Reading, Look> = {
  met: { tone: 'ok', icon: Check },
  partly: { tone: 'watch', icon: Contrast },
  unmet: { tone: 'alert', icon: X },
  'not-applicable': { tone: 'plain', icon: Minus },
  'not-seen': { tone: 'plain', icon: CircleSlash },
}

export function lookOf({ reading }: Pick<ScaleStep, 'reading'>): Look {
  return LOOKS[reading]
}

export function scaleOptions(criterion: CriterionQuestion, text: (text: Text) => string) {
  return scaleOf(criterion).steps.map((step) => ({
    code: step.code,
    label: text(step.label),
    sign: step.sign,
    ...LOOKS[step.reading],
  }))
}
