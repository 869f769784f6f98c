import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { Notes } from '../notes.ts'
import { archiveKind, type Unreadable } from '../unreadable-file.ts'
import { readSheet } from './read-sheet.ts'
import type { SharedParts } from './shared-parts.ts'
import { isCut, unzipTexts } from './unzip-texts.ts'
import { walkXml } from './walk-xml.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** More sheets than any form has; the others are not opened. */
const MOST_SHEETS = 40

/**
 * An XLSX workbook as rows of texts. A cell that holds an error, or lies absurdly far, is told and left
 * empty: no cell ever takes the others down with it.
 */
export function readWorkbook(bytes: Uint8Array, notes: Notes): Result<Workbook, Unreadable> {
  const unzipped = unzipTexts(bytes)
  if (!unzipped.ok) return fail(unzipped.error.kind)
  const files = unzipped.value
  const file = (path: string) => files.get(path) ?? files.get(path.toLowerCase())
  const main = file('xl/workbook.xml')
  const cut = isCut(bytes)
  if (main === undefined) return fail(cut ? 'damaged' : archiveKind(files.keys()))
  // The words of the cells come last in the file: without them a sheet is a frame.
  const wordless = !file('xl/sharedStrings.xml') && [...files.values()].some(hasSharedWords)
  if (wordless) return fail('damaged')
  if (cut) notes.add('lost', 'file-cut', { file: true })
  const targets = readTargets(file('xl/_rels/workbook.xml.rels') ?? '')
  const { listed, startsIn1904 } = readSheetList(main)
  const shared: SharedParts = {
    strings: readSharedStrings(file('xl/sharedStrings.xml') ?? ''),
    ...readStyles(file('xl/styles.xml') ?? ''),
    startsIn1904,
  }
  const sheets: Sheet[] = []
  listed.slice(0, MOST_SHEETS).forEach(({ name, relation }, at) => {
    const target = targets.get(relation) ?? `worksheets/sheet${at + 1}.xml`
    const xml = file(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (xml === undefined) return
    const key = name.trim().toLowerCase()
    if (sheets.some((sheet) => sheet.name.trim().toLowerCase() === key)) {
      notes.add('lost', 'duplicate-sheet', { sheet: name })
    } else sheets.push(readSheet(xml, name, shared, notes))
  })
  return ok({ sheets })
}

function hasSharedWords(xml: string): boolean {
  return / t="s"/.test(xml)
}

function readSheetList(xml: string) {
  const listed: { readonly name: string; readonly relation: string }[] = []
  let startsIn1904 = false
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'sheet') {
        const found = attributes()
        listed.push({ name: found.name ?? '', relation: found['r:id'] ?? found.id ?? '' })
      }
      if (name === 'workbookPr') startsIn1904 = /^(1|true)$/.test(attributes().date1904 ?? '')
    },
  })
  return { listed, startsIn1904 }
}

function readTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  walkXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const { Id, Target } = attributes()
      if (Id !== undefined && Target !== undefined) targets.set(Id, Target)
    },
  })
  return targets
}

/** Pieces of a formatted text are put together; how to read it aloud (`rPh`) is left out. */
function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = []
  let inText = false
  let aside = 0
  walkXml(xml, {
    open(name) {
      if (name === 'si') strings.push('')
      else if (name === 'rPh') aside += 1
      inText = name === 't'
    },
    close(name) {
      if (name === 'rPh') aside -= 1
      inText = false
    },
    text(text) {
      const last = strings.length - 1
      if (inText && aside === 0 && last >= 0) strings[last] = `${strings[last]}${text}`
    },
  })
  return strings
}

/** Built-in formats, by number, as a French sheet shows them; the others show a plain number. */
const BUILT_IN = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
])

function readStyles(xml: string): Pick<SharedParts, 'isDate' | 'formatOf'> {
  const custom = new Map<number, string>()
  const styles: number[] = []
  let inCells = false
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt') {
        const { numFmtId, formatCode } = attributes()
        custom.set(Number(numFmtId), formatCode ?? '')
      } else if (name === 'xf' && inCells) styles.push(Number(attributes().numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  const codes = styles.map((format) => custom.get(format) ?? BUILT_IN.get(format))
  const dates = codes.map((code) => code !== undefined && showsDate(code))
  return { isDate: (style) => dates[style] ?? false, formatOf: (style) => codes[style] }
}

function showsDate(code: string): boolean {
  return /[dmyhs]/i.test(
    code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/General|AM\/PM/gi, ''),
  )
}
