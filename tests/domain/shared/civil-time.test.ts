import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addHoursOfDays,
  clockAt,
  endOfDay,
  instantAt,
  startOfDay,
} from '#domain/shared/civil-time.ts'
import { addDays, day, dayAt } from '#domain/shared/day.ts'
import { addMonths } from '#domain/shared/months.ts'
import { isPublicHoliday, isSunday } from '#domain/shared/public-holidays.ts'

const PARIS = 'Europe/Paris'
const GUADELOUPE = 'America/Guadeloupe'
const utc = (text: string) => Date.parse(text)
const HOUR = 3_600_000

test.each([
  ['2026-01-15', '08:00', PARIS, '2026-01-15T07:00:00Z'],
  ['2026-07-15', '08:00', PARIS, '2026-07-15T06:00:00Z'],
  ['2026-07-15', '08:00', GUADELOUPE, '2026-07-15T12:00:00Z'],
  ['2026-12-31', '23:30', GUADELOUPE, '2027-01-01T03:30:00Z'],
  // Shown twice: the first of the two. Never shown: an hour later on the wall.
  ['2026-10-25', '02:30', PARIS, '2026-10-25T00:30:00Z'],
  ['2026-03-29', '02:30', PARIS, '2026-03-29T01:30:00Z'],
])('%s %s in %s is %s', (on, clock, timeZone, instant) => {
  expect(instantAt(day(on), clock, timeZone)).toBe(utc(instant))
})

test('a day lasts 23 or 25 hours when the hour changes, 24 else', () => {
  const hours = (on: string, zone: string) =>
    (endOfDay(day(on), zone) - startOfDay(day(on), zone)) / HOUR
  expect(hours('2026-03-29', PARIS)).toBe(23)
  expect(hours('2026-10-25', PARIS)).toBe(25)
  expect(hours('2026-03-29', GUADELOUPE)).toBe(24)
})

test('an instant read on the wall and written back is the same minute, save in the hour shown twice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: utc('2020-01-01'), max: utc('2035-01-01') }),
      fc.constantFrom(PARIS, GUADELOUPE, 'Indian/Reunion'),
      (at, zone) => {
        const minute = at - (at % 60_000)
        const back = instantAt(dayAt(minute, zone), clockAt(minute, zone), zone)
        expect([minute, minute - HOUR]).toContain(back)
        expect(clockAt(back, zone)).toBe(clockAt(minute, zone))
      },
    ),
    { numRuns: 60, seed: 5 },
  )
})

test('hours of kept days only: minute by minute, the same as a count by hand', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: utc('2026-03-20'), max: utc('2026-05-31') }),
      fc.integer({ min: 1, max: 60 }),
      (at, hours) => {
        const from = at - (at % HOUR)
        const isOpen = (on: ReturnType<typeof day>) => !isSunday(on) && !isPublicHoliday(on, PARIS)
        let left = hours
        let hand = from
        while (left > 0) {
          if (isOpen(dayAt(hand, PARIS))) left -= 1
          hand += HOUR
        }
        expect(addHoursOfDays(from, hours, PARIS, isOpen)).toBe(hand)
      },
    ),
    { numRuns: 60, seed: 5 },
  )
})

test.each([
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-11-28', 3, '2027-02-28'],
  ['2026-08-31', 3, '2026-11-30'],
  ['2026-10-15', 3, '2027-01-15'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (from, count, expected) => {
  expect(addMonths(day(from), count)).toBe(expected)
})

test('months keep the day, or the last of a shorter month; they never skip one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 40 }), (at, count) => {
      const from = addDays(day('2020-01-01'), at)
      const to = addMonths(from, count)
      const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      expect(index(to) - index(from)).toBe(count)
      const isLast = addDays(to, 1).slice(8) === '01'
      expect(to.slice(8) === from.slice(8) || (isLast && to.slice(8) < from.slice(8))).toBe(true)
    }),
    { numRuns: 200, seed: 5 },
  )
})

test.each([
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-14', 'Ascension'],
  ['2026-05-25', 'Whit Monday'],
  ['2027-03-29', 'Easter Monday'],
  ['2038-04-26', 'Easter Monday, the latest there is'],
  ['2026-05-08', '8 May'],
  ['2026-12-25', 'Christmas'],
])('%s is a holiday everywhere: %s', (on) => {
  expect(isPublicHoliday(day(on), PARIS)).toBe(true)
  expect(isPublicHoliday(day(on), GUADELOUPE)).toBe(true)
})

test('27 May is a holiday in Guadeloupe and a working day in Paris', () => {
  expect(isPublicHoliday(day('2026-05-27'), GUADELOUPE)).toBe(true)
  expect(isPublicHoliday(day('2026-05-27'), PARIS)).toBe(false)
  expect(isSunday(day('2026-11-22'))).toBe(true)
  expect(isSunday(day('2026-11-23'))).toBe(false)
})
