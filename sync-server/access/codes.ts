import { createHmac, randomInt } from 'node:crypto'

/** Crockford's alphabet: no I, L, O nor U, so that a code read aloud is written without doubt. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** A fresh code of ten characters, 50 bits; spoken, typed or carried by a QR. */
export function makeCode(): string {
  return randomLetters(LENGTH)
}

/** `count` uniform characters of the same alphabet. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(
    '',
  )
}

/** A code as typed: case, spaces and hyphens do not count, and look-alikes are read as meant. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** What is kept of a code. The server's key is in it, so a copy of the database opens nothing. */
export function hashCode(code: string, serverKey: string): string {
  return createHmac('sha256', `code:${serverKey}`).update(normaliseCode(code)).digest('hex')
}
