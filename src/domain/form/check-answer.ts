import { parseDay } from '../shared/day.ts'
import type { Json } from '../shared/json.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { type Question, SCALES } from './form.ts'

export type AnswerError =
  | { readonly kind: 'unknown-code'; readonly code: string }
  | { readonly kind: 'not-a-code' | 'not-a-list' | 'not-a-number' | 'not-a-day' | 'not-a-time' }
  | { readonly kind: 'not-a-text' | 'takes-no-answer' }
  | { readonly kind: 'too-small'; readonly min: number }
  | { readonly kind: 'too-big'; readonly max: number }

/**
 * Whether a value may be stored as the answer of a question. `null` empties an answer and is always
 * accepted. Photos live in fields of their own and a note is only read: neither takes an answer.
 * A refused value is never thrown away by the caller: it stays in the field, with the reason.
 */
export function checkAnswer(question: Question, value: Json): Result<Json, AnswerError> {
  if (value === null) return ok(value)
  switch (question.type) {
    case 'criterion':
      return checkCode(SCALES[question.scale], value)
    case 'single':
      return checkCode(
        question.choices.map(({ code }) => code),
        value,
      )
    case 'multiple': {
      if (!Array.isArray(value)) return fail({ kind: 'not-a-list' })
      const codes = question.choices.map(({ code }) => code)
      for (const each of value) {
        const checked = checkCode(codes, each)
        if (!checked.ok) return checked
      }
      return ok(value)
    }
    case 'number':
      return checkNumber(value, question)
    case 'text':
      return typeof value === 'string' ? ok(value) : fail({ kind: 'not-a-text' })
    case 'date':
      return typeof value === 'string' && parseDay(value) ? ok(value) : fail({ kind: 'not-a-day' })
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
        ? ok(value)
        : fail({ kind: 'not-a-time' })
    case 'photo':
    case 'note':
      return fail({ kind: 'takes-no-answer' })
  }
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
