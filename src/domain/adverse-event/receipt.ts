const DIGITS = 16
/** 250 is the last multiple of ten a byte holds: above, the remainder would favour 0 to 5. */
const FAIR_BYTES = 250

/**
 * The code a declarant keeps to read the answer: sixteen uniform random digits (R-EI-4). Random
 * bytes are given by the caller (`crypto.getRandomValues`); those that would bias are thrown away.
 */
export function makeReceipt(randomBytes: (count: number) => Uint8Array): string {
  let receipt = ''
  while (receipt.length < DIGITS) {
    for (const byte of randomBytes(DIGITS)) {
      if (byte < FAIR_BYTES && receipt.length < DIGITS) receipt += String(byte % 10)
    }
  }
  return receipt
}

/** By groups of four, to be read, dictated and copied: `7391 4460 2158 9027`. */
export function formatReceipt(receipt: string): string {
  return receipt.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** Sixteen digits out of what someone typed, whatever the spaces and dashes; undefined otherwise. */
export function parseReceipt(typed: string): string | undefined {
  const digits = typed.replace(/[\s.\-\u00a0\u202f]/g, '')
  return /^\d{16}$/.test(digits) ? digits : undefined
}
