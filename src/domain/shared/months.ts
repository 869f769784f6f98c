import { type Day, day } from './day.ts'

/**
 * The day `count` months later: the same number, or the last day of a month that has not so many. 30
 * November and three months is 28 February, 29 in a leap year (code de procédure civile, art. 641,
 * to verify for administrative delays).
 */
export function addMonths(from: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return day(first.toISOString().slice(0, 10))
}
