import type { Notes } from '../notes.ts'
import type { Sheet, TypedCell, Workbook } from '../workbook/workbook.ts'

/** One line of the user's HAS file. */
export interface HasRow {
  readonly row: number
  readonly sheet: string
  readonly chapter: string
  readonly theme: string
  readonly objective: string
  readonly criterion: string
  /** « 3.6.2 », read from the criterion or the wording; empty when neither says it. */
  readonly number: string
  readonly wording: string
  /** An element of evaluation: what is scored; the other lines are titles. */
  readonly isElement: boolean
  readonly cells: readonly string[]
  readonly typed: readonly TypedCell[]
}

type Column =
  | 'chapter'
  | 'theme'
  | 'objective'
  | 'criterion'
  | 'wording'
  | 'level'
  | 'element'
  | 'elementId'
  | 'rating'
  | 'comment'

/** What the headers look like, from public code that reads Synaé's files; wording varies by version. */
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['elementId', /\bid\b.*(question|element|\bee\b)|(question|element).*\bid\b/],
  ['element', /^(is|est)?[ _]*(une )?(question|ee|element d'evaluation)\b/],
  ['rating', /cotation|score|note obtenue|resultat/],
  ['comment', /comment|justification|observation/],
  ['level', /niveau|exigence|imperatif/],
  ['chapter', /^chapitre/],
  ['theme', /^thematique|^theme/],
  ['objective', /^objectif/],
  ['criterion', /^critere/],
  ['wording', /intitule|libelle|element/],
]

/** From the whole to the part: a new objectif forgets the critère of the one before. */
const LEVELS = ['chapter', 'theme', 'objective', 'criterion'] as const

/** Header rows are looked for among the first lines: Synaé's data begin at the fourth. */
const HEADER_WITHIN = 12

interface Headed {
  readonly sheet: Sheet
  /** Position in `sheet.rows` of the header. */
  readonly at: number
  readonly columns: ReadonlyMap<Column, number>
}

/** Sheets with a header that names a criterion and at least one level above it. */
export function hasSheets(workbook: Workbook): readonly Sheet[] {
  return workbook.sheets.filter((sheet) => headed(sheet) !== undefined)
}

function headed(sheet: Sheet): Headed | undefined {
  for (const [at, { cells }] of sheet.rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = new Map<Column, number>()
    cells.forEach((cell, index) => {
      const name = plain(cell)
      if (name === '' || name.length > 60) return
      if (/^id[ _]/.test(name) && !/question|element/.test(name)) return
      const found = COLUMNS.find(([column, shape]) => !columns.has(column) && shape.test(name))
      if (found) columns.set(found[0], index)
    })
    const above = ['chapter', 'theme', 'objective'] as const
    const isHeader =
      above.some((column) => columns.has(column)) &&
      (columns.has('criterion') || columns.has('wording'))
    if (isHeader) return { sheet, at, columns }
  }
  return undefined
}

/** The header of a sheet, and the words of the lines above it. */
export function hasHeader(sheet: Sheet): {
  readonly headers: readonly string[]
  readonly above: string
} {
  const at = headed(sheet)?.at ?? 0
  return {
    headers: sheet.rows[at]?.cells ?? [],
    above: sheet.rows
      .slice(0, at)
      .flatMap(({ cells }) => cells)
      .join(' '),
  }
}

/** The lines below the header; titles left blank are those of the line above, as in merged cells. */
export function readHasRows(sheet: Sheet, notes: Notes): readonly HasRow[] {
  const found = headed(sheet)
  if (!found) {
    notes.add('lost', 'no-criterion-column', { sheet: sheet.name })
    return []
  }
  const { at, columns } = found
  const above = { chapter: '', theme: '', objective: '', criterion: '' }
  return sheet.rows.slice(at + 1).flatMap(({ row, cells, typed = [] }): readonly HasRow[] => {
    const get = (column: Column) => (cells[columns.get(column) ?? -1] ?? '').trim()
    for (const [depth, level] of LEVELS.entries()) {
      const said = get(level)
      if (said === '' || said === above[level]) continue
      above[level] = said
      for (const below of LEVELS.slice(depth + 1)) above[below] = ''
    }
    const wording = get('wording') || get('criterion')
    if (wording === '') return []
    const number = numberIn(get('criterion')) || numberIn(wording) || numberIn(above.criterion)
    const isElement = /^(1|true|vrai|oui|x)$/i.test(get('element'))
    if (number === '' && !columns.has('element')) {
      notes.add('kept-aside', 'row-without-number', { sheet: sheet.name, row })
      return []
    }
    return [
      {
        row,
        sheet: sheet.name,
        ...above,
        number,
        wording,
        isElement,
        cells,
        typed,
      },
    ]
  })
}

function numberIn(text: string): string {
  return /(?:^|[^\d.])([1-3]\.\d{1,2}\.\d{1,2})(?![\d])/.exec(text)?.[1] ?? ''
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’`]/g, "'").trim().toLowerCase()
}
