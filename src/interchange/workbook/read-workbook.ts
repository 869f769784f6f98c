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
    isDate: readDateStyles(file('xl/styles.xml') ?? ''),
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
    } else sheets.push({ name, rows: readSheet(xml, name, shared, notes) })
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

/** Numbers of the built-in formats that show a day or an hour. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

function readDateStyles(xml: string): (style: number) => boolean {
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
  const dates = styles.map((format) => {
    const code = custom.get(format)
    if (code === undefined) return BUILT_IN_DATES.has(format)
    return /[dmyhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/General/gi, ''))
  })
  return (style) => dates[style] ?? false
}
