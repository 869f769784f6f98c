import { parseClock } from './clock.ts'
import { addDays, type Day, dayAt } from './day.ts'

/*
 * Between the clock on the wall of a home and the instants of the machine. Laws count hours as they
 * pass and days as the calendar shows them: a delay of 48 hours across a change of hour ends at
 * another time on the wall, a delay in months ends with a day, whatever its length.
 */

const MS_PER_DAY = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * The instant, epoch ms, when the wall of `timeZone` shows that day and hour. An hour shown twice (the
 * night winter time begins) is the first of the two: a delay counted from it is never longer than the
 * law's. An hour never shown (the night summer time begins) is read an hour later, as a watch that
 * was not changed would give it.
 */
export function instantAt(on: Day, clock: string, timeZone: string): number {
  const wall = Date.parse(`${on}T${parseClock(clock) ?? '00:00'}:00Z`)
  const before = wall - offsetAt(wall - MS_PER_DAY, timeZone)
  const after = wall - offsetAt(wall + MS_PER_DAY, timeZone)
  const real = [before, after].filter((instant) => instant + offsetAt(instant, timeZone) === wall)
  return real.length > 0 ? Math.min(...real) : before
}

/** The hour on the wall of `timeZone` at that instant: `07:45`. */
export function clockAt(epochMs: number, timeZone: string): string {
  return new Date(epochMs + offsetAt(epochMs, timeZone)).toISOString().slice(11, 16)
}

/** First instant of the day in that zone. */
export function startOfDay(on: Day, timeZone: string): number {
  return instantAt(on, '00:00', timeZone)
}

/** First instant that is no longer of the day: a delay that ends with the day ends before it. */
export function endOfDay(on: Day, timeZone: string): number {
  return startOfDay(addDays(on, 1), timeZone)
}

/**
 * The instant `hours` after another, counting only the hours of the days kept: the clock stops from
 * midnight to midnight of a day left out (a Sunday, a holiday).
 */
export function addHoursOfDays(
  from: number,
  hours: number,
  timeZone: string,
  isCounted: (day: Day) => boolean,
): number {
  let at = from
  let left = hours * 3_600_000
  for (;;) {
    const today = dayAt(at, timeZone)
    const end = endOfDay(today, timeZone)
    if (isCounted(today)) {
      if (at + left <= end) return at + left
      left -= end - at
    }
    at = end
  }
}

/** Wall less UTC at that instant, ms: minus four hours in Guadeloupe. */
function offsetAt(epochMs: number, timeZone: string): number {
  const shown = new Map(
    formatOf(timeZone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(epochMs / 1000) * 1000
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}
