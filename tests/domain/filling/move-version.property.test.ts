import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answersAside,
  moveToVersion,
  questionAt,
  type Version,
} from '#domain/filling/move-version.ts'
import { checkAnswer } from '#domain/form/check-answer.ts'
import { allQuestions, type Form, isGroup, type Question } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { SCALES } from '#domain/form/scales.ts'
import { day } from '#domain/shared/day.ts'
import { type Fields, fieldsBelow, type Json } from '#domain/shared/json.ts'
import { buildCriterion, buildForm, buildSection, buildText } from '#tests/builders/build-form.ts'
import { arbitraryForm, arbitrarySteps } from '#tests/support/random-form.ts'

const TODAY = day('2026-11-25')

/** A later version: questions gone, of another type, on another scale, counted in another unit. */
const arbitraryChange = fc.constantFrom<(question: Question) => readonly Question[]>(
  (question) => [question],
  (question) => [question],
  () => [],
  ({ id, label }) => [{ id, label, type: 'text' }],
  ({ id, label }) => [{ id, label, type: 'number', unit: { fr: 'mg', en: 'mg' } }],
  ({ id }) => [buildCriterion(id, { scale: 'has' })],
  ({ id }) => [buildCriterion(id, { scale: 'yes-no-na' })],
  (question) => [question, { ...buildCriterion(`new-${question.id}`) }],
)

const arbitraryVersions = fc
  .tuple(arbitraryForm, fc.array(arbitraryChange, { minLength: 16, maxLength: 16 }))
  .map(([form, changes]): readonly [Version, Version] => {
    let at = 0
    const changed = (questions: readonly Question[]): readonly Question[] =>
      questions.flatMap((question) => {
        const change = changes[at++ % changes.length]
        if (isGroup(question)) return [{ ...question, questions: changed(question.questions) }]
        return change?.(question) ?? []
      })
    const later: Form = {
      ...form,
      version: form.version + 1,
      sections: form.sections.map((section) => ({
        ...section,
        questions: changed(section.questions),
      })),
    }
    return [
      { form, edition: 'publication-1' },
      { form: later, edition: 'publication-2' },
    ]
  })

/** What lies in a record whose answers were all taken by the form of that time. */
function filled({ form, edition }: Version, steps: readonly (readonly [string, Json])[]): Fields {
  const fields: Record<string, Json> = { edition, formVersion: form.version }
  for (const [key, value] of steps) {
    const question = questionAt(form, key)
    if (question && checkAnswer(question, value).ok) fields[`answers.${key}`] = value
  }
  return fields
}

const moved = (fields: Fields, from: Version, to: Version): Fields => ({
  ...fields,
  ...moveToVersion(fields, from, to).fields,
})
const answersOf = (fields: Fields) => new Map([...fieldsBelow(fields, 'answers.')].sort())

describe('a filling that goes on with another version', () => {
  test('loses no answer: each is in its place or aside, as it was given', () => {
    fc.assert(
      fc.property(arbitraryVersions, arbitrarySteps, ([first, second], steps) => {
        const before = filled(first, steps)
        const after = moved(before, first, second)
        const { kept, aside } = moveToVersion(before, first, second)
        const beside = new Map(answersAside(after, second.form).map((one) => [one.key, one.value]))
        for (const [key, value] of answersOf(before)) {
          expect(beside.get(key) ?? answersOf(after).get(key)).toEqual(value)
        }
        expect([...beside.keys()]).toEqual(aside)
        expect(kept + aside.length).toBe(answersOf(before).size)
      }),
    )
  })

  test('keeps no answer its questions would read otherwise', () => {
    fc.assert(
      fc.property(arbitraryVersions, arbitrarySteps, ([first, second], steps) => {
        const after = moved(filled(first, steps), first, second)
        for (const [key, value] of answersOf(after)) {
          const question = questionAt(second.form, key)
          if (!question) continue
          expect(question.type).toBe(questionAt(first.form, key)?.type)
          expect(checkAnswer(question, value).ok).toBe(true)
        }
      }),
    )
  })

  test('there and back finds every answer where it was', () => {
    fc.assert(
      fc.property(arbitraryVersions, arbitrarySteps, ([first, second], steps) => {
        const before = filled(first, steps)
        const back = moved(moved(before, first, second), second, first)
        expect(answersOf(back)).toEqual(answersOf(before))
        expect(answersAside(back, first.form)).toEqual([])
      }),
    )
  })

  test('changes nothing when the version asks the same, and nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryVersions, arbitrarySteps, ([first, second], steps) => {
        const before = filled(first, steps)
        const same = { form: { ...first.form, version: 9 }, edition: 'publication-9' }
        expect(answersOf(moved(before, first, same))).toEqual(answersOf(before))
        const once = moved(before, first, second)
        expect(moved(once, second, second)).toEqual(once)
      }),
    )
  })

  test('is computed as if it had been answered so from its first question', () => {
    fc.assert(
      fc.property(arbitraryVersions, arbitrarySteps, ([first, second], steps) => {
        const answers = answersOf(moved(filled(first, steps), first, second))
        const asked = new Map([...answers].filter(([key]) => questionAt(second.form, key)))
        const state = evaluateForm(second.form, answers, TODAY)
        const fresh = evaluateForm(second.form, asked, TODAY)
        expect([...state.asked].sort()).toEqual([...fresh.asked].sort())
        for (const question of allQuestions(second.form)) {
          if (question.type !== 'calculated') continue
          expect(state.values.get(question.id)).toEqual(fresh.values.get(question.id))
        }
      }),
    )
  })

  test('two devices that move it far apart write the same fields', () => {
    fc.assert(
      fc.property(arbitraryVersions, arbitrarySteps, ([first, second], steps) => {
        const fields = filled(first, steps)
        expect(moveToVersion(fields, first, second)).toEqual(
          moveToVersion({ ...fields }, first, second),
        )
      }),
    )
  })
})

describe('an answer', () => {
  const version = (question: Question, number: number): Version => ({
    form: buildForm([], { version: number, sections: [buildSection('A', [question])] }),
    edition: `publication-${number}`,
  })
  const move = (before: Question, after: Question, value: Json) =>
    moveToVersion({ 'answers.q': value }, version(before, 1), version(after, 2))

  test('on a scale whose « 1 » is something else is set aside, not read again', () => {
    const other = {
      counts: 'mean' as const,
      steps: [{ code: '1', label: buildText('Débutant'), reading: 'unmet' as const, worth: 1 }],
    }
    const has = buildCriterion('q', { scale: 'has' })
    const { fields, aside } = move(has, buildCriterion('q', { scale: other }), '1')
    expect(aside).toEqual(['q'])
    expect(fields).toMatchObject({ 'answers.q': null, 'aside.q': { value: '1', version: 1 } })
  })

  test('stays on a scale that only gained a step', () => {
    const { kept } = move(
      buildCriterion('q', { scale: 'yes-no-na' }),
      buildCriterion('q', { scale: { ...SCALES['yes-partial-no-na'] } }),
      'yes',
    )
    expect(kept).toBe(1)
  })

  test('out of new bounds stays, for the form to say so; in another unit it does not', () => {
    const number = (rest: object): Question => ({
      id: 'q',
      type: 'number',
      label: buildText('q'),
      ...rest,
    })
    expect(move(number({}), number({ max: 10 }), 12).kept).toBe(1)
    expect(move(number({}), number({ unit: { fr: 'mg', en: 'mg' } }), 12).kept).toBe(0)
  })

  test('of a file of an EPP follows its question', () => {
    const epp = (ids: readonly string[], number: number): Version => ({
      form: buildForm([], {
        kind: 'epp',
        version: number,
        sections: [
          buildSection(
            'A',
            ids.map((id) => buildCriterion(id)),
          ),
        ],
      }),
      edition: `publication-${number}`,
    })
    const fields = { 'answers.1.a': 'yes', 'answers.2.b': 'no' }
    const { kept, aside } = moveToVersion(fields, epp(['a', 'b'], 1), epp(['a'], 2))
    expect({ kept, aside }).toEqual({ kept: 1, aside: ['2.b'] })
  })
})
