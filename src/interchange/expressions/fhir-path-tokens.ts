import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { ExpressionFault } from './x-path.ts'

/** A word of FHIRPath; a date is a text, without its `@`. */
export interface FhirPathToken {
  readonly kind: 'number' | 'text' | 'name' | 'variable' | 'sign'
  readonly text: string
}

const TOKEN =
  /\s*(?:(@?\d{4}-\d\d-\d\d|\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|%(?:`([^`]+)`|([A-Za-z_][\w-]*))|([A-Za-z_$][\w]*)|(<=|>=|!=|!~|[-+*/&|=~<>(),.[\]{}]))/uy

/** The words of a FHIRPath expression; what is no word of it is named. */
export function fhirPathTokens(text: string): Result<readonly FhirPathToken[], ExpressionFault> {
  const tokens: FhirPathToken[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) return fail({ kind: 'syntax', what: text.slice(at, at + 20).trim() })
    at = TOKEN.lastIndex
    const [, number, quoted, ticked, variable, name, sign] = found
    if (number?.startsWith('@')) tokens.push({ kind: 'text', text: number.slice(1) })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (quoted !== undefined) {
      tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/g, '$1') })
    } else if (ticked !== undefined || variable !== undefined) {
      tokens.push({ kind: 'variable', text: ticked ?? variable ?? '' })
    } else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return ok(tokens)
}
