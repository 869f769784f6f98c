import { expect, test } from 'vitest'
import { rateCriteria, rateRound, rateSections, weakCriteria } from '#domain/epp/rate-criteria.ts'
import { buildAnswers, buildCriterion, buildForm } from '#tests/builders/build-form.ts'

const form = buildForm([buildCriterion('a'), buildCriterion('b')], { kind: 'epp', unit: 'file' })
const files = (answers: readonly (readonly [string | null, string | null])[]) =>
  answers.map(([a, b]) => buildAnswers({ ...(a ? { a } : {}), ...(b ? { b } : {}) }))

test('ten files with eight conform give 80 % with its interval', () => {
  const [a] = rateCriteria(
    form,
    files(Array.from({ length: 10 }, (_, file) => [file < 8 ? 'yes' : 'no', null])),
  )
  expect(a).toMatchObject({ k: 8, n: 10, rate: 0.8, tooSmall: false, unanswered: 0 })
  expect(a?.interval?.low).toBeCloseTo(0.49, 2)
})

test('nine files are too few for a percentage', () => {
  const [a] = rateCriteria(form, files(Array.from({ length: 9 }, () => ['yes', null])))
  expect(a).toMatchObject({ k: 9, n: 9, tooSmall: true })
})

test('« en partie » is not met: k is a number of files', () => {
  const [a] = rateCriteria(
    form,
    files([
      ['partial', null],
      ['yes', null],
    ]),
  )
  expect(a).toMatchObject({ k: 1, n: 2 })
})

test('an unanswered cell counts nowhere', () => {
  const [, b] = rateCriteria(
    form,
    files([
      ['yes', null],
      ['yes', 'no'],
    ]),
  )
  expect(b).toMatchObject({ k: 0, n: 1, unanswered: 1 })
})

test('« non applicable » above one file in five is flagged', () => {
  const share = (notApplicable: number) =>
    rateCriteria(
      form,
      files(Array.from({ length: 10 }, (_, file) => [file < notApplicable ? 'na' : 'yes', null])),
    )[0]?.manyNotApplicable
  expect(share(2)).toBe(false)
  expect(share(3)).toBe(true)
})

test('the round pools what counts', () => {
  const round = files([
    ['yes', 'no'],
    ['yes', 'na'],
    [null, null],
  ])
  expect(rateRound(form, round)).toEqual({ k: 2, n: 3, files: 2 })
})

test('criteria below the target are the ones to act upon', () => {
  const rates = rateCriteria(
    form,
    files([
      ['yes', 'no'],
      ['yes', 'yes'],
    ]),
  )
  expect(
    weakCriteria(rates, new Map(rates.map(({ criterion }) => [criterion.id, 0.9]))).map(
      ({ criterion }) => criterion.id,
    ),
  ).toEqual(['b'])
})

test('a section pools its own criteria, and has no rate while none of them counts in ten files', () => {
  const parts = buildForm([], {
    kind: 'epp',
    unit: 'file',
    sections: [
      { id: 'one', title: { fr: 'Une', en: 'One' }, questions: [buildCriterion('a')] },
      { id: 'two', title: { fr: 'Deux', en: 'Two' }, questions: [buildCriterion('b')] },
      { id: 'note', title: { fr: 'Notes', en: 'Notes' }, questions: [] },
    ],
  })
  const read = files(
    Array.from({ length: 10 }, (_, file) => [file < 7 ? 'yes' : 'no', file === 0 ? 'na' : 'yes']),
  )
  expect(rateSections(parts, rateCriteria(parts, read))).toEqual([
    { section: 'one', k: 7, n: 10, rate: 0.7 },
    { section: 'two', k: 9, n: 9, rate: undefined },
  ])
})
