import { parseDay } from '../shared/day.ts'
import type { Json } from '../shared/json.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Question } from './form.ts'
import { scaleOf } from './scales.ts'

export type AnswerError =
  | { readonly kind: 'unknown-code'; readonly code: string }
  | { readonly kind: 'not-a-code' | 'not-a-list' | 'not-a-number' | 'not-a-day' | 'not-a-time' }
  | { readonly kind: 'not-a-text' | 'takes-no-answer' }
  | { readonly kind: 'too-small'; readonly min: number }
  | { readonly kind: 'too-big'; readonly max: number }

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * Whether a value may be stored as the answer of a question. `null` empties an answer and is always
 * accepted. Pictures and files live in fields of their own, a note is only read, a calculation is
 * never stored and a group answers by its rows: none takes an answer. A refused value is never thrown
 * away by the caller: it stays in the field, with the reason.
 */
export function checkAnswer(question: Question, value: Json): Result<Json, AnswerError> {
  if (value === null) return ok(value)
  switch (question.type) {
    case 'criterion':
      return checkCode(codesOf(scaleOf(question).steps), value)
    case 'single':
      return checkCode(codesOf(question.choices), value)
    case 'multiple': {
      if (!Array.isArray(value)) return fail({ kind: 'not-a-list' })
      for (const each of value) {
        const checked = checkCode(codesOf(question.choices), each)
        if (!checked.ok) return checked
      }
      return ok(value)
    }
    case 'number':
      return checkNumber(value, question)
    case 'text':
    case 'code':
      return typeof value === 'string' ? ok(value) : fail({ kind: 'not-a-text' })
    case 'date':
      return typeof value === 'string' && parseDay(value) ? ok(value) : fail({ kind: 'not-a-day' })
    case 'time':
      return typeof value === 'string' && TIME.test(value)
        ? ok(value)
        : fail({ kind: 'not-a-time' })
    case 'datetime':
      return checkMoment(value)
    case 'photo':
    case 'file':
    case 'signature':
    case 'note':
    case 'calculated':
    case 'repeat':
    case 'opportunities':
      return fail({ kind: 'takes-no-answer' })
  }
}

function codesOf(items: readonly { readonly code: string }[]): readonly string[] {
  return items.map(({ code }) => code)
}

function checkCode(codes: readonly string[], value: Json): Result<Json, AnswerError> {
  if (typeof value !== 'string') return fail({ kind: 'not-a-code' })
  return codes.includes(value) ? ok(value) : fail({ kind: 'unknown-code', code: value })
}

function checkNumber(
  value: Json,
  { min, max }: { readonly min?: number; readonly max?: number },
): Result<Json, AnswerError> {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fail({ kind: 'not-a-number' })
  if (min !== undefined && value < min) return fail({ kind: 'too-small', min })
  if (max !== undefined && value > max) return fail({ kind: 'too-big', max })
  return ok(value)
}

function checkMoment(value: Json): Result<Json, AnswerError> {
  if (typeof value !== 'string' || !parseDay(value.slice(0, 10))) return fail({ kind: 'not-a-day' })
  return value[10] === 'T' && TIME.test(value.slice(11)) ? ok(value) : fail({ kind: 'not-a-time' })
}
