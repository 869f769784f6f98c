import { describe, expect, test } from 'vitest'
import { gainOfCriteria } from '#domain/epp/gain-of-criteria.ts'
import { rateCriteria } from '#domain/epp/rate-criteria.ts'
import { readFilling } from '#domain/filling/filling.ts'
import { countNonConformities } from '#domain/results/count-non-conformities.ts'
import { sameFormRounds } from '#domain/results/same-form-rounds.ts'
import { buildAnswers, buildCriterion, buildForm } from '#tests/builders/build-form.ts'

const form = buildForm([buildCriterion('C1'), buildCriterion('C2')])

/** A round of `n` files, the first `k` of which meet C1. */
const files = (k: number, n: number) =>
  Array.from({ length: n }, (_, at) => buildAnswers({ C1: at < k ? 'yes' : 'no' }))

describe('gain between two rounds of an EPP', () => {
  test('from 18 to 27 files of 30 the gain is given with its interval, and proven', () => {
    const gains = gainOfCriteria(
      rateCriteria(form, files(18, 30)),
      rateCriteria(form, files(27, 30)),
    )
    expect(gains).toHaveLength(1)
    const [gain] = gains
    if (gain?.kind !== 'measured') throw new Error('not measured')
    expect(gain.difference.gain).toBeCloseTo(0.3, 12)
    expect(gain.difference.low).toBeCloseTo(0.081, 3)
    expect(gain.difference.high).toBeCloseTo(0.489, 3)
    expect(gain.difference.proven).toBe(true)
  })

  test('with nine files in one round only counts are said', () => {
    const [gain] = gainOfCriteria(
      rateCriteria(form, files(3, 9)),
      rateCriteria(form, files(27, 30)),
    )
    expect(gain).toMatchObject({
      kind: 'too-small',
      before: { k: 3, n: 9 },
      after: { k: 27, n: 30 },
    })
  })

  test('a criterion that no file counted before has nothing to compare', () => {
    expect(gainOfCriteria(rateCriteria(form, []), rateCriteria(form, files(1, 10)))).toEqual([])
  })
})

test('non-conformities are counted criterion by criterion, « en partie » included', () => {
  const counted = countNonConformities(form, [
    buildAnswers({ C1: 'no', C2: 'yes' }),
    buildAnswers({ C1: 'partial', C2: 'na' }),
    buildAnswers({ C1: 'no' }),
  ])
  expect(counted).toEqual([
    { id: 'C1', count: 3 },
    { id: 'C2', count: 0 },
  ])
})

describe('rounds set side by side', () => {
  const round = (id: string, site: string, fields: Record<string, string | number>) =>
    readFilling(id, site, { form: 'g', formVersion: 1, status: 'closed', ...fields })
  const names = new Map([
    ['s1', 'Zéphyr'],
    ['s2', 'Acomats'],
  ])

  test('are closed, of the same version, by home in alphabetical order, then by day', () => {
    const rounds = sameFormRounds(
      [
        round('late', 's1', { closedOn: '2026-09-01', round: 2 }),
        round('early', 's1', { closedOn: '2026-03-01' }),
        round('other', 's2', { closedOn: '2026-06-01' }),
        round('newer version', 's2', { closedOn: '2026-06-01', formVersion: 2 }),
        round('published', 's2', { closedOn: '2026-06-01', edition: 'e1' }),
        round('draft', 's2', { status: 'draft' }),
      ],
      { form: 'g', formVersion: 1, edition: '' },
      (site) => names.get(site) ?? site,
    )
    expect(rounds.map(({ id }) => id)).toEqual(['other', 'early', 'late'])
  })
})
