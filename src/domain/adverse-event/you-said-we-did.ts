import { type Day, daysBetween } from '../shared/day.ts'
import type { AdverseEvent, EventFamily } from './adverse-event.ts'
import { ANSWER_TARGET_DAYS } from './event-due.ts'
import { maskPersonalData } from './mask-personal-data.ts'

/** A group smaller than this could point at its author: it is neither named nor counted (D5). */
export const LEAST_GROUP = 5

export interface SaidGroup {
  readonly family: EventFamily
  readonly count: number
  /** What changed, a sentence each, masked, once each. */
  readonly changes: readonly string[]
}

/** What a unit reads on its wall. */
export interface YouSaidWeDid {
  /** Undefined under five: the number itself would tell. */
  readonly declared: number | undefined
  /** Families of five declarations and more, the most declared first. */
  readonly groups: readonly SaidGroup[]
  /** What changed after the others: no family is named, none is counted. */
  readonly otherChanges: readonly string[]
}

/**
 * « Vous avez dit, nous avons fait » of a unit over a period, both ends included, by day declared
 * (R-EI-33). Bears no name, no account of the facts and no reference; only the sentence that the
 * référent wrote for it (`changed`), without what looks like personal data.
 */
export function youSaidWeDid(
  events: readonly AdverseEvent[],
  { unit, from, to }: { readonly unit: string; readonly from: Day; readonly to: Day },
): YouSaidWeDid {
  const here = events.filter(
    (event) =>
      event.unit === unit &&
      event.declaredOn !== undefined &&
      event.declaredOn >= from &&
      event.declaredOn <= to,
  )
  const byFamily = new Map<EventFamily, AdverseEvent[]>()
  for (const event of here) {
    byFamily.set(event.family, [...(byFamily.get(event.family) ?? []), event])
  }
  const large = [...byFamily].filter(([, events]) => events.length >= LEAST_GROUP)
  const small = [...byFamily].filter(([, events]) => events.length < LEAST_GROUP)
  return {
    declared: here.length >= LEAST_GROUP ? here.length : undefined,
    groups: large
      .map(([family, events]) => ({ family, count: events.length, changes: changesOf(events) }))
      .sort((a, b) => b.count - a.count || a.family.localeCompare(b.family)),
    otherChanges: changesOf(small.flatMap(([, events]) => events)).toSorted(),
  }
}

function changesOf(events: readonly AdverseEvent[]): readonly string[] {
  const sentences = events.map(({ changed }) => maskPersonalData(changed.trim()))
  return [...new Set(sentences.filter((sentence) => sentence !== ''))]
}

/** What an event's figure tells of its answer. */
export interface Answered {
  readonly declaredOn: Day | undefined
  readonly answeredOn: Day | undefined
  readonly isAnswered: boolean
}

/**
 * How many of these events have an answer to their author, and how many had it within seven days of
 * the declaration, the day of the declaration being day 0 (R-EI-8).
 */
export function answeredInTime(events: readonly Answered[]): {
  readonly answered: number
  readonly inTime: number
} {
  const answered = events.filter(({ isAnswered }) => isAnswered)
  const inTime = answered.filter(
    ({ declaredOn, answeredOn }) =>
      declaredOn !== undefined &&
      answeredOn !== undefined &&
      daysBetween(declaredOn, answeredOn) <= ANSWER_TARGET_DAYS,
  )
  return { answered: answered.length, inTime: inTime.length }
}
