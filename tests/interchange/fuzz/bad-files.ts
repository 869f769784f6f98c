import { strToU8, zipSync } from 'fflate'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { HAS_FILE } from '../has-file.ts'
import { sampleBytes, sampleSheets } from '../read-sample.ts'

/** A run of pseudo-random numbers below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SHEETS = ['household.csv', 'pyxform-widgets.csv', 'with-errors.csv', 'water-point.csv']
const RESOURCES = [
  'visit.json',
  'lhc-enable-when.json',
  'lhc-initial-quantity.json',
  'alertness-scale.json',
  'visit-response.json',
]
const HAS = 'a HAS file'
const NASTY = [
  '',
  '=1+1',
  `\${a}`,
  '$' + '{',
  '((((((((((((((((((((((((((((((',
  "regex(., '(a+)+$')",
  'begin repeat',
  'end group',
  'select_one',
  'select_multiple list or_other',
  '__proto__',
  'constructor',
  'valueOf',
  '. = . = . = .',
  'é'.repeat(500),
  'x'.repeat(40_000),
  `\${x} and `.repeat(3000),
  '-'.repeat(5000),
  'NaN',
  '1e400',
  '\u0000\uffff',
]

/** The bytes of the file of that number: a workbook or a JSON, damaged in one of a dozen ways. */
export async function badFile(number: number): Promise<Uint8Array> {
  const random = seeded(number)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  if (number % 2 === 0) return badJson(random, pick)
  const name = pick([...SHEETS, HAS])
  const whole = name === HAS ? [{ name: 'Grille', rows: HAS_FILE }] : sampleSheets(name)
  const sheets = whole.map(({ name, rows }) => ({
    name,
    rows: rows.flatMap((row) => {
      const cells = row.map((cell) => (random() < 0.06 ? pick(NASTY) : cell))
      return random() < 0.03 ? [] : random() < 0.03 ? [cells, cells] : [cells]
    }),
  }))
  const bytes = new Uint8Array(await (await writeWorkbook(sheets)).arrayBuffer())
  const way = Math.floor(random() * 7)
  if (way === 0) return damaged(bytes, random)
  if (way === 1) return bytes.slice(0, Math.floor(random() * bytes.length))
  if (way === 2) return strangeXlsx(random, pick)
  return bytes
}

/** Workbooks no one makes by hand: bombs, far cells, parts that are missing or turn in circles. */
function strangeXlsx(random: () => number, pick: <T>(list: readonly T[]) => T): Uint8Array {
  const cell = pick(['XFD1048576', 'A1', 'B999999', 'ZZZZ1', '', 'A0'])
  const value = pick(['1', '99999999', 'x', '', '-1', '1e309'])
  const type = pick(['s', 'n', 'b', 'e', 'str', 'inlineStr', 'zzz'])
  const row = `<row r="${pick(['1', '-5', '9e9', ''])}"><c r="${cell}" t="${type}"><v>${value}</v></c></row>`
  const bomb = random() < 0.2 ? '<a>'.repeat(1_000_000) : ''
  const spaces = random() < 0.2 ? ' '.repeat(40_000_000) : ''
  const merge = pick(['A1:A9', 'A2:A1048576', 'A:A', 'XFD1:XFD9', '', 'A9:A1'])
  const merges = `<mergeCell ref="${merge}"/>`.repeat(1 + Math.floor(random() * 4_000))
  const workbook = `<workbook><sheets>${'<sheet name="survey" r:id="rId1"/>'.repeat(1 + Math.floor(random() * 90))}</sheets></workbook>`
  return zipSync({
    'xl/workbook.xml': strToU8(workbook),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Target="${pick(['worksheets/sheet1.xml', '../../etc/passwd', ''])}"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><sheetData>${row.repeat(1 + Math.floor(random() * 400))}${bomb}${spaces}</sheetData><mergeCells>${merges}</mergeCells>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${'<si><t>type</t></si>'.repeat(3)}<!DOCTYPE x>&bad;`),
  })
}

function badJson(random: () => number, pick: <T>(list: readonly T[]) => T): Uint8Array {
  const way = Math.floor(random() * 6)
  if (way === 0) return new TextEncoder().encode('['.repeat(200_000))
  const text = new TextDecoder().decode(sampleBytes(pick(RESOURCES)))
  if (way === 1) return damaged(new TextEncoder().encode(text), random)
  if (way === 2) return new TextEncoder().encode(text.slice(0, Math.floor(random() * text.length)))
  // Made anew each time: a value that held itself would be no JSON.
  const wrong = (): unknown =>
    pick<unknown>([null, 1, 'x', [], {}, true, ['x'], { value: null }, ...NASTY])
  const shaken = JSON.stringify(JSON.parse(text), (_, value: unknown) =>
    random() < 0.08 ? wrong() : value,
  )
  return new TextEncoder().encode(way === 3 ? deepItems(shaken, random) : shaken)
}

/** Items inside items, down to a depth no screen has. */
function deepItems(text: string, random: () => number): string {
  const depth = 10 + Math.floor(random() * 80)
  const open = '{"linkId":"d","type":"group","text":"d","item":['.repeat(depth)
  return `{"resourceType":"Questionnaire","item":[${open}${text}${']}'.repeat(depth)}]}`
}

function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = bytes.slice()
  const times = 1 + Math.floor(random() * 30)
  for (let time = 0; time < times; time += 1) {
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256)
  }
  return copy
}
