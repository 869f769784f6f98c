import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOf, type DoubleRating } from '#domain/statistics/kappa.ts'
import { countedKappa, measuredError } from './independent.ts'

/** Ratings of a table of counts, rows by the first person. */
function ratingsOf(table: readonly (readonly number[])[]): readonly DoubleRating[] {
  return table.flatMap((row, i) =>
    row.flatMap((count, j) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${i}-${j}-${at}`,
        first: `${i}`,
        second: `${j}`,
      })),
    ),
  )
}

/** Half the width of the interval over 1.96: the standard error. */
function errorOf(table: readonly (readonly number[])[]): number {
  const { kappa = Number.NaN, interval } = agreementOf(ratingsOf(table))
  return (kappa - (interval?.low ?? Number.NaN)) / 1.96
}

describe('kappa of two auditors', () => {
  test.each([
    // Cohen J. A coefficient of agreement for nominal scales. Educ Psychol Meas 1960; 20: 37-46,
    // table 2, p. 45, 200 cases; quoted cell by cell by thomaspingel/cohens-kappa-matlab, cohenskappa.m.
    [
      'Cohen 1960',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.492,
      3,
    ],
    // Fleiss, Levin, Paik. Statistical methods for rates and proportions, 3rd ed. 2003, table 18.1.
    [
      'Fleiss 2003',
      [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      0.68,
      2,
    ],
    // SAS/STAT user's guide, FREQ procedure, « Cohen's kappa coefficient », skin condition study.
    [
      'SAS skin',
      [
        [10, 4, 1, 0],
        [5, 10, 12, 2],
        [2, 4, 12, 5],
        [0, 2, 6, 13],
      ],
      0.3449,
      4,
    ],
  ])('%s: the table gives the kappa published', (_, table, kappa, digits) => {
    expect(agreementOf(ratingsOf(table)).kappa).toBeCloseTo(kappa, digits)
  })

  test('its error and its interval are the ones published by SAS for the skin condition study', () => {
    const skin = [
      [10, 4, 1, 0],
      [5, 10, 12, 2],
      [2, 4, 12, 5],
      [0, 2, 6, 13],
    ]
    const { interval } = agreementOf(ratingsOf(skin))
    expect(errorOf(skin)).toBeCloseTo(0.0724, 4)
    expect(interval?.low).toBeCloseTo(0.203, 4)
    expect(interval?.high).toBeCloseTo(0.4868, 4)
  })

  test('kappa and its error are those found by counting pairs and measuring slopes', () => {
    const tables = fc
      .integer({ min: 2, max: 4 })
      .chain((size) =>
        fc.array(fc.array(fc.nat(9), { minLength: size, maxLength: size }), {
          minLength: size,
          maxLength: size,
        }),
      )
      .filter((table) => {
        const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
        return rows.filter((sum) => sum > 0).length > 1
      })
    fc.assert(
      fc.property(tables, (table) => {
        const { kappa, interval } = agreementOf(ratingsOf(table))
        expect(kappa).toBeCloseTo(countedKappa(table), 9)
        // Cut at -1 and 1, a bound no longer tells the error.
        fc.pre(interval !== undefined && interval.low > -1)
        expect(errorOf(table)).toBeCloseTo(measuredError(table), 4)
      }),
    )
  })

  test('the disagreements are listed in order, and what one did not rate is left out', () => {
    const agreement = agreementOf([
      { id: 'A1', first: 'yes', second: 'yes' },
      { id: 'A2', first: 'yes', second: 'no' },
      { id: 'A3', first: 'na', second: 'na' },
      { id: 'A4', first: undefined, second: 'no' },
      { id: 'A5', first: 'no', second: 'partial' },
    ])
    expect(agreement.disagreements.map(({ id }) => id)).toEqual(['A2', 'A5'])
    expect(agreement).toMatchObject({ n: 4, agreed: 2, unrated: 1 })
  })

  test('two people who answer « oui » to everything agree, and chance alone would do it: no kappa', () => {
    const agreement = agreementOf(ratingsOf([[12]]))
    expect(agreement).toMatchObject({ n: 12, agreed: 12, kappa: undefined, interval: undefined })
    expect(agreementOf([]).kappa).toBeUndefined()
  })

  test('full agreement on several answers is 1, none at all is below 0', () => {
    expect(
      agreementOf(
        ratingsOf([
          [5, 0],
          [0, 5],
        ]),
      ).kappa,
    ).toBe(1)
    expect(
      agreementOf(
        ratingsOf([
          [0, 5],
          [5, 0],
        ]),
      ).kappa,
    ).toBe(-1)
  })
})
