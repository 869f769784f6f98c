import { Check, CircleSlash, Contrast, type LucideIcon, Minus, X } from 'lucide-react'
import { SCALES, type ScaleCode, type ScaleName } from '#domain/form/form.ts'
import { SCALE_TEXTS } from '#domain/form/scale-texts.ts'
import type { Json } from '#domain/shared/json.ts'
import type { Text } from '#domain/shared/text.ts'

export type AnswerTone = 'ok' | 'watch' | 'alert' | 'plain'

interface Look {
  readonly tone: AnswerTone
  readonly icon: LucideIcon
}

/** Colour never alone: each answer has its word, its icon and its tone. */
const LOOKS: Record<ScaleCode, Look> = {
  yes: { tone: 'ok', icon: Check },
  partial: { tone: 'watch', icon: Contrast },
  no: { tone: 'alert', icon: X },
  na: { tone: 'plain', icon: Minus },
  '1': { tone: 'alert', icon: X },
  '2': { tone: 'watch', icon: Contrast },
  '3': { tone: 'watch', icon: Contrast },
  '4': { tone: 'ok', icon: Check },
  star: { tone: 'ok', icon: Check },
  nc: { tone: 'plain', icon: Minus },
  ri: { tone: 'plain', icon: CircleSlash },
}

/** The code of a scale, or undefined: an answer may come from an older form. */
export function asScaleCode(value: Json | undefined): ScaleCode | undefined {
  return typeof value === 'string' && Object.hasOwn(LOOKS, value) ? (value as ScaleCode) : undefined
}

export function lookOf(code: ScaleCode): Look {
  return LOOKS[code]
}

/** The HAS cotation is known by its signs: « 4 », « * », « NC ». */
const SIGNS: Partial<Record<ScaleCode, string>> = {
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  star: '*',
  nc: 'NC',
  ri: 'RI',
}

/** The sign of an answer, where its scale has signs. */
export function signOf(code: ScaleCode): string | undefined {
  return SIGNS[code]
}

export function scaleOptions(scale: ScaleName, text: (text: Text) => string) {
  return SCALES[scale].map((code) => ({
    code,
    label: text(SCALE_TEXTS[code]),
    sign: SIGNS[code],
    ...LOOKS[code],
  }))
}
