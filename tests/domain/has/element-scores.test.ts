import { describe, expect, test } from 'vitest'
import { cutMean, elementScores } from '#domain/has/element-scores.ts'
import { type HasElement, hasForm } from '#domain/has/has-form.ts'
import { elementId, numberOfElement } from '#domain/has/has-number.ts'
import { buildAnswers } from '#tests/builders/build-form.ts'

/** A small manual: chapter 2 with two objectifs, one critère impératif of two elements. */
const ELEMENTS: readonly HasElement[] = [
  { criterion: '2.10.1', label: 'Dernier', theme: '7' },
  { criterion: '2.2.1', label: 'Premier élément', theme: '2', objectiveLabel: 'Droits' },
  { criterion: '2.2.1', label: 'Second élément', theme: '2' },
  { criterion: '2.3.1', label: 'Autre thème', theme: '2' },
  { criterion: '2.3.2', label: 'Sans objet', theme: '2' },
]
const form = hasForm({ manual: '2025-07', finess: '500', elements: ELEMENTS })

const scores = (answers: Record<string, string>) => elementScores(form, buildAnswers(answers))

describe('the grid of a HAS file', () => {
  test('follows the order of the manual, one section by objectif, one line by element', () => {
    expect(form.sections.map(({ id }) => id)).toEqual(['o2-2', 'o2-3', 'o2-10'])
    expect(form.sections[0]?.title.fr).toBe('2.2 Droits')
    expect(form.sections[0]?.questions.map(({ id }) => id)).toEqual(['2-2-1-1', '2-2-1-2'])
  })

  test('knows an impératif by its number', () => {
    const lines = form.sections.flatMap(({ questions }) => questions)
    const imperatifs = lines.flatMap((line) => ('imperatif' in line ? [line.id] : []))
    expect(imperatifs).toEqual(['2-2-1-1', '2-2-1-2'])
  })

  test('an element is found back from its id, and another question is none', () => {
    expect(numberOfElement(elementId('3.11.2', 4))).toEqual({
      chapter: '3',
      objective: '3.11',
      criterion: '3.11.2',
    })
    expect(numberOfElement('A1')).toBeUndefined()
  })
})

describe('element-level scores', () => {
  test('go up by means: elements, critère, objectif, thématique, chapter', () => {
    const { criteria, objectives, themes, chapters } = scores({
      '2-2-1-1': '4',
      '2-2-1-2': '3',
      '2-3-1-1': '2',
      '2-3-2-1': 'nc',
      '2-10-1-1': 'star',
    })
    expect(criteria.map(({ number, mean }) => [number, mean])).toEqual([
      ['2.2.1', 3.5],
      ['2.3.1', 2],
      ['2.3.2', undefined],
      ['2.10.1', 4],
    ])
    expect(objectives.map(({ number, mean, n }) => [number, mean, n])).toEqual([
      ['2.2', 3.5, 1],
      ['2.3', 2, 1],
      ['2.10', 4, 1],
    ])
    expect(themes.map(({ number, mean }) => [number, mean])).toEqual([
      ['2', 2.75],
      ['7', 4],
    ])
    expect(chapters.map(({ number, mean }) => [number, mean])).toEqual([['2', 9.5 / 3]])
  })

  test('are shown with two decimals, cut and not rounded', () => {
    expect(cutMean(9.5 / 3)).toBe(3.16)
    expect(cutMean(3.999)).toBe(3.99)
    expect(cutMean(23 / 10)).toBe(2.3)
    expect(cutMean((4 + 3 + 3) / 3)).toBe(3.33)
  })

  test('an impératif at 3.5 is not met, at 4 and optimisé it is', () => {
    const metWith = (a: string, b: string) =>
      scores({ '2-2-1-1': a, '2-2-1-2': b }).criteria.find(({ imperatif }) => imperatif)?.met
    expect(metWith('4', '3')).toBe(false)
    expect(metWith('4', 'star')).toBe(true)
    expect(metWith('4', 'nc')).toBe(true)
    expect(metWith('nc', 'nc')).toBe(false)
  })

  test('an element without an answer leaves the impératif unmet and is counted', () => {
    const [first] = scores({ '2-2-1-1': '4' }).criteria
    expect(first).toMatchObject({ number: '2.2.1', mean: 4, n: 1, missing: 1, met: false })
  })
})
