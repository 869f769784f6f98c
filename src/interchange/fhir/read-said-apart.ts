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

/**
 * What Escale wrote beside the answers of a response (`said-apart.ts`), for a filling of this form. What
 * cannot be read, or does not fit its question, is told and left out; the rest is kept.
 */
export function readSaidApart(form: Form, resource: JsonRecord, notes: Notes): ReadApart {
  // The keys of a response are those of one file: none has the number of its file before it.
  const oneFile: Form = { ...form, kind: 'audit' }
  const comments = new Map<string, string>()
  const alone: Record<string, Json> = {}
  const keyed: (readonly [name: string, key: string, value: Json])[] = []
  const refuse = (key: string, value: Json | undefined) => {
    const said = typeof value === 'string' ? value : JSON.stringify(value ?? '')
    const why = { why: 'elle ne convient pas à la question', whyEn: 'it does not fit the question' }
    notes.add('lost', 'answer-refused', { linkId: key }, { value: said, name: key, ...why })
  }
  const each = (url: string, read: (key: string, answer: JsonRecord) => void) => {
    for (const answer of answersIn(resource, url)) {
      const key = textOf(extension(answer, 'key')?.valueString)
      if (KEY.test(key)) read(key, answer)
      else notes.add('lost', 'answer-to-nothing', { linkId: key || '?' }, { name: key || '?' })
    }
  }

  each(SAID_APART.alone, (key, answer) => {
    const code = extension(answer, 'code')?.valueCode
    if (OWN_ANSWERS.some((known) => known === code)) alone[`own.${key}`] = code ?? null
    else refuse(key, code)
  })
  if (Object.keys(alone).length > 0) {
    const about = extension(resource, SAID_APART.alone) ?? {}
    const helper = extension(about, 'helper')?.valueCode
    const on = parseDay(textOf(extension(about, 'on')?.valueDate))
    if (HELPERS.some((known) => known === helper)) alone.ownHelper = helper ?? null
    if (on) alone.ownOn = on
  }

  each(SAID_APART.second, (key, answer) => {
    const question = questionAt(oneFile, key)
    for (const [member, field] of [
      ['value', 'second.answers.'],
      ['first', 'first.answers.'],
    ] as const) {
      const value = valueIn(answer, member)
      if (value === undefined) continue
      if (question?.type === 'criterion' && checkAnswer(question, value).ok) {
        keyed.push([field, key, value])
      } else refuse(key, value)
    }
  })
  const secondOn = parseDay(
    textOf(extension(extension(resource, SAID_APART.second) ?? {}, 'on')?.valueDate),
  )
  if (secondOn && keyed.length > 0) alone['second.on'] = secondOn

  each(SAID_APART.aside, (key, answer) => {
    const value = valueIn(answer, 'value')
    if (value === undefined || value === null) {
      refuse(key, value)
      return
    }
    const version = extension(answer, 'version')?.valueInteger
    const edition = textOf(extension(answer, 'edition')?.valueString)
    // Given by a colleague to a question that is gone: it lies where its answer would (R-GRI-3).
    if (typeof version !== 'number' && !questionAt(oneFile, key)) {
      keyed.push(['answers.', key, value])
    } else {
      const under = typeof version === 'number' ? { version, edition } : {}
      keyed.push(['aside.', key, { value, ...under }])
    }
  })

  each(SAID_APART.comments, (key, answer) => {
    const text = valueIn(answer, 'value')
    if (typeof text === 'string' && questionAt(oneFile, key)) comments.set(key, text)
    else notes.add('lost', 'answer-to-nothing', { linkId: key }, { name: key })
  })

  return {
    comments,
    fields: (line) => ({
      ...alone,
      ...Object.fromEntries(keyed.map(([name, key, value]) => [`${name}${line}${key}`, value])),
    }),
    count:
      comments.size +
      keyed.length +
      Object.keys(alone).filter((name) => name.startsWith('own.')).length,
  }
}

function answersIn(resource: JsonRecord, url: string): readonly JsonRecord[] {
  return extensionsOf(resource)
    .filter((each) => each.url === url)
    .flatMap((each) => extensionsOf(each).filter((own) => own.url === 'answer'))
}

/** As `said-apart.ts` wrote it; undefined when nothing was, or someone wrote in it. */
function valueIn(answer: JsonRecord, url: string): Json | undefined {
  const plain = valueX(extension(answer, url))
  if (plain !== undefined && !isRecord(plain)) return plain
  const json = readJson(textOf(extension(answer, `${url}-json`)?.valueString))
  return json.ok ? json.value : undefined
}
