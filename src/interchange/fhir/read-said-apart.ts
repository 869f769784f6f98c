import { questionAt } from '#domain/filling/move-version.ts'
import { checkAnswer } from '#domain/form/check-answer.ts'
import type { Form } from '#domain/form/form.ts'
import { parseDay } from '#domain/shared/day.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import { HELPERS, OWN_ANSWERS } from '#domain/tracer/own-answers.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import { readJson } from '../read-json.ts'
import { extension, extensionsOf, SAID_APART, textOf, valueX } from './extensions.ts'

export interface ReadApart {
  /** Comments by question, those of an EPP without the number of their file. */
  readonly comments: ReadonlyMap<string, string>
  /** Fields of the record; `line` goes before the keys of what is said of one file, `1.` in an EPP. */
  readonly fields: (line: string) => Fields
  /** How many things were said apart. */
  readonly count: number
}

/** What the name of a field may hold, with room for what goes before it. */
const KEY = /^[A-Za-z0-9_.:~-]{1,150}$/
/** What one field may hold (`protocol/limits.ts`). */
const LONGEST = 65_536

/** What one kind of extension says: fields of the whole record, and fields named by a key of the form. */
interface Said {
  readonly whole: Fields
  readonly keyed: readonly (readonly [field: string, key: string, value: Json])[]
}

/**
 * What Escale wrote beside the answers of a response (`said-apart.ts`), for a filling of this form. What
 * cannot be read, or does not fit its question, is told and left out; the rest is kept.
 */
export function readSaidApart(form: Form, resource: JsonRecord, notes: Notes): ReadApart {
  // The keys of a response are those of one file: none has the number of its file before it.
  const from: Source = { form: { ...form, kind: 'audit' }, resource, notes }
  const [alone, second, aside] = [readAlone(from), readSecond(from), readAside(from)]
  const comments = readComments(from)
  const keyed = [...second.keyed, ...aside.keyed]
  return {
    comments,
    fields: (line) => ({
      ...alone.whole,
      ...second.whole,
      // What the person said is said of the whole: a traceur has no files.
      ...Object.fromEntries(alone.keyed.map(([field, key, value]) => [field + key, value])),
      ...Object.fromEntries(keyed.map(([field, key, value]) => [field + line + key, value])),
    }),
    count: alone.keyed.length + keyed.length + comments.size,
  }
}

interface Source {
  readonly form: Form
  readonly resource: JsonRecord
  readonly notes: Notes
}

function readAlone(from: Source): Said {
  const keyed = answersIn(from, SAID_APART.alone).flatMap(([key, answer]): Said['keyed'] => {
    const given = extension(answer, 'code')?.valueCode
    const code = OWN_ANSWERS.find((known) => known === given)
    return code ? [['own.', key, code]] : refused(from, key, given)
  })
  if (keyed.length === 0) return { whole: {}, keyed }
  const about = extension(from.resource, SAID_APART.alone) ?? {}
  const said = extension(about, 'helper')?.valueCode
  const helper = HELPERS.find((known) => known === said)
  return { whole: { ...(helper ? { ownHelper: helper } : {}), ...dayOf(about, 'ownOn') }, keyed }
}

function readSecond(from: Source): Said {
  const keyed = answersIn(from, SAID_APART.second).flatMap(([key, answer]) => {
    const question = questionAt(from.form, key)
    const reading = (member: string, field: string) => {
      const value = valueIn(answer, member)
      if (value === undefined) return []
      const fits = question?.type === 'criterion' && checkAnswer(question, value).ok
      return fits ? [[field, key, value] as const] : refused(from, key, value)
    }
    return [...reading('value', 'second.answers.'), ...reading('first', 'first.answers.')]
  })
  const about = extension(from.resource, SAID_APART.second) ?? {}
  return { whole: keyed.length > 0 ? dayOf(about, 'second.on') : {}, keyed }
}

function readAside(from: Source): Said {
  const keyed = answersIn(from, SAID_APART.aside).flatMap(([key, answer]): Said['keyed'] => {
    const value = valueIn(answer, 'value')
    if (value === undefined || !isAnswer(value)) return refused(from, key, value)
    const version = extension(answer, 'version')?.valueInteger
    const edition = textOf(extension(answer, 'edition')?.valueString)
    // Given by a colleague to a question that is gone: it lies where its answer would (R-GRI-3).
    if (typeof version !== 'number' && !questionAt(from.form, key)) {
      return [['answers.', key, value]]
    }
    const under = typeof version === 'number' ? { version, edition } : {}
    return [['aside.', key, { value, ...under }]]
  })
  return { whole: {}, keyed }
}

function readComments(from: Source): ReadonlyMap<string, string> {
  return new Map(
    answersIn(from, SAID_APART.comments).flatMap(([key, answer]): readonly [string, string][] => {
      const text = valueIn(answer, 'value')
      if (!questionAt(from.form, key)) return toNothing(from, key)
      return typeof text === 'string' && isAnswer(text) ? [[key, text]] : refused(from, key, text)
    }),
  )
}

/** The answers of that extension, by key; one whose key could be no field is told. */
function answersIn(
  from: Source,
  url: string,
): readonly (readonly [key: string, answer: JsonRecord])[] {
  return extensionsOf(from.resource)
    .filter((each) => each.url === url)
    .flatMap((each) => extensionsOf(each).filter((own) => own.url === 'answer'))
    .flatMap((answer) => {
      const key = textOf(extension(answer, 'key')?.valueString)
      return KEY.test(key) ? [[key, answer] as const] : toNothing(from, key || '?')
    })
}

function toNothing({ notes }: Source, key: string): never[] {
  notes.add('lost', 'answer-to-nothing', { linkId: key }, { name: key })
  return []
}

function refused({ notes }: Source, key: string, value: Json | undefined): never[] {
  const said = typeof value === 'string' ? value : JSON.stringify(value ?? '')
  const why = { why: 'elle ne convient pas à la question', whyEn: 'it does not fit the question' }
  notes.add('lost', 'answer-refused', { linkId: key }, { value: said, name: key, ...why })
  return []
}

/** A text, a number, a yes or no, or several texts, as any answer is; of a size one field may hold. */
function isAnswer(value: Json): boolean {
  if (typeof value === 'string') return value.length <= LONGEST
  if (typeof value === 'number' || typeof value === 'boolean') return true
  return (
    Array.isArray(value) &&
    value.length <= 1_000 &&
    value.every((each) => typeof each === 'string' && each.length <= 200)
  )
}

function dayOf(about: JsonRecord, field: string): Fields {
  const day = parseDay(textOf(extension(about, 'on')?.valueDate))
  return day ? { [field]: day } : {}
}

/** As `said-apart.ts` wrote it; undefined when nothing was, or someone wrote in it. */
function valueIn(answer: JsonRecord, url: string): Json | undefined {
  const plain = valueX(extension(answer, url))
  if (plain !== undefined && !isRecord(plain)) return plain
  const json = readJson(textOf(extension(answer, `${url}-json`)?.valueString))
  return json.ok ? json.value : undefined
}
