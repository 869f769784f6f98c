import { expect, test } from 'vitest'
import { readAction } from '#domain/action-plan/action.ts'
import { actionFromCriterion } from '#domain/action-plan/action-from-criterion.ts'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { day } from '#domain/shared/day.ts'
import { recordId } from '#domain/shared/ids.ts'
import { buildCriterion } from '#tests/builders/build-form.ts'

const common = {
  form: auditMedication,
  answer: 'partial',
  comment: '',
  record: recordId('audit-1'),
  today: day('2026-11-24'),
  language: 'fr',
} as const

test('the comment is the finding, and the way back to the criterion is kept', () => {
  const fields = actionFromCriterion({
    ...common,
    criterion: buildCriterion('C9'),
    comment: ' 2 piluliers sur 5 sans photo. ',
  })
  expect(readAction('x', 's', fields)).toMatchObject({
    finding: '2 piluliers sur 5 sans photo.',
    source: 'audit',
    sourceRecord: 'audit-1',
    sourceQuestion: 'C9',
    status: 'todo',
    createdOn: '2026-11-24',
    pilot: 'IDE coordinatrice',
  })
})

test('it is due in thirty days, fifteen when it touches an impératif', () => {
  const dueOn = (imperatif?: string) =>
    actionFromCriterion({
      ...common,
      criterion: buildCriterion('C9', imperatif ? { imperatif } : {}),
    }).dueOn
  expect(dueOn()).toBe('2026-12-24')
  expect(dueOn('3.6.2')).toBe('2026-12-09')
})

test('without a comment the finding is the criterion with its answer', () => {
  const { finding, title } = actionFromCriterion({ ...common, criterion: buildCriterion('C9') })
  expect(finding).toBe('Critère C9 : en partie.')
  expect(title).toBe('Critère C9')
})

test('a remedy of the grid is the title proposed', () => {
  const criterion = buildCriterion('C9', { remedy: { fr: 'Refaire', en: 'Redo' } })
  expect(actionFromCriterion({ ...common, criterion }).title).toBe('Refaire')
})
