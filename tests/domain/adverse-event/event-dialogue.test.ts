import { expect, test } from 'vitest'
import { exchangesOf, questionsOf, readSaid, saidId } from '#domain/adverse-event/event-dialogue.ts'
import { recordId } from '#domain/shared/ids.ts'

const questions = questionsOf({
  'questions.B': { words: 'Et la sonnette ?', on: '2026-11-25' },
  'questions.A': { words: 'Le sol était-il mouillé ?', on: '2026-11-24' },
  'questions.C': null,
  'questions.D': 'not a question',
})
const said = (rank: number, on: string, words: string, question = '') =>
  readSaid(saidId(recordId('e'), rank), { words, on, question })

test('questions are read by day, and what is not one is passed over', () => {
  expect(questions.map(({ id }) => id)).toEqual(['A', 'B'])
})

test('each answer stands under its question, facts by their day, without any hour', () => {
  const lines = exchangesOf(questions, [
    said(3, '2026-11-26', 'Oui, très.', 'A'),
    said(1, '2026-11-23', 'Il faisait nuit.'),
    said(2, '2026-11-25', 'Une question perdue.', 'unknown'),
  ])
  expect(lines.map(({ from, words, isAwaited }) => [from, words, isAwaited])).toEqual([
    ['author', 'Il faisait nuit.', false],
    ['home', 'Le sol était-il mouillé ?', false],
    ['author', 'Oui, très.', false],
    ['home', 'Et la sonnette ?', true],
    ['author', 'Une question perdue.', false],
  ])
})
