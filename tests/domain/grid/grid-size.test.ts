import { expect, test } from 'vitest'
import { fitsPublication, withoutCarried } from '#domain/grid/grid-size.ts'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'

const deep = (levels: number): object => (levels === 0 ? {} : { below: deep(levels - 1) })
const carrying = (value: object) =>
  buildForm([{ ...buildCriterion('a'), carried: { fhir: value as never } }])

test('a grid of the field may be published', () => {
  expect(fitsPublication(buildForm([buildCriterion('a')]))).toBe(true)
})

test.each([
  [
    'larger than a request',
    carrying({ all: Array.from({ length: 20 }, () => 'é'.repeat(30_000)) }),
  ],
  ['with one text no field may hold', carrying({ text: 'x'.repeat(65_537) })],
  ['nested deeper than a body may be', carrying(deep(30))],
])('a grid %s may not, and may without what it carries', (_, form) => {
  expect(fitsPublication(form)).toBe(false)
  const bare = withoutCarried(form)
  expect(fitsPublication(bare)).toBe(true)
  expect(bare.sections[0]?.questions[0]?.id).toBe('a')
})
