import type { ScaleCode } from '#domain/form/form.ts'
import { SCALE_TEXTS } from '#domain/form/scale-texts.ts'

/** True when the answer is one of the codes that have a word. */
export function isScaleCode(answer: string): answer is ScaleCode {
  return Object.hasOwn(SCALE_TEXTS, answer)
}
