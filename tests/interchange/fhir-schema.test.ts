import { describe, expect, test } from 'vitest'
import { FORM_KINDS, type Form } from '#domain/form/form.ts'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { formsOfKind } from '#domain/form/library/find-form.ts'
import { stepReading } from '#domain/form/scales.ts'
import { day } from '#domain/shared/day.ts'
import { exportForm } from '#interchange/export-form.ts'
import { answersToResponse } from '#interchange/fhir/answers-to-response.ts'
import { importForm } from '#interchange/import-form.ts'
import { Notes } from '#interchange/notes.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { questionnaireFaults, schemaFaults } from './fhir-schema.ts'
import { sampleBytes, sampleSheets } from './read-sample.ts'

type Resource = { readonly [key: string]: unknown }

function imported(bytes: Uint8Array): Form {
  const { form } = importForm(bytes)
  if (!form) throw new Error('nothing was kept')
  return form
}

const asFhir = (form: Form) => exportForm(form, 'fhir', new Notes()) as Resource

function expectSound(form: Form): void {
  const resource = asFhir(form)
  expect([form.id, schemaFaults(resource)]).toEqual([form.id, []])
  expect(questionnaireFaults(resource)).toEqual([])
}

describe('a questionnaire Escale writes is one by the schema HL7 publishes', () => {
  test('from every grid of the library', () => {
    const forms = FORM_KINDS.flatMap(formsOfKind)
    expect(forms.length).toBeGreaterThan(30)
    for (const form of forms) expectSound(form)
  })

  test('from a questionnaire of another system', () => {
    for (const name of [
      'visit.json',
      'alertness-scale.json',
      'lhc-enable-when.json',
      'lhc-help-text.json',
      'lhc-initial-quantity.json',
    ]) {
      expectSound(imported(sampleBytes(name)))
    }
  })

  test('from an XLSForm', async () => {
    for (const name of ['household.csv', 'water-point.csv', 'pyxform-widgets.csv']) {
      const blob = await writeWorkbook(sampleSheets(name))
      expectSound(imported(new Uint8Array(await blob.arrayBuffer())))
    }
  })
})

test('answers are a QuestionnaireResponse by the same schema', () => {
  const answers = new Map(
    auditMedication.sections.flatMap(({ questions }) =>
      questions.flatMap((question) => {
        const step = question.type === 'criterion' && stepReading(question, 'met')
        return step ? [[question.id, step.code] as const] : []
      }),
    ),
  )
  expect(answers.size).toBeGreaterThan(10)
  const heldOn = day('2026-03-11')
  const response = answersToResponse(auditMedication, answers, { isComplete: true, heldOn })
  expect(schemaFaults(response)).toEqual([])
})

test('the schema refuses what it should', () => {
  const { status: _, ...without } = asFhir(auditMedication)
  expect(schemaFaults({ ...without, nobody: 1 })).not.toEqual([])
})
