import { describe, expect, test } from 'vitest'
import type { Form } from '#domain/form/form.ts'
import { readForm } from '#domain/form/read-form.ts'
import { gridFields, readGrid } from '#domain/grid/grid.ts'
import { isPublication, versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { exportFile, exportForm } from '#interchange/export-form.ts'
import { formToSynae } from '#interchange/has/form-to-synae.ts'
import { importForm } from '#interchange/import-form.ts'
import { Notes } from '#interchange/notes.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { HAS_FILE } from './has-file.ts'
import { fhirMeaning } from './independent-fhir.ts'
import { xlsformMeaning } from './independent-xlsform.ts'
import { plainSheets } from './independent-xlsx.ts'
import { sampleBytes, sampleSheets } from './read-sample.ts'

/** The form as every device reads it once it was imported, kept as a draft and published. */
function published(imported: Form): Form {
  const { draft } = readGrid('grid-1', gridFields(imported))
  const fields = versionFields(draft, {
    version: 1,
    publishedOn: day('2026-03-11'),
    author: 'p1',
    note: '',
  })
  expect(isPublication(fields)).toBe(true)
  const read = readForm(fields.form)
  if (!read.ok) throw new Error('a publication that cannot be read')
  return read.value
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}

function imported(bytes: Uint8Array): Form {
  const { form } = importForm(bytes)
  if (!form) throw new Error('nothing was kept')
  return form
}

describe('a form imported, kept as a draft, published and sent out again', () => {
  test.each(['pyxform-widgets.csv', 'pyxform-group.csv', 'household.csv', 'water-point.csv'])(
    'means what it meant: %s',
    async (name) => {
      const bytes = await bytesOf(await writeWorkbook(sampleSheets(name)))
      const back = await exportFile(published(imported(bytes)), 'xlsform', new Notes())
      const { questions } = xlsformMeaning(plainSheets(await bytesOf(back)))
      expect(questions).toEqual(xlsformMeaning(sampleSheets(name)).questions)
    },
  )

  test.each([
    'visit.json',
    'alertness-scale.json',
    'lhc-enable-when.json',
    'lhc-help-text.json',
    'lhc-initial-quantity.json',
  ])('means what it meant: %s', (name) => {
    const bytes = sampleBytes(name)
    const back = exportForm(published(imported(bytes)), 'fhir', new Notes())
    expect(fhirMeaning(back as { readonly [key: string]: unknown })).toEqual(
      fhirMeaning(JSON.parse(new TextDecoder().decode(bytes))),
    )
  })

  test('finds its own columns again: a HAS file', async () => {
    const blob = await writeWorkbook([{ name: 'Grille', rows: HAS_FILE }])
    const form = published(imported(await bytesOf(blob)))
    const [sheet] = formToSynae(form, { answers: new Map(), comments: new Map() })
    expect(sheet?.rows[2]).toEqual(HAS_FILE[2])
    expect(form.method).toBe('self-evaluation')
  })
})
