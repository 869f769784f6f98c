import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import {
  type CountedEvent,
  countedFromEvents,
  countedFromFigures,
} from '#domain/adverse-event/numbers/counted-event.ts'
import { byFamily, byHour, byPlace } from '#domain/adverse-event/numbers/group-events.ts'
import { monthlyRates, periodRate } from '#domain/adverse-event/numbers/monthly-rates.ts'
import { presenceDays } from '#domain/adverse-event/numbers/presence-days.ts'
import { monthsSinceFirst, wholeMonths } from '#domain/adverse-event/numbers/whole-months.ts'
import { projectFigure } from '#domain/figures/project-figure.ts'
import { readIndicatorValue } from '#domain/indicator/indicator-value.ts'
import { addDays, day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'

const event = (overrides: Partial<CountedEvent> = {}): CountedEvent => ({
  declaredOn: day('2026-10-12'),
  family: 'fall',
  isAnonymous: false,
  unit: 'u1',
  occurredAt: '21:40',
  ...overrides,
})

const FIELDS: readonly Fields[] = [
  { declaredOn: '2026-10-12', identity: 'anonymous', 'answers.family': 'meal', unit: 'u1' },
  { declaredOn: '2026-10-13', identity: 'nominative', occurredAt: '07:05', unit: 'u2' },
  { declaredOn: '2026-10-14', identity: 'nominative', duplicateOf: 'another' },
  { identity: 'confidential' },
]

const EVENTS = FIELDS.map((fields, at) => readAdverseEvent(`e${at}`, 's', fields))

describe('what is counted', () => {
  test('leaves out duplicates, and what has no day', () => {
    const counted = countedFromEvents(EVENTS)
    expect(counted).toEqual([
      event({ family: 'meal', isAnonymous: true, occurredAt: '' }),
      event({
        declaredOn: day('2026-10-13'),
        family: 'other',
        unit: 'u2',
        occurredAt: '07:05',
      }),
    ])
  })

  test('is the same from the figures of the porteur, less the place and the hour', () => {
    const figures = FIELDS.map((fields) => projectFigure('adverse-event', fields)?.fields ?? {})
    const counted = countedFromEvents(EVENTS)
    expect(countedFromFigures(figures)).toEqual(
      counted.map((each) => ({ ...each, unit: '', occurredAt: '' })),
    )
  })

  test('an event whose identity is not known is counted with the anonymous ones', () => {
    expect(countedFromFigures([{ declaredOn: '2026-10-12' }])[0]?.isAnonymous).toBe(true)
  })
})

describe('the twelve whole months', () => {
  test('end before the current one, over a new year and a leap day', () => {
    expect(wholeMonths(day('2026-11-24'), 0).at(0)).toBe('2025-11')
    expect(wholeMonths(day('2026-11-24'), 0).at(-1)).toBe('2026-10')
    expect(wholeMonths(day('2028-03-31'), 0).at(-1)).toBe('2028-02')
    expect(wholeMonths(day('2027-01-01'), 1)).toEqual(
      Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`),
    )
  })

  test('and the twelve before never share a month, so that no period is part of another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const today = addDays(day('2000-01-01'), count)
        const both = [...wholeMonths(today, 1), ...wholeMonths(today, 0)]
        expect(new Set(both).size).toBe(24)
        expect(both).toEqual(both.toSorted())
        expect(both.at(-1) ?? '').toBe(addDays(day(`${today.slice(0, 7)}-01`), -1).slice(0, 7))
      }),
      { numRuns: 60, seed: 5 },
    )
  })
})

test('months before the first declaration of a home are no count', () => {
  const months = ['2026-08', '2026-09', '2026-10']
  const late = [event(), event({ declaredOn: day('2026-09-30') })]
  expect(monthsSinceFirst(months, late)).toEqual(['2026-09', '2026-10'])
  expect(monthsSinceFirst(months, [])).toEqual([])
})

describe('days of presence', () => {
  const value = (id: string, fields: Fields) =>
    readIndicatorValue(id, 'home', { indicator: 'i-25', period: '2026-10', ...fields })

  test('are the numerator of the occupancy rate of that month', () => {
    const values = [
      value('a', { numerator: 2400, denominator: 2604 }),
      value('b', { numerator: 2300, period: '2026-09' }),
      value('c', { numerator: 9, indicator: 'i-23' }),
    ]
    expect(presenceDays(values, '2026-10')).toEqual({ kind: 'known', days: 2400, records: ['a'] })
    expect(presenceDays(values, '2026-08')).toEqual({ kind: 'missing' })
  })

  test('are missing when none or zero was entered, never taken for zero', () => {
    expect(presenceDays([value('a', {}), value('b', { numerator: 0 })], '2026-10')).toEqual({
      kind: 'missing',
    })
  })

  test('entered twice are known when they agree, and wait for a person when they do not', () => {
    const twice = [value('a', { numerator: 2400 }), value('b', { numerator: 2400 })]
    expect(presenceDays(twice, '2026-10')).toMatchObject({ kind: 'known', records: ['a', 'b'] })
    expect(presenceDays([...twice, value('c', { numerator: 2410 })], '2026-10')).toEqual({
      kind: 'disagree',
      records: ['a', 'b', 'c'],
    })
  })
})

describe('events for 1,000 days of presence', () => {
  const months = ['2026-09', '2026-10']
  const events = [
    ...Array.from({ length: 9 }, () => event()),
    event({ declaredOn: day('2026-09-30') }),
    event({ declaredOn: day('2026-11-01') }),
  ]

  test('are counted by the month declared, over the days of that month', () => {
    const rates = monthlyRates(events, months, (month) => (month === '2026-09' ? 2000 : 3000))
    expect(rates).toEqual([
      { month: '2026-09', events: 1, days: 2000, rate: 0.5 },
      { month: '2026-10', events: 9, days: 3000, rate: 3 },
    ])
    // Ten in 5,000, which is not the mean of 0.5 and 3.
    expect(periodRate(rates)).toEqual({ kind: 'rated', events: 10, days: 5000, rate: 2 })
  })

  test('a month without days has no rate, and the period none', () => {
    const rates = monthlyRates(events, months, (month) => (month === '2026-09' ? 2000 : undefined))
    expect(rates[1]).toEqual({ month: '2026-10', events: 9, days: undefined, rate: undefined })
    expect(periodRate(rates)).toEqual({ kind: 'incomplete', events: 10, missing: 1 })
  })

  test('under ten events, counts alone', () => {
    const rates = monthlyRates(events.slice(1, 9), months, () => 2000)
    expect(periodRate(rates)).toEqual({ kind: 'too-small', events: 8, days: 4000 })
  })
})

describe('groups', () => {
  test('every event is in one group of each kind, and each group knows its anonymous ones', () => {
    const arbitrary = fc.record({
      declaredOn: fc.constant(day('2026-10-12')),
      family: fc.constantFrom('fall' as const, 'meal' as const, 'other' as const),
      isAnonymous: fc.boolean(),
      unit: fc.constantFrom('u1', 'u2', 'gone', ''),
      occurredAt: fc.constantFrom('', '00:00', '03:59', '04:00', '23:55', 'soir'),
    })
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 40 }), (events) => {
        for (const groups of [
          byFamily(events),
          byPlace(events, [{ id: 'u1' }, { id: 'u2' }]),
          byHour(events),
        ]) {
          const sum = (read: (group: (typeof groups)[number]) => number) =>
            groups.reduce((total, group) => total + read(group), 0)
          expect(sum(({ count }) => count)).toBe(events.length)
          expect(sum(({ anonymous }) => anonymous)).toBe(
            events.filter(({ isAnonymous }) => isAnonymous).length,
          )
        }
      }),
      { numRuns: 60, seed: 5 },
    )
  })

  test('bands begin at their first minute; an anonymous declaration is in none', () => {
    const groups = byHour([
      event({ occurredAt: '03:59' }),
      event({ occurredAt: '04:00' }),
      event({ occurredAt: '23:59' }),
      event({ occurredAt: '21:40', isAnonymous: true }),
      event({ occurredAt: '' }),
    ])
    const counts = Object.fromEntries(groups.map(({ id, count }) => [id, count]))
    expect(counts).toMatchObject({ '00-04': 1, '04-08': 1, '16-20': 0, '20-24': 1, '': 2 })
  })

  test('a unit that is no longer in the list counts among those not said', () => {
    const groups = byPlace([event({ unit: 'gone' }), event()], [{ id: 'u1' }])
    expect(groups.map(({ id, count }) => [id, count])).toEqual([
      ['u1', 1],
      ['', 1],
    ])
  })
})
