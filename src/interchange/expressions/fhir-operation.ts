import type { XPath } from './x-path.ts'

/** What an operator of FHIRPath says in the words of XPath; undefined for one that has none. */
export function fhirOperation(sign: string, left: XPath, right: XPath): XPath | undefined {
  if (sign === 'implies') {
    return { kind: 'call', name: 'or', of: [{ kind: 'call', name: 'not', of: [left] }, right] }
  }
  if (sign === 'contains') return { kind: 'call', name: 'selected', of: [left, right] }
  if (sign === 'in') return { kind: 'call', name: 'selected', of: [right, left] }
  if (sign === '&') return { kind: 'call', name: 'concat', of: [left, right] }
  if (sign === '|') return undefined
  const name = sign === '~' ? '=' : sign === '!~' ? '!=' : sign === '/' ? 'div' : sign
  if (sign === 'div') {
    return { kind: 'call', name: 'int', of: [{ kind: 'call', name: 'div', of: [left, right] }] }
  }
  return { kind: 'call', name, of: [left, right] }
}
