import type { Answers, Form } from '../form/form.ts'
import { evaluateForm } from '../form/form-state.ts'
import { criteriaOf } from '../form/instances.ts'
import { sectionsOf } from '../form/relevance.ts'
import { stepOf } from '../form/scales.ts'
import { byNumber, numberOfElement } from './has-number.ts'

/** The score of a critère, an objectif, a thématique or a chapter. */
export interface LevelScore {
  readonly number: string
  /** 1 to 4, not rounded; undefined when nothing counts. */
  readonly mean: number | undefined
  /** How many of the level below count. */
  readonly n: number
}

export interface CriterionScore extends LevelScore {
  readonly objective: string
  readonly chapter: string
  readonly theme: string | undefined
  readonly imperatif: boolean
  /** Elements without an answer yet. */
  readonly missing: number
  /** Impératif fully met: every element that counts is at 4 or « optimisé », and none is missing. */
  readonly met: boolean
}

export interface ElementScores {
  readonly criteria: readonly CriterionScore[]
  readonly objectives: readonly LevelScore[]
  readonly themes: readonly LevelScore[]
  readonly chapters: readonly LevelScore[]
}

/**
 * Scores from the elements up: a critère is the mean of its elements, an objectif of its critères, a
 * thématique of the objectifs it holds, a chapter of its own, NC and RI left out at each step
 * (R-HAS-2). Equal weights between levels are our reading, the sources being silent. A critère
 * impératif at 3.9 is not met (R-HAS-3). Nothing is rounded; `cutMean` is how a mean is shown.
 */
export function elementScores(form: Form, answers: Answers): ElementScores {
  const criteria = criterionScores(form, answers)
  const objectives = [...new Set(criteria.map(({ objective }) => objective))].map((objective) => {
    const own = criteria.filter((each) => each.objective === objective)
    return {
      ...levelOf(objective, own),
      theme: own[0]?.theme,
      chapter: own[0]?.chapter ?? '',
    }
  })
  const above = (name: 'theme' | 'chapter') =>
    [...new Set(objectives.flatMap((each) => each[name] ?? []))].sort(byNumber).map((number) =>
      levelOf(
        number,
        objectives.filter((each) => each[name] === number),
      ),
    )
  return {
    criteria,
    objectives: objectives.map(({ number, mean, n }) => ({ number, mean, n })),
    themes: above('theme'),
    chapters: above('chapter'),
  }
}

/** A mean as it is shown: two decimals, cut and not rounded (R-TRA-3). */
export function cutMean(mean: number): number {
  // A mean of whole numbers that falls on a hundredth may be a hair under it once divided.
  return Math.floor(mean * 100 + 1e-7) / 100
}

function criterionScores(form: Form, answers: Answers): readonly CriterionScore[] {
  const state = evaluateForm(form, answers)
  const elements = sectionsOf(state).flatMap(({ section, questions }) =>
    criteriaOf(questions, state).flatMap(({ key, question }) => {
      const number = numberOfElement(question.id)
      const step = stepOf(question, state.answers.get(key))
      return number ? [{ ...number, theme: section.theme, question, step }] : []
    }),
  )
  return [...new Set(elements.map(({ criterion }) => criterion))].sort(byNumber).map((number) => {
    const own = elements.filter(({ criterion }) => criterion === number)
    const values = own.flatMap(({ step }) => step?.worth ?? [])
    const missing = own.filter(({ step }) => step === undefined).length
    return {
      number,
      objective: own[0]?.objective ?? '',
      chapter: own[0]?.chapter ?? '',
      theme: own[0]?.theme,
      imperatif: own.some(({ question }) => question.imperatif === number),
      mean: meanOf(values),
      n: values.length,
      missing,
      met: missing === 0 && values.length > 0 && values.every((value) => value === 4),
    }
  })
}

function levelOf(number: string, below: readonly LevelScore[]): LevelScore {
  const means = below.flatMap(({ mean }) => mean ?? [])
  return { number, mean: meanOf(means), n: means.length }
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
