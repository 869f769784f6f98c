import type { Drawing, Protocol } from '#domain/epp/protocol.ts'
import type { ReportContext } from './report-context.ts'
import { dayInWords, percentInWords, typed } from './report-format.ts'
import type { ReportTextKey } from './report-texts.ts'

const DRAWING: Record<Drawing, ReportTextKey> = {
  all: 'drawingAll',
  random: 'drawingRandom',
  systematic: 'drawingSystematic',
  latest: 'drawingLatest',
  convenience: 'drawingConvenience',
}

/** What was fixed before the round, a sentence each; a part left open is said to be (R-EPP-7). */
export function protocolInWords(
  { t, language }: ReportContext,
  protocol: Protocol | undefined,
): readonly string[] {
  const { population = '', drawing, from, to } = protocol ?? {}
  return [
    t('eppPopulation', { words: typed(population, language) || t('eppLeftOpen') }),
    t('eppDrawing', { words: drawing ? t(DRAWING[drawing]) : t('eppLeftOpen') }),
    periodInWords(),
  ]

  function periodInWords(): string {
    const day = (value: NonNullable<typeof from>) => dayInWords(value, language)
    if (from && to) return t('eppPeriod', { from: day(from), to: day(to) })
    if (from) return t('eppPeriodFrom', { from: day(from) })
    return to ? t('eppPeriodTo', { to: day(to) }) : t('eppNoPeriod')
  }
}

/** What was expected: one rate for all, one by criterion written beside it, or nothing (R-EPP-8). */
export function targetInWords(
  { t, language }: ReportContext,
  targets: ReadonlyMap<string, number>,
  shared: number | undefined,
): string {
  if (shared !== undefined) return t('eppTarget', { target: percentInWords(shared, language) })
  return t(targets.size > 0 ? 'eppOwnTargets' : 'eppNoTarget')
}
