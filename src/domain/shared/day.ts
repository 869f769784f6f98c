declare const brand: unique symbol
/** A calendar day without hour or zone, `2026-11-24`: what a register or a deadline means. */
export type Day = string & { readonly [brand]: 'Day' }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** Reads `2026-02-29` as a day only when the calendar has it; undefined otherwise. */
export function parseDay(text: string): Day | undefined {
  const parts = SHAPE.exec(text)
  if (!parts) return undefined
  const month = Number(parts[2])
  const date = Number(parts[3])
  // Read thousands of times by a list or a push: a calendar costs less than making a date of it.
  const isFound = month >= 1 && month <= 12 && date >= 1 && date <= daysIn(Number(parts[1]), month)
  return isFound ? (text as Day) : undefined
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** As `parseDay`, for text known to be a day (built-in data, tests); throws otherwise. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`Not a calendar day: ${text}`)
  return parsed
}

/**
 * The day shown by a clock on the wall of `timeZone` at that instant. Homes live in Guadeloupe and
 * in Paris: the same instant may belong to two days.
 */
export function dayAt(epochMs: number, timeZone: string): Day {
  let format = dayFormats.get(timeZone)
  if (!format) {
    // Swedish writes dates as ISO does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    dayFormats.set(timeZone, format)
  }
  return day(format.format(epochMs))
}

/** One by time zone: building a format costs far more than using it, and every screen asks the day. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The day `count` days later, earlier when negative. */
export function addDays(from: Day, count: number): Day {
  return day(new Date(Date.parse(from) + count * MS_PER_DAY).toISOString().slice(0, 10))
}

/** Whole days from `from` to `to`: 1 for tomorrow, negative for the past. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY)
}

/** `2026-11`, the month a figure belongs to. */
export function monthOf(of: Day): string {
  return of.slice(0, 7)
}
