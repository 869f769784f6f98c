import type { Answers, CriterionQuestion, Form, Question, Section } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'

/** A text equal in both languages: a test seldom cares for the words. */
export function buildText(text: string) {
  return { fr: text, en: text }
}

export function buildCriterion(
  id: string,
  overrides: Partial<CriterionQuestion> = {},
): CriterionQuestion {
  return {
    id,
    type: 'criterion',
    scale: 'yes-partial-no-na',
    label: buildText(`Critère ${id}.`),
    ...overrides,
  }
}

export function buildSection(
  id: string,
  questions: readonly Question[],
  overrides: Partial<Section> = {},
): Section {
  return { id, title: buildText(id), questions, ...overrides }
}

/** An audit grid of one section holding these questions, unless sections are given. */
export function buildForm(questions: readonly Question[], overrides: Partial<Form> = {}): Form {
  return {
    id: 'audit-test',
    version: 1,
    kind: 'audit',
    code: 'T01',
    title: buildText('Grille'),
    unit: 'structure',
    source: buildText('Essai'),
    sections: [buildSection('A', questions)],
    ...overrides,
  }
}

export function buildAnswers(answers: Readonly<Record<string, Json>>): Answers {
  return new Map(Object.entries(answers))
}
