import { expect, test } from 'vitest'
import { fieldKind, goesForward } from '#domain/field-kinds.ts'

test('a field that the table does not name is a plain value', () => {
  expect(fieldKind('action', 'dueOn')).toBe('value')
  expect(fieldKind('site', 'status')).toBe('value')
  expect(fieldKind('action', 'constructor')).toBe('value')
})

test('words, answers, photos and remarks are known below their name', () => {
  expect(fieldKind('audit', 'comments.C3')).toBe('text')
  expect(fieldKind('epp', 'answers.2.C3')).toBe('answer')
  expect(fieldKind('audit', 'photos.C3.abc')).toBe('member')
  expect(fieldKind('visit', 'missions.M3')).toBe('member')
  expect(fieldKind('action', 'remarks.1')).toBe('member')
  expect(fieldKind('adverse-event', 'answer')).toBe('text')
  expect(fieldKind('adverse-event', 'answers.facts')).toBe('answer')
})

test('a status goes forward by one step or several, never back nor aside', () => {
  expect(goesForward('action', 'todo', 'measured')).toBe(true)
  expect(goesForward('adverse-event', 'declared', 'triaged')).toBe(true)
  expect(goesForward('audit', 'draft', 'closed')).toBe(true)
  expect(goesForward('visit', 'planned', 'cancelled')).toBe(true)
  expect(goesForward('action', 'done', 'doing')).toBe(false)
  expect(goesForward('action', 'done', 'done')).toBe(false)
  expect(goesForward('action', 'done', 'dropped')).toBe(false)
  expect(goesForward('action', 'measured', 'dropped')).toBe(false)
  expect(goesForward('visit', 'done', 'cancelled')).toBe(false)
})

test('what is no status of the record goes nowhere', () => {
  expect(goesForward('action', 'constructor', 'done')).toBe(false)
  expect(goesForward('action', null, 'done')).toBe(false)
  expect(goesForward('action', 'todo', 3)).toBe(false)
  expect(goesForward('site', 'todo', 'done')).toBe(false)
})
