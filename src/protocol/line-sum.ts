/*
 * Whether two sides hold the same records of a bucket, told by two numbers: how many there are, and
 * the sum of their lines. A line is a record's whole state (`pack-record.ts`), so what differs by one
 * word differs here; the order of the lines does not count, and one that changes is taken out and
 * put in without reading the others.
 */

/** Sums are kept modulo 2^52: two of them added are still exact in a number and in both engines. */
export const SUM_REACH = 2 ** 52

/** The part of a line in the sum of its bucket: the first 52 bits of its SHA-256, given in hexadecimal. */
export function lineSum(sha256: string): number {
  return Number.parseInt(sha256.slice(0, 13), 16)
}

/** A sum with one part put in, and another taken out. */
export function shiftSum(sum: number, added: number, removed = 0): number {
  // Two at a time: three would no longer be exact.
  return (sum + ((added - removed + SUM_REACH) % SUM_REACH)) % SUM_REACH
}
