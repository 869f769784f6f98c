import { expect, test } from 'vitest'
import { formatReceipt, makeReceipt, parseReceipt } from '#domain/adverse-event/receipt.ts'

const cryptoBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

test('a receipt is sixteen digits', () => {
  expect(makeReceipt(cryptoBytes)).toMatch(/^\d{16}$/)
})

test('bytes that would favour some digits are thrown away', () => {
  // 250 to 255 would give 0 to 5 once too often.
  const batches = [Array(16).fill(255), Array(16).fill(250), [...Array(16).keys()]]
  const receipt = makeReceipt(() => Uint8Array.from(batches.shift() ?? []))
  expect(receipt).toBe('0123456789012345')
})

test('every byte below 250 falls on each digit as often', () => {
  const all = [...Array(250).keys(), 249, 249, 249, 249, 249, 249]
  let at = 0
  const digits: string[] = []
  while (at + 16 <= 240) {
    const from = at
    digits.push(...makeReceipt((count) => Uint8Array.from(all.slice(from, from + count))))
    at += 16
  }
  const counts = Array.from(
    { length: 10 },
    (_, digit) => digits.filter((d) => Number(d) === digit).length,
  )
  expect(new Set(counts)).toEqual(new Set([24]))
})

test('ten thousand digits show no preference', () => {
  const digits = Array.from({ length: 625 }, () => makeReceipt(cryptoBytes)).join('')
  const expected = digits.length / 10
  const chi2 = Array.from({ length: 10 }, (_, digit) => {
    const seen = digits.split(String(digit)).length - 1
    return (seen - expected) ** 2 / expected
  }).reduce((sum, part) => sum + part, 0)
  // 9 degrees of freedom: 45 is passed by chance about once in a million runs.
  expect(chi2).toBeLessThan(45)
})

test('it is read by groups of four, and typed back whatever the spaces', () => {
  expect(formatReceipt('7391446021589027')).toBe('7391 4460 2158 9027')
  expect(parseReceipt(' 7391-4460 2158\u00a09027')).toBe('7391446021589027')
  expect(parseReceipt('7391 4460 2158')).toBeUndefined()
})
