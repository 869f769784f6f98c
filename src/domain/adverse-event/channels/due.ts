import { addHoursOfDays, clockAt, endOfDay, startOfDay } from '../../shared/civil-time.ts'
import { type Day, dayAt } from '../../shared/day.ts'
import { addMonths } from '../../shared/months.ts'
import { isPublicHoliday, isSunday } from '../../shared/public-holidays.ts'
import type { ChannelStep } from './channel.ts'
import type { Readings } from './readings.ts'

const MS_PER_HOUR = 3_600_000
const MS_PER_MINUTE = 60_000

/** When a step must be done. `since` is the instant its delay runs from, epoch ms. */
export type Due =
  | { readonly kind: 'at-once'; readonly since: number }
  /** Before that instant. */
  | { readonly kind: 'instant'; readonly since: number; readonly at: number }
  /** That day at the latest: `at` is its last instant, excluded. */
  | { readonly kind: 'day'; readonly since: number; readonly on: Day; readonly at: number }
  /** Our sources give no figure. */
  | { readonly kind: 'unset' }

/**
 * The end of a delay begun at `since`, on the clocks of `timeZone` (rule R-EI-10). Hours are hours
 * that pass, whatever a change of hour does to the wall; months end with their day, at midnight, and
 * are not moved when it is a Sunday or a holiday: the earliest reading never makes one late.
 */
export function dueOf(
  { delay, reading }: Pick<ChannelStep, 'delay' | 'reading'>,
  since: number,
  timeZone: string,
  readings: Readings,
): Due {
  switch (delay.kind) {
    case 'unset':
      return { kind: 'unset' }
    case 'at-once':
      return { kind: 'at-once', since }
    case 'months': {
      const on = addMonths(dayAt(since, timeZone), delay.months)
      return { kind: 'day', since, on, at: endOfDay(on, timeZone) }
    }
    case 'hours': {
      const chosen = reading && readings[reading]
      const from = chosen === 'next-hour' ? nextFullHour(since, timeZone) : since
      const at =
        chosen === 'open-days'
          ? addHoursOfDays(
              from,
              delay.hours,
              timeZone,
              (day) => !isSunday(day) && !isPublicHoliday(day, timeZone),
            )
          : from + delay.hours * MS_PER_HOUR
      return { kind: 'instant', since, at }
    }
  }
}

/** The instant of a day whose hour is unknown: its first, so that no delay is counted too long. */
export function earliestOf(on: Day, timeZone: string): number {
  return startOfDay(on, timeZone)
}

/** The hour that runs is not counted: 10:00 and 10:59 both give 11:00 (règlement 1182/71, art. 3). */
function nextFullHour(at: number, timeZone: string): number {
  const minutes = Number(clockAt(at, timeZone).slice(3))
  return at - (at % MS_PER_MINUTE) + (60 - minutes) * MS_PER_MINUTE
}
