import { describe, expect, test } from 'vitest'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { formShelf, nextVersion } from '#domain/grid/form-shelf.ts'
import { gridFields, orderBetween, placedQuestions, readGrid } from '#domain/grid/grid.ts'
import { isPublication, versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'

const publication = (version: number, form = buildForm([buildCriterion('a')])) =>
  versionFields(
    { ...form, id: 'grid-1' },
    { version, publishedOn: day('2026-03-11'), author: 'p1', note: '' },
  )
const record = (id: string, fields: Fields) => ({ id, fields })
const filling = { form: 'grid-1', formVersion: 1, edition: 'pub-1' }

describe('a grid being written', () => {
  test('duplicated from the library says the same, question for question', () => {
    const { draft, basedOn } = readGrid('grid-1', gridFields(auditMedication))
    expect(basedOn).toBe('audit-medication@1')
    expect(draft.sections).toEqual(auditMedication.sections)
    expect(draft.target).toBe(auditMedication.target)
  })

  test('moves a question by writing that question alone', () => {
    const fields = gridFields(buildForm(['a', 'b', 'c'].map((id) => buildCriterion(id))))
    const [a, b, c] = placedQuestions(fields)
    const order = orderBetween(a?.order, b?.order)
    const moved = { ...fields, 'questions.c': { ...(fields['questions.c'] as Fields), order } }
    expect(c?.id).toBe('c')
    expect(placedQuestions(moved).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  })

  test('leaves out a question another version of the product wrote, and shows the rest', () => {
    const fields = {
      ...gridFields(buildForm([buildCriterion('a')])),
      'questions.z': { section: 'A', order: 9, question: { id: 'z', type: 'hologram' } },
    }
    expect(readGrid('g', fields).draft.sections[0]?.questions.map(({ id }) => id)).toEqual(['a'])
  })
})

describe('a publication', () => {
  test('is one only as a sound form under its own name and number', () => {
    expect(isPublication(publication(1))).toBe(true)
    expect(isPublication({ ...publication(1), grid: 'grid-2' })).toBe(false)
    expect(isPublication({ ...publication(1), version: 2 })).toBe(false)
    const doubled = buildForm([buildCriterion('a'), buildCriterion('a')])
    expect(isPublication(publication(1, doubled))).toBe(false)
  })

  test('is found by who began with it, though a later one was published since', () => {
    const next = publication(2, buildForm([buildCriterion('a'), buildCriterion('b')]))
    const shelf = formShelf([record('pub-1', publication(1)), record('pub-2', next)], [])
    expect(shelf.find(filling)?.version).toBe(1)
    expect(
      shelf.ofKind('audit').flatMap(({ form, edition }) => (edition ? [form.version] : [])),
    ).toEqual([2])
  })

  test('given the same number by two people far apart is found by its own record', () => {
    const other = publication(1, buildForm([buildCriterion('z')]))
    const shelf = formShelf([record('pub-1', publication(1)), record('pub-9', other)], [])
    expect(shelf.find(filling)?.sections[0]?.questions[0]?.id).toBe('a')
    expect(shelf.find({ ...filling, edition: 'pub-9' })?.sections[0]?.questions[0]?.id).toBe('z')
    expect(shelf.ofKind('audit').filter(({ edition }) => edition)).toHaveLength(1)
  })

  test('of a retired grid is offered no more, and still opens what was begun', () => {
    const shelf = formShelf(
      [record('pub-1', publication(1))],
      [record('grid-1', { status: 'retired' })],
    )
    expect(shelf.find(filling)?.version).toBe(1)
    expect(shelf.ofKind('audit').every(({ edition }) => edition === undefined)).toBe(true)
  })

  test('takes the number above the highest', () => {
    expect(nextVersion([], 'grid-1')).toBe(1)
    expect(nextVersion([record('pub-1', publication(3))], 'grid-1')).toBe(4)
  })
})
