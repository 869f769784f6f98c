import { describe, expect, it } from 'vitest'
import { tracerPerson } from '#domain/form/library/tracer-person.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import { readOwnWords } from '#domain/tracer/own-answers.ts'
import { buildCriterion, buildForm, buildSection, buildText } from '#tests/builders/build-form.ts'

const LONGEST_SENTENCE = 12
const EMPTY = { picture: 'talk', ask: buildText(' '), explain: buildText('') }

describe('the questions a person answers alone', () => {
  it('ask every criterion of the person, in the order of the guide', () => {
    const asked = tracerPerson.sections
      .filter(({ audience }) => audience === 'person')
      .flatMap(({ questions }) => questions)
      .filter(({ type }) => type === 'criterion')
      .map(({ id }) => id)
    expect(easyQuestions(tracerPerson).map(({ criterion }) => criterion)).toEqual(asked)
  })

  it('are short, without a negation, each with its own picture', () => {
    const questions = easyQuestions(tracerPerson)
    for (const { ask, explain } of questions) {
      for (const sentence of [ask.fr, explain.fr, ask.en, explain.en]) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(LONGEST_SENTENCE)
        expect(sentence).not.toMatch(/\b(ne|pas|jamais|not|never)\b|n’/i)
      }
    }
    expect(new Set(questions.map(({ picture }) => picture)).size).toBe(questions.length)
  })

  it('are not offered for a guide nobody wrote them for', () => {
    const untold = [buildCriterion('P1'), buildCriterion('P2', { easy: EMPTY })]
    const form = buildForm([], {
      sections: [buildSection('A', untold, { audience: 'person' })],
    })
    expect(easyQuestions(form)).toEqual([])
  })

  it('are read back as said, and an unknown code is no answer', () => {
    const own = readOwnWords({ 'own.P1': 'so-so', 'own.P2': '4', ownHelper: 'relative' })
    expect([...own.answers]).toEqual([['P1', 'so-so']])
    expect(own.helper).toBe('relative')
    expect(own.on).toBeUndefined()
  })
})
