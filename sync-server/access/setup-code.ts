import { createHmac } from 'node:crypto'
import { CODE_ALPHABET } from './codes.ts'

const FIRST_LENGTH = 10
/** 160 bits: this one is carried by a command, never typed, and stays good while nobody uses it. */
const NEXT_LENGTH = 32

/**
 * The code of the first-run assistant. It follows from the server's key, so that several processes on
 * one database print the same, and nothing of it is kept.
 */
export function firstSetupCode(serverKey: string): string {
  return lettersFrom(`setup:${serverKey}`, 'first', FIRST_LENGTH)
}

/**
 * What adds a dispositif to a server that has `there` of them: known to whoever reads its data, who is
 * its operator. Good once, for the number changes with its use.
 */
export function nextSetupCode(serverKey: string, there: number): string {
  return lettersFrom(`setup:${serverKey}`, `after ${there}`, NEXT_LENGTH)
}

/** Five bits of each byte: the alphabet has thirty-two letters, so all are equally likely. */
function lettersFrom(key: string, what: string, length: number): string {
  const bytes = createHmac('sha256', key).update(what).digest().subarray(0, length)
  return [...bytes].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('')
}
