import type { CriterionQuestion, Form, Section } from '#domain/form/form.ts'
import type { Text } from '#domain/shared/text.ts'
import { FreshIds } from '../fit-id.ts'
import type { Notes } from '../notes.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { type HasRow, hasSheets, readHasRows } from './has-rows.ts'

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
      fr: 'Libellés du fichier choisi par l’utilisateur. Auto-évaluation, jamais une évaluation officielle.',
      en: 'Wording of the file chosen by the user. A self-evaluation, never an official evaluation.',
    },
    sections: [...sections].map(
      ([key, { title, theme, questions }]): Section => ({
        id: sectionIds.take(numberIn(key) ? `o${numberIn(key)}` : key, 'objectif'),
        title,
        ...(theme !== '' && theme !== key ? { intro: same(theme) } : {}),
        questions,
      }),
    ),
    carried: { has: { sheets: hasSheets(workbook).map(({ name }) => name) } },
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
      has: Object.fromEntries(row.cells.map(({ header, value }) => [header, value])),
    },
  }
}

function same(words: string): Text {
  return { fr: words, en: words }
}

function numberIn(key: string): string {
  return (/(\d+\.\d+)/.exec(key)?.[1] ?? '').replace('.', '-')
}
