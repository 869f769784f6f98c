import { ALARM_CODES, ALARM_GROUPS } from '#domain/adverse-event/analysis/alarm.ts'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import { maskPersonalData } from '#domain/adverse-event/mask-personal-data.ts'
import { BARRIER_TEXTS, ANALYSIS_REPORT_TEXTS as TEXTS } from './analysis-texts.ts'
import { heading, paragraph } from './flow.ts'
import type { ReportContext } from './report-context.ts'
import { dayInWords, typed } from './report-format.ts'

type Title = Exclude<keyof typeof TEXTS, 'held' | 'failed' | 'evaluate'>

/** A part of an analysis on paper: its title, then its lines, every one of them masked (R-EI-13). */
export function drawPart(
  { sheet, words, language }: ReportContext,
  title: Title,
  lines: readonly string[],
): void {
  heading(sheet, words(TEXTS[title]), 10)
  const said = lines.map((line) => typed(maskPersonalData(line), language)).filter(Boolean)
  if (said.length === 0) paragraph(sheet, words(TEXTS.none))
  for (const line of said) paragraph(sheet, line)
}

export function factLines({ facts }: Analysis, { language }: ReportContext): readonly string[] {
  return facts.map(({ on, at, words }) =>
    [on && dayInWords(on, language), at, words].filter(Boolean).join(', '),
  )
}

export function causeLines({ causes }: Analysis, { words }: ReportContext): readonly string[] {
  return ALARM_CODES.flatMap((code) =>
    causes
      .filter(({ group }) => group === code)
      .map((cause) => `${words(ALARM_GROUPS[code].title)} : ${cause.words}`),
  )
}

export function barrierLines({ barriers }: Analysis, { words }: ReportContext): readonly string[] {
  return barriers.map(
    (barrier) =>
      `${barrier.words} (${words(BARRIER_TEXTS[barrier.kind])}) : ${words(barrier.worked ? TEXTS.held : TEXTS.failed)}`,
  )
}

export function decisionLines(
  { decisions }: Analysis,
  { words, language }: ReportContext,
): readonly string[] {
  return decisions.map((decision) =>
    decision.evaluateOn
      ? `${decision.words}, ${words(TEXTS.evaluate)} ${dayInWords(decision.evaluateOn, language)}`
      : decision.words,
  )
}
