import type { Fields } from '../shared/json.ts'
import { numberField, textField } from '../shared/json.ts'
import type { Language, Text } from '../shared/text.ts'
import { textIn } from '../shared/text.ts'
import type { Gravity } from './adverse-event.ts'
import { FREQUENCY_TEXTS, GRAVITY_TEXTS } from './event-texts.ts'

export const LEVELS: readonly Gravity[] = [1, 2, 3, 4, 5]
export const SCALES = ['gravity', 'frequency'] as const
export type RiskScale = (typeof SCALES)[number]

/** From which criticité one watches, then refuses. */
export interface ZoneBounds {
  readonly watchFrom: number
  readonly refuseFrom: number
}

/** The usual zones (R-EI-9). */
export const USUAL_BOUNDS: ZoneBounds = { watchFrom: 5, refuseFrom: 10 }

/**
 * The two scales of the triage as the dispositif words them: `scale.gravity.<1-5>`,
 * `scale.frequency.<1-5>`, `scale.watchFrom`, `scale.refuseFrom` of its record. One dispositif, one
 * scale: its homes can be read side by side, for the events keep the code alone (R-EI-3).
 */
export interface RiskScales {
  readonly bounds: ZoneBounds
  word(scale: RiskScale, level: Gravity, language: Language): string
}

const USUAL: Record<RiskScale, Record<Gravity, Text>> = {
  gravity: GRAVITY_TEXTS,
  frequency: FREQUENCY_TEXTS,
}

/** Name of the field that holds the words of a level. */
export function levelField(scale: RiskScale, level: Gravity): string {
  return `scale.${scale}.${level}`
}

/** What a level is called here; bounds that make no sense are not taken. */
export function readRiskScales(fields: Fields): RiskScales {
  const watchFrom = numberField(fields, 'scale.watchFrom') ?? USUAL_BOUNDS.watchFrom
  const refuseFrom = numberField(fields, 'scale.refuseFrom') ?? USUAL_BOUNDS.refuseFrom
  const holds = watchFrom >= 1 && refuseFrom > watchFrom && refuseFrom <= 25
  return {
    bounds: holds ? { watchFrom, refuseFrom } : USUAL_BOUNDS,
    word: (scale, level, language) =>
      textField(fields, levelField(scale, level)).trim() || textIn(USUAL[scale][level], language),
  }
}
