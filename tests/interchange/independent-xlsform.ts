import type { PlainSheet } from './read-sample.ts'

/*
 * What an XLSForm means, read by other means than the product: no shared code, formulas compared by
 * what they answer on many values and not by how they are written.
 */

export interface Meaning {
  readonly questions: readonly QuestionMeaning[]
  readonly title: string
}

interface QuestionMeaning {
  readonly name: string
  readonly type: string
  readonly path: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  readonly hint: string
  readonly required: boolean
  readonly default: string
  readonly choices: readonly string[]
  readonly filter: string
  readonly relevant: readonly unknown[]
  readonly constraint: readonly unknown[]
  readonly calculation: readonly unknown[]
  readonly count: string
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'integer',
  'phone number': 'text',
  trigger: 'acknowledge',
  datetime: 'datetime',
}

export function xlsformMeaning(sheets: readonly PlainSheet[]): Meaning {
  const table = (name: string) => {
    const [headers = [], ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? []
    return rows.map((row) => new Map(headers.map((header, at) => [column(header), row[at] ?? ''])))
  }
  const choices = table('choices')
  const path: string[] = []
  const questions: QuestionMeaning[] = []
  for (const row of table('survey')) {
    const type = (row.get('type') ?? '').toLowerCase().replace(/_/g, ' ')
    const name = row.get('name') ?? ''
    if (type.startsWith('end ')) path.pop()
    if (type.startsWith('begin ')) path.push(name)
    if (type === '' || type.startsWith('end ') || type === 'start') continue
    const list = /^(?:select one|select multiple|rank|select all that apply)(?: from)? (\S+)/.exec(
      type,
    )
    const kind = list ? type.slice(0, type.length - (list[1] ?? '').length) : type
    questions.push({
      name,
      type:
        kind.replace(' from', '').replace('select all that apply', 'select multiple').trim() in
        TYPES
          ? (TYPES[kind.trim()] ?? kind)
          : kind.replace(' from', '').replace('select all that apply', 'select multiple').trim(),
      path: [...path],
      labels: texts(row, 'label'),
      hint: Object.values(texts(row, 'hint'))[0] ?? '',
      required: /^(yes|true\(\)|true)$/.test(row.get('required') ?? ''),
      default: row.get('default') ?? '',
      choices: choices
        .filter((choice) => (choice.get('list_name') ?? '').toLowerCase() === list?.[1])
        .map((choice) => JSON.stringify([choice.get('name'), texts(choice, 'label')])),
      filter: (row.get('choice_filter') ?? '').replace(/\s/g, ''),
      relevant: outcomes(row.get('relevant') ?? ''),
      constraint: outcomes(row.get('constraint') ?? ''),
      calculation: outcomes(row.get('calculation') ?? ''),
      count: row.get('repeat_count') ?? '',
    })
  }
  return { questions, title: table('settings')[0]?.get('form_title') ?? '' }
}

function column(header: string): string {
  const plain = header
    .replace(/^(bind|control)::?/, '')
    .replace(/^jr:constraintMsg$/, 'constraint_message')
    .replace(/^list name$/, 'list_name')
  return plain.replace(/^(label|hint)::?/, '$1::')
}

function texts(row: ReadonlyMap<string, string>, stem: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...row].filter(([name, text]) => name.split('::')[0] === stem && text !== ''),
  )
}

const VALUES = [
  'aucun',
  'ph chlore aspect',
  'douche',
  '',
  'a',
  'b',
  'c',
  'nord',
  'sud',
  'ba',
  'a c',
  '0',
  '1',
  '2',
  '3',
  '5',
  '40',
  '119',
  '2026-01-31',
]

/** What a formula answers when its names take each of many values in turn. */
function outcomes(formula: string): readonly unknown[] {
  if (formula.trim() === '') return []
  const names = [
    ...new Set([...formula.matchAll(/\$\{(\w+)\}/g)].map((found) => found[1] ?? '')),
  ].sort()
  const run = asJavaScript(formula)
  return VALUES.flatMap((_, turn) =>
    VALUES.map((self, shift) => {
      const given = new Map(
        names.map((name, at) => [name, VALUES[(turn * (at + 1) + shift) % VALUES.length] ?? '']),
      )
      return run((name) => given.get(name) ?? '', self)
    }),
  )
}

type Run = (value: (name: string) => string, self: string) => unknown

/** XPath written as JavaScript: its operators have the same order of strength. */
function asJavaScript(formula: string): Run {
  const code = formula.replace(
    /'[^']*'|"[^"]*"|\$\{(\w+)\}|\b(?:and|or|div|mod)\b|!=|<=|>=|=|[a-z][\w-]*(?=\()|\.(?!\d)|\d+(?:\.\d+)?/g,
    (token, name?: string) => {
      if (name !== undefined) return `v(${JSON.stringify(name)})`
      if (/^['"]/.test(token)) return token
      const operators: Record<string, string> = {
        and: '&&',
        or: '||',
        div: '/',
        mod: '%',
        '=': '==',
      }
      if (operators[token]) return operators[token]
      if (token === '.') return 'self'
      return /^[a-z]/.test(token) ? `f[${JSON.stringify(token)}]` : token
    },
  )
  const run = new Function('v', 'self', 'f', `return (${code})`)
  return (value, self) => JSON.stringify(run(value, self, FUNCTIONS)) ?? 'nothing'
}

const words = (value: unknown) => String(value).split(' ').filter(Boolean)
const FUNCTIONS = {
  not: (value: unknown) => !value,
  selected: (value: unknown, code: unknown) => words(value).includes(String(code)),
  'count-selected': (value: unknown) => words(value).length,
  today: () => '2026-03-01',
  now: () => '2026-03-01T12:00',
  concat: (...all: readonly unknown[]) => all.join(''),
  if: (test: unknown, then: unknown, other: unknown) => (test ? then : other),
  coalesce: (first: unknown, second: unknown) => (first === '' ? second : first),
  round: (value: number, decimals: number) => Number(value).toFixed(decimals),
  sum: (value: unknown) => Number(value),
  regex: (value: unknown, shape: string) => new RegExp(`^(?:${shape})$`).test(String(value)),
  'string-length': (value: unknown) => String(value).length,
  int: (value: number) => Math.trunc(value),
}
