import { describe, expect, test } from 'vitest'
import { checkAnswer } from '#domain/form/check-answer.ts'
import { checkForm } from '#domain/form/check-form.ts'
import { call, ref } from '#domain/form/expr.ts'
import { missingQuestions, nextUnanswered, progress } from '#domain/form/progress.ts'
import {
  buildAnswers,
  buildCriterion,
  buildForm,
  buildSection,
  buildText,
} from '#tests/builders/build-form.ts'

const grid = buildForm([], {
  sections: [
    buildSection('A', [buildCriterion('A1'), buildCriterion('A2')]),
    buildSection('B', [
      buildCriterion('B1'),
      { id: 'remark', type: 'text', label: buildText('Remarque') },
    ]),
  ],
})

describe('progress', () => {
  test('it is counted by section, and an optional remark is not awaited', () => {
    expect(progress(grid, buildAnswers({ A1: 'yes', A2: 'na' }))).toEqual({
      answered: 2,
      expected: 3,
      sections: [
        { section: 'A', answered: 2, expected: 2 },
        { section: 'B', answered: 0, expected: 1 },
      ],
    })
    expect(missingQuestions(grid, buildAnswers({ A1: 'yes' }))).toEqual(['A2', 'B1'])
  })

  test('the next question without an answer is below, then what was skipped', () => {
    expect(nextUnanswered(grid, buildAnswers({}))).toBe('A1')
    expect(nextUnanswered(grid, buildAnswers({ A1: 'yes' }), 'A1')).toBe('A2')
    expect(nextUnanswered(grid, buildAnswers({ A1: 'yes', B1: 'yes' }), 'B1')).toBe('A2')
    expect(nextUnanswered(grid, buildAnswers({ A1: 'yes', A2: 'no' }), 'B1')).toBe('B1')
    expect(nextUnanswered(grid, buildAnswers({ A1: 'yes', A2: 'no', B1: 'no' }))).toBeUndefined()
  })
})

describe('an answer', () => {
  const number = { id: 'n', type: 'number', label: buildText('n'), min: 0, max: 8 } as const

  test('of a criterion is a code of its scale', () => {
    expect(checkAnswer(buildCriterion('C1'), 'partial').ok).toBe(true)
    expect(checkAnswer(buildCriterion('C1', { scale: 'yes-no-na' }), 'partial')).toEqual({
      ok: false,
      error: { kind: 'unknown-code', code: 'partial' },
    })
  })

  test('of a number stays within its bounds', () => {
    expect(checkAnswer(number, 8).ok).toBe(true)
    expect(checkAnswer(number, 9)).toEqual({ ok: false, error: { kind: 'too-big', max: 8 } })
    expect(checkAnswer(number, '8')).toEqual({ ok: false, error: { kind: 'not-a-number' } })
  })

  test('of a date is a day of the calendar', () => {
    const date = { id: 'd', type: 'date', label: buildText('d') } as const
    expect(checkAnswer(date, '2028-02-29').ok).toBe(true)
    expect(checkAnswer(date, '2027-02-29').ok).toBe(false)
  })

  test('may always be emptied', () => {
    expect(checkAnswer(number, null).ok).toBe(true)
  })
})

describe('a form', () => {
  test('that is sound has no fault', () => {
    expect(checkForm(grid)).toEqual([])
  })

  test('names a reference to a question that is not there', () => {
    const form = buildForm([buildCriterion('a', { relevance: call('answered', ref('ghost')) })])
    expect(checkForm(form)).toEqual([{ kind: 'unknown-reference', from: 'a', to: 'ghost' }])
  })

  test('names a question given twice', () => {
    expect(checkForm(buildForm([buildCriterion('a'), buildCriterion('a')]))).toEqual([
      { kind: 'duplicate-question', id: 'a' },
    ])
  })

  test('names the chain of a relevance that turns round', () => {
    const form = buildForm([
      buildCriterion('a', { relevance: call('answered', ref('c')) }),
      buildCriterion('b', { relevance: call('answered', ref('a')) }),
      buildCriterion('c', {
        relevance: call('or', call('not', call('answered', ref('b')))),
      }),
    ])
    expect(checkForm(form)).toEqual([{ kind: 'cycle', path: ['a', 'c', 'b', 'a'] }])
  })
})
