import type { Json } from '#domain/shared/json.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'

/** Deeper than any questionnaire; whatever walks the result goes one call deeper for each level. */
const DEEPEST = 200

/** Reads JSON that may be anything: too deep, cut short, or no JSON at all. */
export function readJson(text: string): Result<Json, 'not-json' | 'too-deep'> {
  if (isTooDeep(text)) return fail('too-deep')
  try {
    return ok(JSON.parse(text) as Json)
  } catch {
    return fail('not-json')
  }
}

/** Counted on the text, so that nothing recursive ever sees it. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (inText) {
      if (sign === 0x5c) at += 1
      else if (sign === 0x22) inText = false
    } else if (sign === 0x22) inText = true
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1
      if (depth > DEEPEST) return true
    } else if (sign === 0x5d || sign === 0x7d) depth -= 1
  }
  return false
}
