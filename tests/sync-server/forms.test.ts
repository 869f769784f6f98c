// @vitest-environment node
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleText } from '#tests/interchange/read-sample.ts'

const PROGRAM = fileURLToPath(new URL('../../sync-server/forms.ts', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'escale-forms-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function convert(file: string, to: string, out: string) {
  const report = join(folder, `report-${out}`)
  const args = ['convert', join(folder, file), '--out', join(folder, out), '--report', report]
  return new Promise<{ code: number; said: string; report: Report }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', PROGRAM, ...args, '--to', to],
      (error, stdout, stderr) => {
        resolve({
          code: error ? Number(error.code) : 0,
          said: stdout + stderr,
          report: JSON.parse(readFileSync(report, 'utf8')) as Report,
        })
      },
    )
  })
}

interface Report {
  readonly outcome: string
  readonly from: string
  readonly to: string
  readonly notes: readonly { readonly where: string; readonly fr: string }[]
}

describe('forms converted from the command line', () => {
  test('end with 0, a form and a report of what became of each row', async () => {
    writeFileSync(join(folder, 'form.csv'), sampleText('with-errors.csv'))
    const { code, said, report } = await convert('form.csv', 'fhir', 'out.json')
    expect(code).toBe(0)
    expect(report).toMatchObject({ outcome: 'kept', from: 'xlsform', to: 'fhir' })
    expect(report.notes.map(({ where }) => where)).toContain(
      'feuille survey, ligne 5, colonne type',
    )
    expect(said).toContain('questions')
    const made = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))
    expect(made.resourceType).toBe('Questionnaire')
  }, 30_000)

  test.each([
    ['page.xlsx', '<html></html>', 'une page web'],
    ['absent.xlsx', undefined, 'n’existe pas'],
  ])(
    'end with 2 and a report that says why nothing was kept: %s',
    async (name, content, words) => {
      if (content !== undefined) writeFileSync(join(folder, name), content)
      const { code, said, report } = await convert(name, 'escale', `of-${name}.json`)
      expect(code).toBe(2)
      expect(said).toContain(words)
      expect(report).toMatchObject({ outcome: 'nothing-kept', to: 'escale' })
      expect(report.notes.map(({ fr }) => fr)).toEqual([expect.stringContaining(words)])
      expect(existsSync(join(folder, `of-${name}.json`))).toBe(false)
    },
    30_000,
  )
})
