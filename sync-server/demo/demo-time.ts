import { addDays, type Day, dayAt } from '#domain/shared/day.ts'

export const DEMO_TIME_ZONE = 'America/Guadeloupe'
/** Guadeloupe keeps four hours behind UTC all year. */
const UTC_OFFSET_MS = 4 * 3_600_000

/** The twelve months told by the demonstration, seen from the instant it is made. */
export interface DemoTime {
  readonly now: number
  readonly today: Day
  /** The day so long ago. */
  daysAgo(count: number): Day
  /**
   * The instant of a day at an hour of Guadeloupe (`14.5` is 14:30), never after `now`: what is done
   * cannot have been written in the future.
   */
  instant(day: Day, hour: number): number
}

export function createDemoTime(now: number): DemoTime {
  const today = dayAt(now, DEMO_TIME_ZONE)
  return {
    now,
    today,
    daysAgo: (count) => addDays(today, -count),
    instant: (day, hour) =>
      Math.min(now, Date.parse(day) + UTC_OFFSET_MS + Math.round(hour * 3_600_000)),
  }
}

/** Saturday or Sunday: homes live, the officer rests. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** The working day on or after this one. */
export function workingDay(day: Day): Day {
  return isWeekend(day) ? workingDay(addDays(day, 1)) : day
}
