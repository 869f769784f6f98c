import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswer } from '#domain/form/check-answer.ts'
import { defaultAnswers, defaultRowAnswers } from '#domain/form/default-answers.ts'
import { call, type Expr, ref } from '#domain/form/expr.ts'
import { allQuestions, type Form, type GroupQuestion, type Question } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { day } from '#domain/shared/day.ts'
import { buildCriterion, buildForm, buildSection, buildText } from '#tests/builders/build-form.ts'
import { arbitraryExpr, arbitraryForm } from '#tests/support/random-form.ts'

const TODAY = day('2026-11-25')
const form = (...questions: readonly Question[]): Form =>
  buildForm([], { sections: [buildSection('A', questions)] })
const text = (id: string, value: Expr, rest: object = {}): Question => ({
  id,
  type: 'text',
  label: buildText(id),
  default: value,
  ...rest,
})

describe('the answers a form is begun with', () => {
  test('are its defaults, each reading those before it and the day', () => {
    const made = form(
      text('unit', 'Alamanda'),
      text('title', call('concat', 'Tournée de ', ref('unit'))),
      { id: 'on', type: 'date', label: buildText('on'), default: call('today') },
    )
    expect([...defaultAnswers(made, TODAY)]).toEqual([
      ['unit', 'Alamanda'],
      ['title', 'Tournée de Alamanda'],
      ['on', TODAY],
    ])
  })

  test('leave out what a question would refuse, and one that is not asked', () => {
    const made = form(
      buildCriterion('C1', { default: 'perhaps' }),
      buildCriterion('C2', { default: 'no' }),
      text('why', 'à dire', { relevance: call('=', ref('C2'), 'yes') }),
    )
    expect([...defaultAnswers(made, TODAY)]).toEqual([['C2', 'no']])
  })

  test('of a new row read the row and the form, in order, and only where they are asked', () => {
    const rooms: GroupQuestion = {
      id: 'rooms',
      type: 'repeat',
      label: buildText('Chambres'),
      questions: [
        { id: 'floor', type: 'number', label: buildText('Étage'), default: ref('C1_floor') },
        {
          id: 'lift',
          type: 'number',
          label: buildText('Paliers'),
          default: call('+', ref('floor'), 1),
        },
        buildCriterion('clean', { default: 'yes', relevance: call('>', ref('lift'), 5) }),
        buildCriterion('open', { default: 'peut-être' }),
      ],
    }
    const made = form(
      { id: 'C1_floor', type: 'number', label: buildText('Étage du service') },
      rooms,
    )
    const begun = (floor: number) =>
      defaultRowAnswers(evaluateForm(made, new Map([['C1_floor', floor]]), TODAY), rooms, 'k1')
    expect([...begun(2)]).toEqual([
      ['rooms.k1.floor', 2],
      ['rooms.k1.lift', 3],
    ])
    expect(begun(5).get('rooms.k1.clean')).toBe('yes')
  })

  test('are none for a form without defaults', () => {
    expect(defaultAnswers(form(buildCriterion('C1')), TODAY).size).toBe(0)
  })

  test('are such as their questions take, whatever the defaults say', () => {
    const withDefaults = fc
      .tuple(
        arbitraryForm,
        fc.array(arbitraryExpr(['q0', 'q1', 'q2']), { minLength: 16, maxLength: 16 }),
      )
      .map(([made, exprs]): Form => {
        let at = 0
        const given = (question: Question): Question => ({
          ...question,
          default: exprs[at++ % exprs.length] ?? null,
        })
        return {
          ...made,
          sections: made.sections.map((section) => ({
            ...section,
            questions: section.questions.map(given),
          })),
        }
      })
    fc.assert(
      fc.property(withDefaults, (made) => {
        const answers = defaultAnswers(made, TODAY)
        const known = new Map(allQuestions(made).map((question) => [question.id, question]))
        for (const [id, value] of answers) {
          const question = known.get(id)
          expect(question && checkAnswer(question, value).ok).toBe(true)
        }
      }),
    )
  })
})
