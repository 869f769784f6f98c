import type { Form } from '../form/form.ts'
import { type Day, parseDay } from '../shared/day.ts'
import { type Fields, fieldsBelow, type Json, textField } from '../shared/json.ts'

/** How the files of a sample are chosen: all of them, at random, one in so many, the latest, or as they come. */
export const DRAWINGS = ['all', 'random', 'systematic', 'latest', 'convenience'] as const
export type Drawing = (typeof DRAWINGS)[number]

/** What is fixed before a round, so that the next is collected the same way. Nothing is invented when left open. */
export interface Protocol {
  /** Who or what is in and out: « présents depuis plus de six mois, hors fin de vie ». */
  readonly population: string
  readonly drawing: Drawing | undefined
  /** First and last day of the files or moments read. */
  readonly from: Day | undefined
  readonly to: Day | undefined
  /** Conformity expected of every criterion, 0 to 1; that of the form unless said. */
  readonly target: number | undefined
  /** Conformity expected of one criterion, 0 to 1, by its id. */
  readonly targets: ReadonlyMap<string, number>
}

const PREFIX = 'protocol.'

/**
 * Fields `protocol.population`, `protocol.drawing`, `protocol.from`, `protocol.to`, `protocol.target` and
 * `protocol.targets.<criterion>` of a round.
 */
export function readProtocol(fields: Fields): Protocol {
  const drawing = textField(fields, `${PREFIX}drawing`)
  return {
    population: textField(fields, `${PREFIX}population`),
    drawing: DRAWINGS.find((code) => code === drawing),
    from: parseDay(textField(fields, `${PREFIX}from`)),
    to: parseDay(textField(fields, `${PREFIX}to`)),
    target: asTarget(fields[`${PREFIX}target`]),
    targets: new Map(
      [...fieldsBelow(fields, `${PREFIX}targets.`)].flatMap(([criterion, value]) => {
        const target = asTarget(value)
        return target === undefined ? [] : [[criterion, target] as const]
      }),
    ),
  }
}

/**
 * What a round takes from the one before: who is in, how they are drawn and what is expected, « the same
 * criteria, the same way of collecting » (R-EPP-7). The period is its own.
 */
export function nextProtocolFields({ population, drawing, target, targets }: Protocol): Fields {
  return {
    ...(population && { [`${PREFIX}population`]: population }),
    ...(drawing && { [`${PREFIX}drawing`]: drawing }),
    ...(target !== undefined && { [`${PREFIX}target`]: target }),
    ...Object.fromEntries([...targets].map(([id, each]) => [`${PREFIX}targets.${id}`, each])),
  }
}

/** Reason written for a criterion too often « non applicable », by criterion: `naReason.<criterion>` (R-EPP-6). */
export function readNaReasons(fields: Fields): ReadonlyMap<string, string> {
  return new Map(
    [...fieldsBelow(fields, 'naReason.')].flatMap(([criterion, words]) =>
      typeof words === 'string' && words !== '' ? [[criterion, words] as const] : [],
    ),
  )
}

/** Whether a period ends before it begins: it is refused where it is typed, and said where it is read. */
export function isPeriodReversed({
  from,
  to,
}: {
  from?: string | undefined
  to?: string | undefined
}) {
  return Boolean(from && to && to < from)
}

/**
 * What is expected of each criterion, 0 to 1: what the protocol says of it, else of all, else the form of
 * its part or of the whole (R-EPP-8). A criterion nothing is expected of is not in it.
 */
export function targetsOf(
  { sections, target: ofForm }: Pick<Form, 'sections' | 'target'>,
  { target, targets }: Pick<Protocol, 'target' | 'targets'>,
): ReadonlyMap<string, number> {
  return new Map(
    sections.flatMap((section) =>
      section.questions.flatMap(({ id, type }) => {
        const expected = targets.get(id) ?? target ?? section.target ?? ofForm
        return type !== 'criterion' || expected === undefined ? [] : [[id, expected] as const]
      }),
    ),
  )
}

/** The one target all criteria share; undefined when they differ, or when a criterion has none. */
export function sharedTarget(
  form: Pick<Form, 'sections'>,
  targets: ReadonlyMap<string, number>,
): number | undefined {
  const criteria = form.sections
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === 'criterion')
  const [first, ...others] = new Set(criteria.map(({ id }) => targets.get(id)))
  return others.length > 0 ? undefined : first
}

function asTarget(value: Json | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined
}
