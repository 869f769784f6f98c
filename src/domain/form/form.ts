import type { Json } from '../shared/json.ts'
import type { Text } from '../shared/text.ts'
import type { EasyWords } from './easy-words.ts'
import type { Expr } from './expr.ts'
import type { Scale, ScaleName } from './scales.ts'

/**
 * Forms as data. Audit grids, EPP checklists, traceur guides and the declaration of an event are all
 * described by this shape and run by the same engine; none has code of its own. Built in, written by
 * an officer or imported, a form is the same JSON.
 */
export interface Form {
  readonly id: string
  /** Answers keep the version they were begun with; a change of wording is a new version. */
  readonly version: number
  readonly kind: FormKind
  /** Code known to the field, « G01 ». */
  readonly code: string
  readonly title: Text
  /** What one line of answers is about (« unité d'observation »). */
  readonly unit: ObservationUnit
  /** Where the content comes from, with its mark: sourced, general knowledge to verify… */
  readonly source: Text
  readonly sections: readonly Section[]
  /** Conformity expected, 0 to 1. */
  readonly target?: number
  /** `pooled` unless said. */
  readonly scoring?: Scoring
  /** Function proposed as pilot of the actions born here, never a name. */
  readonly pilot?: Text
  /** What one does with it; a plain audit, an EPP on files or a traceur, by its kind, unless said. */
  readonly method?: Method
  readonly carried?: Carried
}

/** What a foreign format says that Escale does not run, by format, kept for the way back there. */
export interface Carried {
  readonly [format: string]: { readonly [name: string]: Json }
}

export const METHODS = ['targeted-tracer', 'system-audit', 'self-evaluation', 'experience'] as const
export type Method = (typeof METHODS)[number]

export const FORM_KINDS = ['audit', 'epp', 'tracer', 'adverse-event'] as const
export type FormKind = (typeof FORM_KINDS)[number]
export const OBSERVATION_UNITS = [
  'structure',
  'premises',
  'file',
  'opportunity',
  'person',
  'event',
] as const
export type ObservationUnit = (typeof OBSERVATION_UNITS)[number]

/**
 * How the rate of the whole is made of its criteria (R-AUD-1, R-AUD-6).
 * - `pooled`: Σ of what is conform over Σ of what counts, each answer with its weight.
 * - `mean-of-criteria`: mean of the rates of the criteria, each with its weight, whatever the number
 *   of answers behind each.
 * - `mean-of-sections`: mean of the pooled rates of the sections, each with the weight of the section.
 */
export const SCORINGS = ['pooled', 'mean-of-criteria', 'mean-of-sections'] as const
export type Scoring = (typeof SCORINGS)[number]

export interface Section {
  readonly id: string
  readonly title: Text
  /** HAS: number of the thématique, « 2 ». */
  readonly theme?: string
  readonly intro?: Text
  /** Traceur: who answers. */
  readonly audience?: 'person' | 'professionals'
  readonly relevance?: Expr
  /** In a mean of the sections; 1 unless said. */
  readonly weight?: number
  /** Conformity expected of this section, 0 to 1; that of the form else. */
  readonly target?: number
  readonly questions: readonly Question[]
  readonly carried?: Carried
}

interface Asked {
  /** Stable within the form, without a dot: answers are stored below it. */
  readonly id: string
  readonly label: Text
  /** How to observe: what to look at, where, how many. */
  readonly hint?: Text
  /** True, or a condition: awaited before the form may be called complete. */
  readonly required?: Expr
  readonly relevance?: Expr
  /** What the answer must satisfy; every one is checked, an empty answer satisfies all. */
  readonly constraints?: readonly Constraint[]
  /** Written when the form (or the row) is begun, and changed like any answer. */
  readonly default?: Expr
  readonly carried?: Carried
}

export interface Constraint {
  /** Holds for a good answer; `.` is the answer itself. */
  readonly test: Expr
  /** Said when it does not hold. */
  readonly message: Text
}

/** A criterion: one tap on a scale, and the only type that scores. */
export interface CriterionQuestion extends Asked {
  readonly type: 'criterion'
  readonly scale: ScaleName | Scale
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
  /** Traceur: the same asked to the person who answers alone. */
  readonly easy?: EasyWords
}
export interface Choice {
  readonly code: string
  readonly label: Text
  readonly help?: Text
  /** Name of a pictogram of the product. */
  readonly icon?: string
  /** Offered only when this holds (`visibleChoices`): details of a fall after « Chute ». */
  readonly relevance?: Expr
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
  /** 1 unless said: whole numbers. */
  readonly step?: number
}
export interface TextQuestion extends Asked {
  readonly type: 'text'
  /** One line, such as a local number; several unless said. */
  readonly short?: boolean
  /** Offered in one tap. */
  readonly phrases?: readonly Text[]
}
export interface PhotoQuestion extends Asked {
  readonly type: 'photo'
  /** The photo opens for drawing on it: a ring around what is wrong. */
  readonly annotate?: boolean
}
export interface FileQuestion extends Asked {
  readonly type: 'file'
  /** MIME types accepted; any when left out. */
  readonly accepts?: readonly string[]
}
/**
 * Answers as texts: a day `2026-03-11`, an hour `14:30`, both `2026-03-11T14:30`, the words of a bar
 * or QR code. A signature is a picture kept beside the answers; a note is only read.
 */
export interface PlainQuestion extends Asked {
  readonly type: 'date' | 'time' | 'datetime' | 'code' | 'signature' | 'note'
}
/** Computed from the other answers at every reading, never stored, so that it is never stale. */
export interface CalculatedQuestion extends Asked {
  readonly type: 'calculated'
  readonly value: Expr
  readonly unit?: Text
  /** Decimals shown; 0 unless said. */
  readonly decimals?: number
  /** Serves other computations and is not shown. */
  readonly hidden?: boolean
}
/**
 * Questions asked once a row: a `repeat` one row below the other, `opportunities` one observed moment
 * a row (hand hygiene), answered by taps alone, the next row opening by itself. Rows are named
 * at random by the device that adds them, so that two tablets never fill the same one.
 */
export interface GroupQuestion extends Asked {
  readonly type: 'repeat' | 'opportunities'
  /** Not groups: one level, as on paper. */
  readonly questions: readonly Question[]
  /** « Chambre », « Opportunité »: what a row is. */
  readonly rowTitle?: Text
  readonly minRows?: number
  readonly maxRows?: number
}

export type Question =
  | CriterionQuestion
  | ChoiceQuestion
  | NumberQuestion
  | TextQuestion
  | PhotoQuestion
  | FileQuestion
  | PlainQuestion
  | CalculatedQuestion
  | GroupQuestion

export function isGroup(question: Question): question is GroupQuestion {
  return question.type === 'repeat' || question.type === 'opportunities'
}

/** Every question of a form in order, each group followed by its own. */
export function allQuestions(form: Form): readonly Question[] {
  return form.sections.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      isGroup(question) ? [question, ...question.questions] : [question],
    ),
  )
}

/**
 * Answers by key: the id of the question, `group.row.question` below a group. A code, a list of codes,
 * a number, a text.
 */
export type Answers = ReadonlyMap<string, Json>

/** Key of an answer below a group; `rowKey('rooms', 'k3', 'bed')` is `rooms.k3.bed`. */
export function rowKey(group: string, row: string, question: string): string {
  return `${group}.${row}.${question}`
}
