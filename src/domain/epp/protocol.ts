import { type Day, parseDay } from '../shared/day.ts'
import { type Fields, fieldsBelow, textField } from '../shared/json.ts'

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
}

const PREFIX = 'protocol.'

/** Fields `protocol.population`, `protocol.drawing`, `protocol.from`, `protocol.to` of a round. */
export function readProtocol(fields: Fields): Protocol {
  const drawing = textField(fields, `${PREFIX}drawing`)
  return {
    population: textField(fields, `${PREFIX}population`),
    drawing: DRAWINGS.find((code) => code === drawing),
    from: parseDay(textField(fields, `${PREFIX}from`)),
    to: parseDay(textField(fields, `${PREFIX}to`)),
  }
}

/**
 * What a round takes from the one before: who is in and how they are drawn, « the same criteria, the same
 * way of collecting » (R-EPP-7). The period is its own.
 */
export function nextProtocolFields({ population, drawing }: Protocol): Fields {
  return {
    ...(population && { [`${PREFIX}population`]: population }),
    ...(drawing && { [`${PREFIX}drawing`]: drawing }),
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
