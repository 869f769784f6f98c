import { fromBase64Url, toBase64Url } from './base64url.ts'

/*
 * The cursors of a round as one word: base 128, low bits first, then base64url. As numbers of JSON they
 * are more than half of a round that brings nothing, which a tablet makes once a minute.
 */
const LOW = 128

/** Whole numbers from 0 on as a text; the empty text for none. */
export function writeCursors(cursors: readonly number[]): string {
  const bytes: number[] = []
  for (const cursor of cursors) {
    let left = cursor
    for (; left >= LOW; left = Math.floor(left / LOW)) bytes.push((left % LOW) + LOW)
    bytes.push(left)
  }
  return toBase64Url(Uint8Array.from(bytes))
}

/** The numbers of a text; undefined when it is none of `writeCursors`. */
export function readCursors(text: string): number[] | undefined {
  const cursors: number[] = []
  let value = 0
  let unit = 1
  for (const byte of bytesOf(text) ?? []) {
    value += (byte % LOW) * unit
    unit *= LOW
    if (!Number.isSafeInteger(value)) return undefined
    if (byte >= LOW) continue
    cursors.push(value)
    value = 0
    unit = 1
  }
  // Any other way to write them, an end missing included, is nobody's of ours.
  return writeCursors(cursors) === text ? cursors : undefined
}

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return fromBase64Url(text)
  } catch {
    return undefined
  }
}
