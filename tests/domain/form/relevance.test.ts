import { describe, expect, test } from 'vitest'
import { call, ref } from '#domain/form/expr.ts'
import { declareEvent } from '#domain/form/library/declare-event.ts'
import { visibleChoices, visibleQuestions, visibleSections } from '#domain/form/relevance.ts'
import {
  buildAnswers,
  buildCriterion,
  buildForm,
  buildSection,
} from '#tests/builders/build-form.ts'

describe('visible questions', () => {
  const form = buildForm([
    buildCriterion('a'),
    buildCriterion('b', { relevance: call('=', ref('a'), 'yes') }),
    buildCriterion('c', { relevance: call('answered', ref('b')) }),
  ])
  const ids = (given: Record<string, string>) =>
    visibleQuestions(form, buildAnswers(given)).map(({ id }) => id)

  test('a hidden question keeps its answer, yet decides nothing', () => {
    expect(ids({ a: 'yes', b: 'no' })).toEqual(['a', 'b', 'c'])
    expect(ids({ a: 'no', b: 'no' })).toEqual(['a'])
  })

  test('the order of the questions does not change who is hidden', () => {
    const upsideDown = {
      ...form,
      sections: [buildSection('A', form.sections[0]?.questions.toReversed() ?? [])],
    }
    expect(
      visibleQuestions(upsideDown, buildAnswers({ a: 'no', b: 'no' })).map(({ id }) => id),
    ).toEqual(['a'])
  })

  test('a section that does not apply disappears with its questions', () => {
    const withNight = buildForm([], {
      sections: [
        buildSection('day', [buildCriterion('a')]),
        buildSection('night', [buildCriterion('n')], {
          relevance: call('=', ref('a'), 'yes'),
        }),
      ],
    })
    const seen = (a: string) =>
      visibleSections(withNight, buildAnswers({ a })).map(({ section }) => section.id)
    expect(seen('yes')).toEqual(['day', 'night'])
    expect(seen('no')).toEqual(['day'])
  })

  test('the details offered are those of the family chosen', () => {
    const details = declareEvent.sections
      .flatMap(({ questions }) => questions)
      .find(({ id }) => id === 'details')
    if (details?.type !== 'multiple') throw new Error('the declaration has lost its details')
    const offered = visibleChoices(details, buildAnswers({ family: 'fall' }))
    expect(offered.map(({ label }) => label.fr)).toContain('Sol mouillé')
    expect(offered.every(({ code }) => code.startsWith('fall-'))).toBe(true)
    expect(visibleChoices(details, buildAnswers({}))).toEqual([])
  })
})
