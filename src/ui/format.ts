/*
 * Days, hours and figures as people read them. Intl writes the narrow no-break space, which the
 * embedded font does not have: every result passes through `wide`.
 */
import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import { withMinusSign } from '#domain/shared/typography.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const
const NO_BREAK = '\u00a0'

const DAY_STYLE = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  near: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DayStyle = keyof typeof DAY_STYLE

/** « mardi 24 novembre 2026 », « 24 nov. 2026 », « 24 nov. » or « mardi 24 nov. »; the first is « 1er ». */
export function formatDay(day: Day, language: Language, style: DayStyle = 'short'): string {
  // A day has no zone: read and written in UTC so that it never slips to its neighbour.
  const text = dateFormat(language, { ...DAY_STYLE[style], timeZone: 'UTC' }).format(
    Date.parse(day),
  )
  // Some versions of Intl put a comma after the English weekday, some do not.
  if (language === 'en') return wide(text).replace(', ', ' ')
  return wide(text).replace(/(^|\s)1 (?=\p{L})/u, '$11er ')
}

/** « 24 nov. », with its year when it is not the one of `today`. */
export function formatNearDay(day: Day, today: Day, language: Language): string {
  return formatDay(day, language, day.slice(0, 4) === today.slice(0, 4) ? 'near' : 'short')
}

/** « oct. 2026 », from any day of the month. */
export function formatMonth(day: Day, language: Language): string {
  const options = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return wide(dateFormat(language, options).format(Date.parse(day)))
}

/** « 9:41 », or « 14:32:07 » for a stamp that must be exact. */
export function formatClock(
  epochMs: number,
  language: Language,
  timeZone: string,
  withSeconds = false,
): string {
  const clock = dateFormat(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
  }).format(epochMs)
  // « 9:41 » in a sentence; a stamp keeps its columns.
  return withSeconds ? clock : clock.replace(/^0/, '')
}

/** « 24 nov., 17:48 ». */
export function formatStamp(epochMs: number, language: Language, timeZone: string): string {
  const day = dateFormat(language, { timeZone, day: 'numeric', month: 'short' }).format(epochMs)
  return `${wide(day)}, ${formatClock(epochMs, language, timeZone)}`
}

/** « 84 % » in French, `84%` in English, from a rate of 0 to 1. */
export function formatPercent(rate0to1: number, language: Language, decimals = 0): string {
  return formatFigure(rate0to1, language, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
}

/** « 1 234,5 », « −8,2 ». At most `decimals` digits after the comma. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  // What rounds to zero has no sign: « 0 », never « −0 ».
  return formatFigure(value, language, { maximumFractionDigits: decimals, signDisplay: 'negative' })
}

/** A number, as people read it. */
export function formatFigure(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions,
): string {
  return withMinusSign(wide(new Intl.NumberFormat(LOCALE[language], options).format(value)))
}

/** Formats built so far: building one costs far more than using it, and each save shows its time. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([language, options])
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], options)
  dateFormats.set(key, known)
  return known
}

function wide(text: string): string {
  return text.replaceAll('\u202f', NO_BREAK)
}
