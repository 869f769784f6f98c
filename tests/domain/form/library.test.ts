import { describe, expect, test } from 'vitest'
import { checkForm } from '#domain/form/check-form.ts'
import type { Form } from '#domain/form/form.ts'
import { entriesOfKind, findEntry } from '#domain/form/library/catalogue.ts'
import { findForm, formsOfKind } from '#domain/form/library/find-form.ts'
import { GRIDS_BUILT_IN } from '#domain/form/library/grids-built-in.ts'
import { loadForm } from '#domain/form/library/load-form.ts'
import type { Text } from '#domain/shared/text.ts'

const forms = (['audit', 'epp', 'tracer', 'adverse-event'] as const).flatMap(formsOfKind)

/** Every text of a form, with where it stands. */
function textsOf(node: unknown, path = ''): { path: string; text: Text }[] {
  if (node === null || typeof node !== 'object') return []
  if ('fr' in node && 'en' in node) return [{ path, text: node as Text }]
  return Object.entries(node).flatMap(([key, child]) => textsOf(child, `${path}/${key}`))
}

function criteriaOf(form: Form) {
  return form.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
}

test('the library holds three grids, an EPP, a traceur and the declaration', () => {
  expect(forms.map(({ id }) => id)).toEqual([
    'audit-medication',
    'audit-catering',
    'audit-rights',
    'epp-restraint',
    'tracer-person',
    'declare-event',
  ])
})

test('a form is found by its id and version, and no other version is given in its place', () => {
  expect(findForm('audit-medication', 1)?.code).toBe('G01')
  expect(findForm('audit-medication', 2)).toBeUndefined()
})

test('the catalogue says the same forms, and each is read whole when asked', async () => {
  const kinds = ['audit', 'epp', 'tracer', 'adverse-event'] as const
  expect(kinds.flatMap(entriesOfKind).map(({ id }) => id)).toEqual(forms.map(({ id }) => id))
  for (const form of forms) {
    expect(findEntry(form.id, form.version)?.title).toEqual(form.title)
    expect(await loadForm(form.id, form.version)).toBe(form)
    expect(findEntry(form.id, form.version)?.criteria).toBe(criteriaOf(form).length)
  }
  expect(await loadForm('audit-medication', 2)).toBeUndefined()
  expect(GRIDS_BUILT_IN).toBe(forms.filter(({ kind }) => kind !== 'adverse-event').length)
})

describe.each(forms.map((form): [string, Form] => [form.id, form]))('%s', (_, form) => {
  test('has no fault of shape', () => {
    expect(checkForm(form)).toEqual([])
  })

  test('says everything in both languages, with the typography of the house', () => {
    const texts = textsOf(form)
    expect(texts.length).toBeGreaterThan(10)
    for (const { path, text } of texts) {
      expect(text.fr.trim(), path).not.toBe('')
      expect(text.en.trim(), path).not.toBe('')
      expect(text.fr, path).not.toMatch(/['\u00a0\u202f→≥≤✓]/)
    }
  })

  test('says how to observe or what to look for on most of its criteria', () => {
    const criteria = form.sections
      .flatMap(({ questions }) => questions)
      .filter((question) => question.type === 'criterion')
    const guided = criteria.filter(({ hint, phrases }) => hint || phrases)
    expect(guided.length).toBeGreaterThanOrEqual(criteria.length / 2)
  })

  test('proposes an action for each criterion not met, once and in few words', () => {
    const remedies = form.sections
      .flatMap(({ questions }) => questions)
      .filter((question) => question.type === 'criterion')
      .map(({ remedy }) => remedy?.fr ?? '')
    expect(remedies.every((remedy) => remedy.length >= 10 && remedy.length <= 60)).toBe(true)
    expect(new Set(remedies).size).toBe(remedies.length)
  })
})

test('the medication grid touches the impératif 3.6.2 on several criteria', () => {
  const criteria = findForm('audit-medication', 1)?.sections.flatMap(({ questions }) => questions)
  const touched = criteria?.filter(
    (question) => question.type === 'criterion' && question.imperatif === '3.6.2',
  )
  expect(criteria).toHaveLength(22)
  expect(touched?.map(({ id }) => id)).toEqual(['B1', 'C2', 'C3', 'D1', 'D2'])
})
