import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findOutbreaks,
  type InfectionCase,
} from '#domain/adverse-event/outbreaks/find-outbreaks.ts'
import { OUTBREAK_THRESHOLDS } from '#domain/adverse-event/outbreaks/outbreak-thresholds.ts'
import { addDays, day } from '#domain/shared/day.ts'

const START = day('2028-02-25')

function cases(...offsets: number[]): readonly InfectionCase[] {
  return offsets.map((offset, index) => ({
    id: `c${String(index).padStart(3, '0')}`,
    on: addDays(START, offset),
  }))
}

test('three respiratory cases in four days, over the end of February of a leap year', () => {
  const [outbreak, ...others] = findOutbreaks(cases(2, 4, 5), OUTBREAK_THRESHOLDS.ira)
  expect(others).toEqual([])
  expect(outbreak).toMatchObject({ from: '2028-02-27', to: '2028-03-01', metOn: '2028-03-01' })
})

test('the fifth day is out: first and last included, four days make the window', () => {
  expect(findOutbreaks(cases(0, 3, 4), OUTBREAK_THRESHOLDS.ira)).toEqual([])
  expect(findOutbreaks(cases(0, 2, 3), OUTBREAK_THRESHOLDS.ira)).toHaveLength(1)
})

test('four gastro-enteritis do not reach the threshold, the fifth does', () => {
  expect(findOutbreaks(cases(0, 1, 1, 2), OUTBREAK_THRESHOLDS.gea)).toEqual([])
  expect(findOutbreaks(cases(0, 1, 1, 2, 3), OUTBREAK_THRESHOLDS.gea)).toMatchObject([
    { metOn: '2028-02-28' },
  ])
})

test('cases that go on are one outbreak, cases that come back are another', () => {
  const found = findOutbreaks(cases(0, 1, 2, 3, 20, 21, 22), OUTBREAK_THRESHOLDS.ira)
  expect(found.map(({ from, to, cases: held }) => [from, to, held.length])).toEqual([
    ['2028-02-25', '2028-02-28', 4],
    ['2028-03-16', '2028-03-18', 3],
  ])
})

/** Every window of the calendar, counted one by one: what the sliding count must agree with. */
function bruteForce(
  found: readonly InfectionCase[],
  { cases: wanted, days }: { cases: number; days: number },
) {
  const inOutbreak = new Set<string>()
  const metOn: string[] = []
  for (let offset = -10; offset < 80; offset++) {
    const from = addDays(START, offset)
    const to = addDays(from, days - 1)
    const inside = found.filter(({ on }) => on >= from && on <= to)
    if (inside.length < wanted) continue
    for (const { id } of inside) inOutbreak.add(id)
    metOn.push(inside.map(({ on }) => on).sort()[wanted - 1] ?? '')
  }
  return { inOutbreak, first: metOn.sort()[0] }
}

test.each(['ira', 'gea'] as const)(
  'the sliding window of %s says what a count of every window says',
  (kind) => {
    const threshold = OUTBREAK_THRESHOLDS[kind]
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 45 }), (offsets) => {
        const found = cases(...offsets)
        const outbreaks = findOutbreaks(found, threshold)
        const brute = bruteForce(found, threshold)
        const ids = outbreaks.flatMap((outbreak) => outbreak.cases.map(({ id }) => id))
        expect(new Set(ids)).toEqual(brute.inOutbreak)
        expect(ids).toHaveLength(brute.inOutbreak.size)
        expect(outbreaks[0]?.metOn).toBe(brute.first)
        for (const { cases: held, metOn } of outbreaks) {
          const known = held.filter(
            ({ on }) => on <= metOn && on >= addDays(metOn, 1 - threshold.days),
          )
          expect(known.length).toBeGreaterThanOrEqual(threshold.cases)
        }
      }),
      { numRuns: 300, seed: 5 },
    )
  },
)
