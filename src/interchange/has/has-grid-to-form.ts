import type { Answers, CriterionQuestion, Form, Section } from '#domain/form/form.ts'
import { SCALES } from '#domain/form/scales.ts'
import type { Text } from '#domain/shared/text.ts'
import { FreshIds } from '../fit-id.ts'
import { isRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { COMMENT, RATING } from './form-to-synae.ts'
import { type HasRow, hasHeader, hasSheets, readHasRows } from './has-rows.ts'

/** True for a workbook whose columns are those of the HAS file or of a Synaé grid. */
export function isHasGrid(workbook: Workbook): boolean {
  return hasSheets(workbook).length > 0
}

/**
 * The grid of the HAS from the user's own file: objectives as sections, elements of evaluation (or
 * criteria, when the file stops there) as criteria on the HAS scale. The wording is that of the file;
 * none is shipped with Escale.
 */
export function hasGridToForm(workbook: Workbook, notes: Notes): Form | undefined {
  const rows = hasSheets(workbook).flatMap((sheet) => readHasRows(sheet, notes))
  const asked = rows.some(({ isElement }) => isElement) ? rows.filter((row) => row.isElement) : rows
  const fresh = new FreshIds()
  const sections = new Map<string, { title: Text; theme: string; questions: CriterionQuestion[] }>()
  for (const row of asked) {
    const key = row.objective || row.theme || row.chapter || 'Grille'
    const section = sections.get(key) ?? { title: same(key), theme: row.theme, questions: [] }
    sections.set(key, section)
    section.questions.push(questionOf(row, fresh))
  }
  if (asked.length === 0) {
    notes.add('lost', 'nothing-kept', { file: true })
    return undefined
  }
  const sectionIds = new FreshIds()
  const [sheet] = hasSheets(workbook)
  const { headers, above } = sheet ? hasHeader(sheet) : { headers: [], above: [] }
  const category = finessCategory(above.flat().join(' '))
  return {
    id: 'has-referentiel',
    version: 1,
    kind: 'audit',
    code: 'HAS',
    title: {
      fr: 'Auto-évaluation sur le référentiel de la HAS',
      en: 'Self-evaluation on the HAS reference',
    },
    unit: 'structure',
    source: {
      fr: `Libellés du fichier choisi par l’utilisateur${category.fr}. Auto-évaluation, jamais une évaluation officielle.`,
      en: `Wording of the file chosen by the user${category.en}. A self-evaluation, never an official evaluation.`,
    },
    sections: [...sections].map(
      ([key, { title, theme, questions }]): Section => ({
        id: sectionIds.take(numberIn(key) ? `o${numberIn(key)}` : key, 'objectif'),
        title,
        ...(theme !== '' && theme !== key ? { intro: same(theme) } : {}),
        questions,
      }),
    ),
    carried: {
      has: {
        sheet: sheet?.name ?? '',
        headers: [...headers],
        above: above.map((line) => [...line]),
      },
    },
  }
}

function questionOf(row: HasRow, fresh: FreshIds): CriterionQuestion {
  const wanted = row.elementId || row.number || row.criterion
  return {
    id: fresh.take(row.number ? `c${row.number.replace(/\./g, '-')}` : wanted, `l${row.row}`),
    type: 'criterion',
    scale: 'has',
    label: same(row.wording),
    ...(row.criterion !== '' && row.criterion !== row.wording ? { hint: same(row.criterion) } : {}),
    ...(row.isImperative && row.number ? { imperatif: row.number } : {}),
    carried: {
      has: { cells: Object.fromEntries(row.cells.map(({ header, value }) => [header, value])) },
    },
  }
}

/** Synaé makes one file for each FINESS category: its lines above the header say which. */
function finessCategory(above: string): Text {
  const code = /cat[ée]gorie\D{0,30}(\d{3})\b/i.exec(above)?.[1]
  return code
    ? { fr: `, catégorie FINESS ${code}`, en: `, FINESS category ${code}` }
    : { fr: '', en: '' }
}

/** Ratings already in the file, by question: an export of Synaé brings its answers. */
export function hasAnswers(
  form: Form,
  notes: Notes,
): { answers: Answers; comments: ReadonlyMap<string, string> } {
  const answers = new Map<string, string>()
  const comments = new Map<string, string>()
  for (const { id, carried } of form.sections.flatMap(({ questions }) => questions)) {
    const cells = Object.entries(isRecord(carried?.has?.cells) ? carried.has.cells : {})
    const said = (shape: RegExp) => String(cells.find(([header]) => shape.test(header))?.[1] ?? '')
    const rating = said(RATING).trim().toUpperCase()
    const code = SCALES.has.steps.find((step) => step.sign === rating)?.code
    if (code) answers.set(id, code)
    else if (rating !== '') notes.add('lost', 'unknown-rating', { file: true }, { value: rating })
    const comment = said(COMMENT).trim()
    if (comment !== '') comments.set(id, comment)
  }
  return { answers, comments }
}

function same(words: string): Text {
  return { fr: words, en: words }
}

function numberIn(key: string): string {
  return (/(\d+\.\d+)/.exec(key)?.[1] ?? '').replace('.', '-')
}
