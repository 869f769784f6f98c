import { paths } from '#src/paths.ts'

const LENGTH = 10

/**
 * A code as the server knows it, from what was typed or read aloud: no space, no hyphen, capitals,
 * and the letters that look like figures read as figures (Crockford: I and L are 1, O is 0).
 */
export function readCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
}

export function isWholeCode(code: string): boolean {
  return code.length >= LENGTH
}

/** « 7K2QF 9XB4M »: two groups, easier to dictate. */
export function showCode(code: string): string {
  return code.length === LENGTH ? `${code.slice(0, 5)} ${code.slice(5)}` : code
}

/** The address to open on the device to enrol. The code is in the fragment: no server logs it. */
export function joinLink(code: string, origin = location.origin): string {
  return `${origin}${paths.join()}#${code}`
}
