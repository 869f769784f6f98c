import type { Question } from '#domain/form/form.ts'

/** What the `type` cell of a survey row asks for. */
export type RowType =
  | { readonly kind: 'begin' | 'end'; readonly what: 'group' | 'repeat' }
  | {
      readonly kind: 'choice'
      readonly many: boolean
      readonly list: string
      readonly rank: boolean
      readonly other: boolean
    }
  | { readonly kind: 'external'; readonly word: string }
  | {
      readonly kind: 'question'
      readonly type: PlainType
      readonly word: string
      readonly exact: boolean
    }
  | { readonly kind: 'metadata'; readonly word: string }
  | { readonly kind: 'unknown'; readonly word: string }

type PlainType =
  | Exclude<Question['type'], 'criterion' | 'single' | 'multiple' | 'repeat' | 'opportunities'>
  | 'integer'
  | 'decimal'
  | 'range'
  | 'acknowledge'
  | 'hidden'

const WORDS: Readonly<Record<string, PlainType>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  range: 'range',
  note: 'note',
  date: 'date',
  time: 'time',
  datetime: 'datetime',
  image: 'photo',
  photo: 'photo',
  file: 'file',
  audio: 'file',
  video: 'file',
  barcode: 'code',
  calculate: 'calculated',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  hidden: 'hidden',
  geopoint: 'text',
  geotrace: 'text',
  geoshape: 'text',
  location: 'text',
}

/** Escale has a question that is not quite this one: said in the report. */
const STAND_INS = new Set(['geopoint', 'geotrace', 'geoshape', 'location', 'audio', 'video'])

const METADATA = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'device_id',
  'username',
  'phonenumber',
  'simserial',
  'subscriberid',
  'email',
  'audit',
  'start-geopoint',
  'background-audio',
  'background-geopoint',
  'csv-external',
  'xml-external',
  'imei',
])

/** Reads a type: old spellings (« select all that apply from list ») and near misses included. */
export function readType(written: string): RowType {
  const words = written.trim().replace(/\s+/g, ' ')
  const lower = words.toLowerCase()
  const frame = /^(begin|end)[ _]?(group|repeat|loop)\b/.exec(lower)
  if (frame) {
    return {
      kind: frame[1] === 'begin' ? 'begin' : 'end',
      what: frame[2] === 'group' ? 'group' : 'repeat',
    }
  }
  const external =
    /^(select_one_from_file|select_multiple_from_file|select_one_external|rank_from_file)\b/
  if (external.test(lower)) return { kind: 'external', word: words }
  const choice =
    /^(select_one|select one from|select one|select1|select_multiple|select all that apply from|select all that apply|select multiple from|select multiple|rank)\s+(\S+)(\s+or[_ ]other|\s+or specify other)?$/i.exec(
      words,
    )
  if (choice) {
    const word = (choice[1] ?? '').toLowerCase()
    return {
      kind: 'choice',
      many: !/^select([_ ]one|1)/.test(word),
      list: choice[2] ?? '',
      rank: word === 'rank',
      other: choice[3] !== undefined,
    }
  }
  const plain = lower.replace(/[ _]/g, '')
  if (Object.hasOwn(WORDS, plain)) {
    const type = WORDS[plain]
    if (type) return { kind: 'question', type, word: plain, exact: !STAND_INS.has(plain) }
  }
  // With a space it is asked of the person; in one word, read from the telephone.
  if (lower === 'phone number') return { kind: 'question', type: 'text', word: 'text', exact: true }
  if (METADATA.has(lower) || METADATA.has(plain)) return { kind: 'metadata', word: plain }
  return { kind: 'unknown', word: words }
}

/** The known type one slip of the finger away (« tetx », « tart »); undefined when none or several. */
export function nearestType(written: string): string | undefined {
  const word = written.trim().toLowerCase()
  const known = [...Object.keys(WORDS), ...METADATA].filter((each) => isNear(word, each))
  return known.length === 1 ? known[0] : undefined
}

function isNear(a: string, b: string): boolean {
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false
  if (a.length === b.length) {
    const differ = [...a].flatMap((letter, at) => (letter === b[at] ? [] : [at]))
    const [one, two] = differ
    return (
      differ.length === 1 ||
      (differ.length === 2 &&
        one !== undefined &&
        two === one + 1 &&
        a[one] === b[two] &&
        a[two] === b[one])
    )
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
}
