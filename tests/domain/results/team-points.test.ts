import { describe, expect, test } from 'vitest'
import { saysAName } from '#domain/results/says-a-name.ts'
import { teamPoints } from '#domain/results/team-points.ts'
import { buildForm } from '#tests/reports/samples.ts'

const form = buildForm(2)
const answers = (said: Record<string, string>) =>
  new Map(Object.entries({ A1: 'yes', A2: 'yes', B1: 'yes', B2: 'yes', C1: 'yes', ...said }))
const ids = (points: readonly { readonly criterion: { readonly id: string } }[]) =>
  points.map(({ criterion }) => criterion.id)

describe('the points a team reads', () => {
  test('are three strong and three weak at most, impératifs first, never in both lists', () => {
    const { met, n, strong, weak } = teamPoints(form, [
      answers({ A2: 'no', B1: 'no', B2: 'partial', C2: 'no' }),
    ])
    expect({ met, n }).toEqual({ met: 2, n: 6 })
    expect(ids(weak)).toEqual(['B1', 'A2', 'B2'])
    expect(ids(strong)).toEqual(['A1', 'C1'])
  })

  test('are counted over the files of a round, « non applicable » and blanks left out', () => {
    const files = [answers({ B2: 'no' }), answers({ B2: 'no', A1: 'na' }), answers({ A2: 'no' })]
    const { weak } = teamPoints(form, files)
    expect(weak.map(({ criterion, met, n }) => [criterion.id, met, n])).toEqual([
      ['B2', 1, 3],
      ['A2', 2, 3],
    ])
  })

  test('are none when nothing counts', () => {
    expect(teamPoints(form, [new Map()])).toEqual({ met: 0, n: 0, strong: [], weak: [] })
  })
})

describe('a text for the wall', () => {
  const people = ['Chargée de mission qualité', 'Line Desravins', 'Joël Marival']
  test.each([
    ['Refaire les étiquettes avec JOEL', true],
    ['Voir avec Mme Dupont', true],
    ['Desravins', true],
    ['Former la chargée de qualité', false],
    ['IDE coordinatrice', false],
    ['Aligner les horaires', false],
  ])('« %s » names somebody: %s', (text, named) => {
    expect(saysAName(text, people)).toBe(named)
  })
})
