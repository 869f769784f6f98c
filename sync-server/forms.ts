/*
 * npm run forms -- convert FILE --out OUT --report REPORT [--to xlsform|fhir|escale]
 *
 * Turns a form of one format into another, told by its content. Exit code 0 with a report, or 2 with a
 * report that says why nothing could be kept. `--to xlsform` writes a workbook, or its rows as JSON
 * when OUT ends with .json.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { EXPORT_FORMATS, exportFile, exportForm } from '#interchange/export-form.ts'
import {
  fileTooLarge,
  type ImportedForm,
  importForm,
  MOST_FILE_BYTES,
  missingFile,
} from '#interchange/import-form.ts'
import { type LossReport, lossReport } from '#interchange/loss-report.ts'

const USAGE = 'npm run forms -- convert FILE --out OUT --report REPORT [--to xlsform|fhir|escale]'

process.exitCode = await run(process.argv.slice(2))

async function run(args: readonly string[]): Promise<number> {
  const [command, file, ...options] = args
  const option = (name: string) => options[options.indexOf(name) + 1]
  const out = options.includes('--out') ? option('--out') : undefined
  const reportFile = options.includes('--report') ? option('--report') : undefined
  const to = EXPORT_FORMATS.find(
    (each) => each === (options.includes('--to') ? option('--to') : 'escale'),
  )
  if (command !== 'convert' || file === undefined || out === undefined || to === undefined) {
    process.stderr.write(`${USAGE}\n`)
    return 1
  }
  const { form, format, notes } = readFile(file)
  if (form) {
    if (to === 'xlsform' && !out.endsWith('.json')) {
      writeFileSync(out, Buffer.from(await (await exportFile(form, to, notes)).arrayBuffer()))
    } else writeFileSync(out, `${JSON.stringify(exportForm(form, to, notes), null, 2)}\n`)
  }
  const report = lossReport(form, notes, { from: format, to })
  if (reportFile !== undefined) writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`)
  process.stdout.write(`${summary(report)}\n`)
  return form ? 0 : 2
}

/** Looked at before a byte is read: a film named by mistake must not fill the memory. */
function readFile(path: string): ImportedForm {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) return missingFile()
  return found.size > MOST_FILE_BYTES ? fileTooLarge(found.size) : importForm(readFileSync(path))
}

function summary({ outcome, title, kept, counts, notes }: LossReport): string {
  if (outcome === 'nothing-kept') return notes.map(({ fr }) => fr).join('\n')
  return [
    `« ${title} » : ${kept.sections} sections, ${kept.questions} questions, ${kept.choices} choix.`,
    `Perdu ${counts.lost}, gardé de côté ${counts['kept-aside']}, adapté ${counts.adapted}, réparé ${counts.repaired}.`,
    ...notes.slice(0, 20).map(({ where, fr }) => (where === '' ? fr : `- ${where} : ${fr}`)),
  ].join('\n')
}
