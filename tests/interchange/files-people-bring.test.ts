import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { allQuestions } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { exportFile } from '#interchange/export-form.ts'
import { importForm } from '#interchange/import-form.ts'
import { lossReport } from '#interchange/loss-report.ts'
import { Notes } from '#interchange/notes.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { sampleBytes, sampleSheets, sampleText } from './read-sample.ts'

type Rows = readonly (readonly string[])[]

async function workbook(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  const named = Object.entries(sheets).map(([name, rows]) => ({ name, rows }))
  return new Uint8Array(await (await writeWorkbook(named)).arrayBuffer())
}

function read(bytes: Uint8Array) {
  const { form, format, notes } = importForm(bytes)
  const report = lossReport(form, notes, { from: format, to: 'escale' })
  return {
    form,
    ids: form ? allQuestions(form).map(({ id, type }) => `${id} ${type}`) : [],
    told: report.notes.map(({ kind, where, fr }) => `${kind} | ${where} | ${fr}`),
  }
}

const SURVEY: Rows = [
  ['type', 'name', 'label'],
  ['text', 'a', 'Prénom, à l’état civil'],
]
const QUESTIONNAIRE = {
  resourceType: 'Questionnaire',
  title: 'Accueil',
  item: [{ linkId: 'a', text: 'Prénom', type: 'string' }],
}
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const json = (value: unknown) => strToU8(JSON.stringify(value))

describe('a file that is no form says what it is, and what to do', () => {
  test.each([
    ['an empty one', new Uint8Array(), 'il est vide'],
    ['a workbook of before 2007', latin('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'), 'd’avant 2007'],
    ['a web page', strToU8('<html><table><tr><td>type</td></tr></table></html>'), 'une page web'],
    ['a workbook in XML', strToU8('<?xml version="1.0"?><Workbook></Workbook>'), 'au format XML'],
    ['an XForm', strToU8('<h:html xmlns="http://www.w3.org/2002/xforms"/>'), 'classeur XLSForm'],
    ['FHIR in XML', strToU8('<Questionnaire xmlns="http://hl7.org/fhir"/>'), 'FHIR en XML'],
    ['a PDF', strToU8('%PDF-1.7'), 'un PDF'],
    ['a picture', latin('\u00ff\u00d8\u00ff'), 'une image'],
    ['a text document', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'document de texte'],
    ['a LibreOffice workbook', zipSync({ 'content.xml': strToU8('<o/>') }), '(.ods)'],
    ['an archive', zipSync({ 'a.txt': strToU8('a') }), 'archive sans classeur'],
    ['JSON cut short', strToU8('{"resourceType":"Quest'), 'coupé ou mal écrit'],
    ['another resource', json({ resourceType: 'Patient' }), '« Patient »'],
    ['an empty bundle', json({ resourceType: 'Bundle', entry: [] }), 'aucun questionnaire'],
  ])('%s', (_, bytes, words) => {
    const { form, told } = read(bytes)
    expect(form).toBeUndefined()
    expect(told).toEqual([expect.stringContaining(words)])
  })

  test('a workbook cut in its middle, though some of its sheets can still be opened', async () => {
    const whole = await workbook({ survey: SURVEY })
    expect(read(whole.slice(0, whole.length / 2)).told).toEqual([
      expect.stringContaining('coupé ou abîmé'),
    ])
    const { ids, told } = read(whole.slice(0, whole.length - 30))
    expect(ids).toEqual(['a text'])
    expect(told).toEqual([expect.stringContaining('la fin peut manquer')])
  })
})

describe('what can be kept is kept', () => {
  test('JSON of any mark, and the first questionnaire of a bundle with its value sets', () => {
    const text = JSON.stringify(QUESTIONNAIRE)
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap(wideOf)])
    expect(read(strToU8(`\uFEFF${text}`)).ids).toEqual(['a text'])
    expect(read(utf16).ids).toEqual(['a text'])
    const choice = { linkId: 'c', text: 'C', type: 'choice', answerValueSet: 'urn:sexes|2' }
    const concept = [{ code: '1', display: 'Un' }]
    const set = { resourceType: 'ValueSet', url: 'urn:sexes', compose: { include: [{ concept }] } }
    const first = { ...QUESTIONNAIRE, item: [choice] }
    const entry = [set, first, QUESTIONNAIRE].map((resource) => ({ resource }))
    const { form, ids, told } = read(json({ resourceType: 'Bundle', entry }))
    expect(ids).toEqual(['c single'])
    expect(told).toEqual([`lost |  | ${oneOf(2)}`])
    expect(form?.carried?.fhir?.contained).toHaveLength(1)
  })

  test('a CSV of Excel in its own code page, or of pyxform sheet by sheet', () => {
    const excel = latin('type;name;label\r\ntext;a;Pr\u00e9nom\r\n')
    const { form, told } = read(excel)
    expect(form && allQuestions(form)[0]?.label.fr).toBe('Prénom')
    expect(told).toEqual([expect.stringContaining('Ce CSV est lu comme la feuille « survey »')])
    expect(read(strToU8(sampleText('pyxform-group.csv'))).told).toEqual([])
  })

  test('sheets of other names, headers below a title, headers in French', async () => {
    const rows: Rows = [['Mon enquête'], ['Type', 'Nom', 'Libellé'], ['select_one l', 'a', 'Choix']]
    const choices: Rows = [
      ['list_name', 'name', 'label'],
      ['l', '1', 'Un'],
    ]
    const { ids, told } = read(await workbook({ Feuille1: rows, Feuille2: choices }))
    expect(ids).toEqual(['a single'])
    expect(told).toEqual([
      'repaired | feuille Feuille1 | Cette feuille a les titres de colonnes d’un XLSForm : elle est lue comme « survey ».',
      'repaired | feuille Feuille1, ligne 2 | Les titres de colonnes sont à la ligne 2 : les lignes au-dessus sont sautées.',
      'repaired | feuille Feuille2 | Cette feuille a les titres de colonnes d’un XLSForm : elle est lue comme « choices ».',
    ])
  })

  test('merged cells, as one reads them; a row without a type, or a choice without a list, is told', async () => {
    const survey: Rows = [
      ['type', 'name', 'label', 'relevant'],
      ['text', 'a', 'A', ''],
      ['', 'b', 'B', `\${a} = 'x'`],
      ['', 'c', 'C', ''],
      ['', 'd', 'D', ''],
      ['begin group', 'g', 'G', ''],
      ['', 'e', 'E', ''],
      ['select_one l', 'f', 'F', ''],
      ['end group', '', '', ''],
      ['', '', '', 'true()'],
    ]
    const choices: Rows = [
      ['list_name', 'name', 'label'],
      ['l', '1', 'Un'],
      ['', '2', 'Deux'],
      ['', '3', 'Trois'],
    ]
    const files = unzipSync(await workbook({ survey, choices }))
    const merge = (sheet: number, ...refs: string[]) => {
      const path = `xl/worksheets/sheet${sheet}.xml`
      const cells = refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
      files[path] = strToU8(
        strFromU8(files[path] ?? new Uint8Array()).replace(
          '</sheetData>',
          `</sheetData><mergeCells>${cells}</mergeCells>`,
        ),
      )
    }
    merge(1, 'A2:A4', 'D3:D4', 'B2:B3', 'A6:A7', 'A1:D1', 'oops')
    merge(2, 'A2:A3')
    const { form, ids, told } = read(zipSync(files))
    expect(ids).toEqual(['a text', 'b text', 'c text', 'f single'])
    const [, , c, f] = form ? allQuestions(form) : []
    expect(c?.relevance).toBeDefined()
    expect(f && 'choices' in f && f.choices.map(({ code }) => code)).toEqual(['1', '2'])
    expect(told.map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
      'repaired feuille survey, ligne 2, colonne type',
      'repaired feuille survey, ligne 3, colonne relevant',
      'lost feuille survey, ligne 5, colonne type',
      'lost feuille survey, ligne 7, colonne type',
      'lost feuille survey, ligne 10, colonne type',
      'repaired feuille choices, ligne 2, colonne list_name',
      'lost feuille choices, ligne 4, colonne list_name',
    ])
    expect(told[0]).toContain('de 2 à 4')
    expect(told[4]).toContain('« true() » n’est pas reprise')
  })

  test('an Escale form without the one question that is none', () => {
    const text = { fr: 'a', en: 'a' }
    const questions = [
      { id: 'A1', type: 'text', label: text },
      { id: 'A2', type: 'hologram' },
    ]
    const { ids, told } = read(json({ form: { sections: [{ title: text, questions }] } }))
    expect(ids).toEqual(['A1 text'])
    expect(told).toEqual([expect.stringContaining('« A2 » n’a pas la forme attendue')])
  })

  test('the lists of « external_choices », an old loop, and nothing silently left', async () => {
    const sample = read(await workbook(sheetsOf('pyxform-case-insensitivity.csv')))
    expect(sample.ids).toEqual(['q1 single', 'q2 single', 'q3 text'])
    expect(sample.told.map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
      'lost feuille ENTITIES',
      'lost feuille OSM',
      'adapted feuille SURVEY, ligne 3, colonne type',
      'repaired feuille SURVEY, ligne 4, colonne type',
    ])
    const loop = read(await workbook(sheetsOf('pyxform-loop.csv')))
    expect(loop.told).toContainEqual(expect.stringContaining('une fois par choix'))
  })
})

describe('a column or a member of no use is told with where it stands', () => {
  test('rows of an appearance, and no word of a filter or a range that is followed', async () => {
    const survey: Rows = [
      ['type', 'name', 'label', 'appearance', 'choice_filter', 'parameters'],
      ['select_one l', 'a', 'A', 'likert', '', ''],
      ['select_one l', 'b', 'B', 'likert', `of=\${a}`, ''],
      ['range', 'r', 'R', '', '', 'start=1 end=10 step=0.5'],
      ['image', 'p', 'P', 'annotate', '', ''],
    ]
    const choices: Rows = [
      ['list_name', 'name', 'label', 'of', 'media::image'],
      ['l', '1', 'Un', '1', 'un.png'],
    ]
    const settings: Rows = [
      ['form_title', 'style'],
      ['Titre', 'pages'],
    ]
    expect(read(await workbook({ survey, choices, settings })).told).toEqual([
      'kept-aside | feuille settings, ligne 2, colonne style | Le réglage « style » n’a pas d’usage dans Escale.',
      'kept-aside | feuille choices, ligne 2, colonne media::image | La colonne « media::image » n’a pas d’usage dans Escale (ligne 2).',
      'kept-aside | feuille survey, colonne appearance | La colonne « appearance » n’a pas d’usage dans Escale (lignes 2, 3).',
    ])
  })

  test('units of one’s choice, what was hidden or read only, an extension unknown here', () => {
    const hidden = 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden'
    const item = [
      { linkId: 'h', text: 'H', type: 'string', extension: [{ url: hidden, valueBoolean: true }] },
      { linkId: 'r', text: 'R', type: 'string', readOnly: true },
      { linkId: 'x', text: 'X', type: 'string', extension: [{ url: 'urn:x/entryFormat' }] },
    ]
    expect(read(json({ ...QUESTIONNAIRE, item })).told).toEqual([
      'adapted | linkId h | « H » était cachée à qui répond : Escale la montre.',
      'adapted | linkId r | « R » ne pouvait pas être changée par qui répond : dans Escale elle peut l’être.',
      'kept-aside | linkId x | « entryFormat » n’a pas d’usage dans Escale (linkId x).',
    ])
    expect(read(sampleBytes('android-fhir-quantity.json')).told).toEqual([
      expect.stringContaining('(centimeter, inch)'),
    ])
  })
})

test('the body mass index of the SDC guide is computed from its variables', () => {
  const { form, told } = read(sampleBytes('sdc-weight-height.json'))
  if (!form) throw new Error('the sample was not kept')
  const answers = new Map([
    ['29463-7', 70],
    ['8302-2', 68],
  ])
  // 70 kg over the square of 68 inches of 2.54 cm.
  expect(evaluateForm(form, answers).values.get('39156-5')).toBe(23.5)
  expect(told.filter((line) => line.includes('n’a pas pu être lue'))).toEqual([])
})

test('what a format cannot say is told, and comes back with the form', async () => {
  const survey: Rows = [
    ['type', 'name', 'label', 'choice_filter', 'required'],
    ['select_one region', 'r', 'Région', '', ''],
    ['select_one commune', 'c', 'Commune', `region=\${r}`, `\${r} != ''`],
  ]
  const choices: Rows = [
    ['list_name', 'name', 'label', 'region'],
    ['region', 'gt', 'Grande-Terre', ''],
    ['region', 'bt', 'Basse-Terre', ''],
    ['commune', 'pap', 'Pointe-à-Pitre', 'gt'],
    ['commune', 'cap', 'Capesterre', 'bt'],
  ]
  const { form } = read(await workbook({ survey, choices }))
  if (!form) throw new Error('the form was not kept')
  const notes = new Notes()
  const away = await exportFile(form, 'fhir', notes)
  expect(notes.all.map(({ code, place }) => [code, place])).toEqual([
    ['escale-only', { linkId: 'c' }],
    ['escale-only', { linkId: 'c' }],
  ])
  const back = importForm(new Uint8Array(await away.arrayBuffer())).form
  const bare = (given: typeof form | undefined) =>
    given && allQuestions(given).map(({ carried: _, ...question }) => question)
  expect(bare(back)).toEqual(bare(form))
})

function wideOf(sign: string): readonly number[] {
  const code = sign.charCodeAt(0)
  return [code & 0xff, code >> 8]
}

function oneOf(count: number): string {
  return `Ce paquet FHIR en contient ${count} : « Accueil », le premier, est lu. Les autres s’importent un par un.`
}

function sheetsOf(name: string): Readonly<Record<string, Rows>> {
  return Object.fromEntries(sampleSheets(name).map(({ name: sheet, rows }) => [sheet, rows]))
}
