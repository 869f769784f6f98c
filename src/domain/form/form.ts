import type { Json } from '../shared/json.ts'
import type { Text } from '../shared/text.ts'

/**
 * Forms as data. Audit grids, EPP checklists, traceur guides and the declaration of an event are all
 * described by this shape and run by the same engine; none has code of its own.
 */
export interface Form {
  readonly id: string
  /** Answers keep the version they were begun with; a change of wording is a new version. */
  readonly version: number
  readonly kind: 'audit' | 'epp' | 'tracer' | 'adverse-event'
  /** Code known to the field, « G01 ». */
  readonly code: string
  readonly title: Text
  /** What one line of answers is about (« unité d'observation »). */
  readonly unit: 'structure' | 'file' | 'opportunity' | 'person' | 'event'
  /** Where the content comes from, with its mark: sourced, general knowledge to verify… */
  readonly source: Text
  readonly sections: readonly Section[]
  /** Conformity expected, 0 to 1. */
  readonly target?: number
  /** Function proposed as pilot of the actions born here, never a name. */
  readonly pilot?: Text
}

export interface Section {
  readonly id: string
  readonly title: Text
  readonly intro?: Text
  /** Traceur: who answers. */
  readonly audience?: 'person' | 'professionals'
  readonly relevance?: Condition
  readonly questions: readonly Question[]
}

/** Scales met in the field; each answer is a code, its words are texts of the product. */
export const SCALES = {
  'yes-no-na': ['yes', 'no', 'na'],
  'yes-partial-no-na': ['yes', 'partial', 'no', 'na'],
  has: ['1', '2', '3', '4', 'star', 'nc', 'ri'],
} as const satisfies Record<string, readonly string[]>
export type ScaleName = keyof typeof SCALES
export type ScaleCode = (typeof SCALES)[ScaleName][number]

interface Asked {
  /** Stable within the form: answers are stored below it. */
  readonly id: string
  readonly label: Text
  /** How to observe: what to look at, where, how many. */
  readonly hint?: Text
  readonly required?: boolean
  readonly relevance?: Condition
}

/** A criterion: one tap on a scale, and the only type that scores. */
export interface CriterionQuestion extends Asked {
  readonly type: 'criterion'
  readonly scale: ScaleName
  /** 1 unless said. */
  readonly weight?: number
  /** One non-conformity makes the whole file not conform. */
  readonly blocking?: boolean
  /** Number of the HAS critère impératif it touches, « 3.6.2 ». */
  readonly imperatif?: string
  /** Quick phrases for the comment. */
  readonly phrases?: readonly Text[]
  /** Title proposed for the action when it is not met; the label else. */
  readonly remedy?: Text
}
export interface Choice {
  readonly code: string
  readonly label: Text
  readonly help?: Text
  /** Name of a pictogram of the product. */
  readonly icon?: string
  /** Offered only when this holds (`visibleChoices`): details of a fall after « Chute ». */
  readonly relevance?: Condition
}
export interface ChoiceQuestion extends Asked {
  readonly type: 'single' | 'multiple'
  readonly choices: readonly Choice[]
}
export interface NumberQuestion extends Asked {
  readonly type: 'number'
  readonly unit?: Text
  readonly min?: number
  readonly max?: number
  readonly step?: number
}
export interface PlainQuestion extends Asked {
  readonly type: 'text' | 'date' | 'time' | 'photo' | 'note'
}
export type Question = CriterionQuestion | ChoiceQuestion | NumberQuestion | PlainQuestion

/** Relevance as data: evaluated by the engine, readable by an editor, and it travels. */
export type Condition =
  | { readonly op: 'answered'; readonly question: string }
  | { readonly op: 'is'; readonly question: string; readonly code: string }
  | { readonly op: 'includes'; readonly question: string; readonly code: string }
  | { readonly op: 'at-least'; readonly question: string; readonly value: number }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }

/** Answers by question id: a code, a list of codes, a number, a text. */
export type Answers = ReadonlyMap<string, Json>
