import { expect, test } from 'vitest'
import { eventDue } from '#domain/adverse-event/event-due.ts'
import { type Day, parseDay } from '#domain/shared/day.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`Not a day: ${text}`)
  return parsed
}
const declaredOn = day('2026-11-18')

test('a declared event is to be triaged within three days of its declaration (R-EI-7)', () => {
  expect(eventDue({ status: 'declared', declaredOn }, day('2026-11-19'))).toEqual({
    step: 'triage',
    dueOn: '2026-11-21',
    level: 'far',
    daysLate: 0,
  })
})

test.each([
  ['2026-11-20', 'watch', 0],
  ['2026-11-21', 'watch', 0],
  ['2026-11-22', 'late', 1],
  ['2026-12-01', 'late', 10],
] as const)('on %s its triage is %s, %i days late', (today, level, daysLate) => {
  expect(eventDue({ status: 'declared', declaredOn }, day(today))).toMatchObject({
    level,
    daysLate,
  })
})

test('once triaged, an answer is awaited within seven days of the declaration (R-EI-8)', () => {
  expect(eventDue({ status: 'triaged', declaredOn }, day('2026-11-20'))).toMatchObject({
    step: 'answer',
    dueOn: '2026-11-25',
    level: 'far',
  })
})

test.each([
  ['2026-11-18', '2027-01-01', '2027-02-18', 'far', 0],
  ['2026-11-18', '2027-02-04', '2027-02-18', 'watch', 0],
  ['2026-11-18', '2027-02-20', '2027-02-18', 'late', 2],
  // Three months from 30 November end with February.
  ['2026-11-30', '2027-03-01', '2027-02-28', 'late', 1],
  ['2027-11-30', '2028-02-29', '2028-02-29', 'watch', 0],
] as const)(
  'answered, an event of %s is on %s to be closed by %s (R-EI-17)',
  (declared, today, dueOn, level, daysLate) => {
    const event = { status: 'answered', declaredOn: day(declared) } as const
    expect(eventDue(event, day(today))).toEqual({ step: 'closing', dueOn, level, daysLate })
  },
)

test('nothing is awaited once closed, nor without a day to count from', () => {
  expect(eventDue({ status: 'closed', declaredOn }, day('2027-01-01'))).toBeUndefined()
  expect(eventDue({ status: 'declared', declaredOn: undefined }, day('2027-01-01'))).toBeUndefined()
})
