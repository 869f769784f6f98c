import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { RequestError } from '#protocol/errors.ts'
import { LIMITS } from '#protocol/limits.ts'

/**
 * Reads a JSON body. Its depth is counted by a flat scan before anything recursive reads it: a
 * mebibyte of `[` parses, then overflows the stack of every validator (security.md §3).
 */
export function readJson(text: string): Result<unknown, RequestError> {
  if (depthOf(text) > LIMITS.depth) return fail({ kind: 'too-deep', limit: LIMITS.depth })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's message quotes the body; only the kind leaves.
    return fail({ kind: 'bad-json' })
  }
  return hasProtoKey(value) ? fail({ kind: 'bad-request', detail: '__proto__' }) : ok(value)
}

/** Deepest nesting of brackets outside texts. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (inText) {
      if (character === '\\') at += 1
      else if (character === '"') inText = false
    } else if (character === '"') inText = true
    else if (character === '[' || character === '{') {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (character === ']' || character === '}') depth -= 1
  }
  return deepest
}

function hasProtoKey(value: unknown): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const item = waiting.pop()
    if (item === null || typeof item !== 'object') continue
    if (Object.hasOwn(item, '__proto__')) return true
    for (const child of Object.values(item)) waiting.push(child)
  }
  return false
}
