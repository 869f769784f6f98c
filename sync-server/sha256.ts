import { createHash } from 'node:crypto'

/**
 * SHA-256 of a text, in hexadecimal. At once, where WebCrypto hands each text to another thread and
 * back: a push reads hundreds of operations.
 */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
