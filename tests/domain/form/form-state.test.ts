import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkForm } from '#domain/form/check-form.ts'
import { call, ref } from '#domain/form/expr.ts'
import type { Answers, Form, Question } from '#domain/form/form.ts'
import { rowKey } from '#domain/form/form.ts'
import { answerForm, evaluateForm, type FormState } from '#domain/form/form-state.ts'
import { offeredChoices } from '#domain/form/relevance.ts'
import { day } from '#domain/shared/day.ts'
import {
  buildAnswers,
  buildCriterion,
  buildForm,
  buildSection,
  buildText,
} from '#tests/builders/build-form.ts'
import { arbitraryForm, arbitrarySteps } from '#tests/support/random-form.ts'

/** What a state says, in an order of its own: sets and maps compare by content. */
function said(state: FormState) {
  const sorted = <T>(items: Iterable<T>) => [...items].map((each) => JSON.stringify(each)).sort()
  return {
    asked: sorted(state.asked),
    values: sorted(state.values),
    required: sorted(state.required),
    broken: sorted(state.broken),
    rows: sorted(state.rows),
  }
}

const calculated = (id: string, value: Parameters<typeof call>[1]): Question => ({
  id,
  type: 'calculated',
  label: buildText(id),
  value,
})
const number = (id: string, rest: object = {}): Question => ({
  id,
  type: 'number',
  label: buildText(id),
  ...rest,
})

describe('a form evaluated', () => {
  test('answer by answer says the same as evaluated whole', () => {
    fc.assert(
      fc.property(arbitraryForm, arbitrarySteps, (form, steps) => {
        let state = evaluateForm(form, new Map(), day('2026-03-11'))
        for (const step of steps) {
          state = answerForm(state, new Map([step]))
          expect(said(state)).toEqual(said(evaluateForm(form, state.answers, day('2026-03-11'))))
        }
      }),
      { numRuns: 150 },
    )
  })

  test('says the same whatever the order of its questions and of the answers', () => {
    fc.assert(
      fc.property(arbitraryForm, arbitrarySteps, (form, steps) => {
        const last: Answers = new Map(steps.filter(([, value]) => value !== null))
        const upsideDown: Form = {
          ...form,
          sections: form.sections
            .map((section) => ({ ...section, questions: section.questions.toReversed() }))
            .toReversed(),
        }
        const backwards: Answers = new Map([...last].reverse())
        expect(said(evaluateForm(upsideDown, backwards))).toEqual(said(evaluateForm(form, last)))
      }),
      { numRuns: 150 },
    )
  })

  test('keeps the answer of a hidden question, which decides nothing and comes back', () => {
    const form = buildForm([
      buildCriterion('a'),
      number('beds', { relevance: call('=', ref('a'), 'yes') }),
      calculated('double', call('*', ref('beds'), 2)),
    ])
    const shown = evaluateForm(form, buildAnswers({ a: 'yes', beds: 12 }))
    expect(shown.values.get('double')).toBe(24)
    const hidden = answerForm(shown, buildAnswers({ a: 'no' }))
    expect(hidden.values.get('double')).toBeUndefined()
    expect(hidden.answers.get('beds')).toBe(12)
    expect(answerForm(hidden, buildAnswers({ a: 'yes' })).values.get('double')).toBe(24)
  })
})

describe('one answer', () => {
  const wide = buildForm(
    Array.from({ length: 1_000 }, (_, at) =>
      at % 10 === 9
        ? calculated(`q${at}`, call('sum', ref(`q${at - 1}`), ref(`q${at - 2}`)))
        : number(`q${at}`),
    ),
  )

  test('computes again only what depends on it, among a thousand questions', () => {
    const state = evaluateForm(wide, new Map())
    expect(state.evaluated).toHaveLength(1_000)
    const next = answerForm(state, buildAnswers({ q8: 4 }))
    expect(next.evaluated).toEqual(['q8', 'q9'])
    expect(next.values.get('q9')).toBe(4)
  })

  test('stops where a computation gives the same as before', () => {
    const form = buildForm([
      number('a'),
      calculated('big', call('>', ref('a'), 10)),
      buildCriterion('b', { relevance: ref('big') }),
    ])
    const state = evaluateForm(form, buildAnswers({ a: 1 }))
    expect(answerForm(state, buildAnswers({ a: 2 })).evaluated).toEqual(['a', 'big'])
    expect(answerForm(state, buildAnswers({ a: 11 })).evaluated).toEqual(['a', 'big', 'b'])
  })

  test('in a row computes that row and what reads the group', () => {
    const form = buildForm([
      {
        id: 'rooms',
        type: 'repeat',
        label: buildText('Chambres'),
        questions: [number('beds'), calculated('places', call('*', ref('beds'), 2))],
      },
      calculated('all', call('sum', ref('places'))),
      calculated('large', call('count-if', ref('rooms'), call('>', ref('beds'), 1))),
      calculated('rows', call('count', ref('rooms'))),
    ])
    const state = evaluateForm(
      form,
      buildAnswers({ [rowKey('rooms', 'k1', 'beds')]: 1, [rowKey('rooms', 'k2', 'beds')]: 3 }),
    )
    expect([...state.values].filter(([key]) => ['all', 'large', 'rows'].includes(key))).toEqual([
      ['all', 8],
      ['large', 1],
      ['rows', 2],
    ])
    const next = answerForm(state, buildAnswers({ [rowKey('rooms', 'k1', 'beds')]: 2 }))
    expect(next.values.get('all')).toBe(10)
    expect(next.evaluated).toContain('rooms.k1.places')
    expect(next.evaluated).not.toContain('rooms.k2.places')
    const without = answerForm(next, new Map([[rowKey('rooms', 'k2', 'beds'), null]]))
    expect(without.values.get('all')).toBe(4)
    expect(without.values.get('rows')).toBe(1)
  })
})

test('a row that comes without an answer changes nothing that reads the answers of its group', () => {
  const form = buildForm([
    {
      id: 'rooms',
      type: 'repeat',
      label: buildText('Chambres'),
      questions: [number('beds'), number('chairs')],
    },
    calculated('some', call('answered', ref('beds'))),
  ])
  const state = answerForm(
    evaluateForm(form, new Map()),
    buildAnswers({ [rowKey('rooms', 'k1', 'chairs')]: 2 }),
  )
  expect(state.values.get('some')).toBe(false)
  expect(said(state)).toEqual(said(evaluateForm(form, state.answers)))
})

describe('a form that turns round', () => {
  test('names the path, through sections, relevance and calculations', () => {
    const form = buildForm([], {
      sections: [
        buildSection('A', [calculated('a', call('+', ref('c'), 1)), buildCriterion('b')]),
        buildSection('B', [number('c')], { relevance: call('>', ref('a'), 2) }),
      ],
    })
    expect(checkForm(form)).toEqual([{ kind: 'cycle', path: ['a', 'c', 'a'] }])
    expect(evaluateForm(form, buildAnswers({ c: 3 })).asked).toBeInstanceOf(Set)
  })

  test('is found wherever one question closes a chain, and only then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.boolean(), (length, closed) => {
        const form = buildForm(
          Array.from({ length }, (_, at) => {
            const before = at === 0 ? (closed ? length - 1 : undefined) : at - 1
            return buildCriterion(
              `q${at}`,
              before === undefined ? {} : { relevance: call('answered', ref(`q${before}`)) },
            )
          }),
        )
        const cycles = checkForm(form).flatMap((fault) => (fault.kind === 'cycle' ? [fault] : []))
        expect(cycles).toHaveLength(closed ? 1 : 0)
        if (closed) {
          const path = cycles[0]?.path ?? []
          expect(path).toHaveLength(length + 1)
          expect(path[0]).toBe(path.at(-1))
        }
      }),
    )
  })
})

describe('checks', () => {
  test('a constraint reads the answer itself and says its own words', () => {
    const message = buildText('Il ne peut y avoir plus de places que de lits.')
    const form = buildForm([
      number('beds'),
      number('taken', { constraints: [{ test: call('<=', ref('.'), ref('beds')), message }] }),
    ])
    const state = evaluateForm(form, buildAnswers({ beds: 10, taken: 12 }))
    expect(state.broken.get('taken')?.message).toBe(message)
    expect(answerForm(state, buildAnswers({ beds: 12 })).broken.size).toBe(0)
    expect(answerForm(state, new Map([['taken', null]])).broken.size).toBe(0)
  })

  test('a question may be required by the answer to another', () => {
    const form = buildForm([
      buildCriterion('a'),
      { id: 'why', type: 'text', label: buildText('why'), required: call('=', ref('a'), 'no') },
    ])
    expect(evaluateForm(form, buildAnswers({ a: 'yes' })).required.size).toBe(0)
    expect([...evaluateForm(form, buildAnswers({ a: 'no' })).required]).toEqual(['why'])
  })

  test('choices follow the row they are in', () => {
    const kind = { id: 'kind', type: 'single', label: buildText('kind') } as const
    const choice = (code: string, of: string) => ({
      code,
      label: buildText(code),
      relevance: call('=', ref('floor'), of),
    })
    const question = { ...kind, choices: [choice('bath', 'up'), choice('garden', 'down')] }
    const form = buildForm([
      {
        id: 'rooms',
        type: 'repeat',
        label: buildText('rooms'),
        questions: [{ id: 'floor', type: 'text', label: buildText('floor') }, question],
      },
    ])
    const state = evaluateForm(
      form,
      buildAnswers({
        [rowKey('rooms', 'k1', 'floor')]: 'up',
        [rowKey('rooms', 'k2', 'floor')]: 'down',
      }),
    )
    const offered = (id: string) =>
      offeredChoices(question, state, { group: 'rooms', id }).map(({ code }) => code)
    expect(offered('k1')).toEqual(['bath'])
    expect(offered('k2')).toEqual(['garden'])
  })
})
