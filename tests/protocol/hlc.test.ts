import { describe, expect, test } from 'vitest'
import { effectiveHlc, hlcAt, hlcMs, nextHlc, parseHlc } from '#protocol/hlc.ts'

const NOON = Date.parse('2026-11-24T12:00:00Z')

describe('the stamps of a device', () => {
  test('follow its clock while it goes forward, and start again from nothing at each millisecond', () => {
    expect(nextHlc(undefined, NOON)).toBe(hlcAt(NOON))
    expect(nextHlc(hlcAt(NOON, 7), NOON + 1)).toBe(hlcAt(NOON + 1))
  })

  test('count within one millisecond', () => {
    expect(nextHlc(hlcAt(NOON), NOON)).toBe(hlcAt(NOON, 1))
    expect(nextHlc(hlcAt(NOON, 1), NOON)).toBe(hlcAt(NOON, 2))
  })

  test('go on forward when the clock is put back a week', () => {
    expect(nextHlc(hlcAt(NOON, 4), NOON - 7 * 86_400_000)).toBe(hlcAt(NOON, 5))
  })

  test('take the next millisecond when one is full, and not before', () => {
    expect(nextHlc(hlcAt(NOON, 0xfffe), NOON)).toBe(hlcAt(NOON, 0xffff))
    expect(nextHlc(hlcAt(NOON, 0xffff), NOON)).toBe(hlcAt(NOON + 1))
  })

  test('sort as texts in the order they were given', () => {
    const given = [hlcAt(1), hlcAt(1, 1), hlcAt(15), hlcAt(16), hlcAt(NOON), hlcAt(NOON, 0xffff)]
    expect(given.toSorted()).toEqual(given)
    expect(given.every(({ length }) => length === 16)).toBe(true)
  })

  test('hold the whole milliseconds of their instant, between 1970 and the last one they can write', () => {
    expect(hlcMs(hlcAt(NOON + 0.9))).toBe(NOON)
    expect(hlcAt(-1)).toBe('0000000000000000')
    expect(hlcAt(Number.MAX_SAFE_INTEGER)).toBe('ffffffffffff0000')
  })
})

describe('the stamp others see', () => {
  test('is the one written when the clock was not ahead of the server', () => {
    expect(effectiveHlc(hlcAt(NOON, 3), NOON)).toBe(hlcAt(NOON, 3))
    expect(effectiveHlc(hlcAt(NOON - 1, 3), NOON)).toBe(hlcAt(NOON - 1, 3))
  })

  test('is brought back to the hour of receipt when the clock was ahead, its counter kept', () => {
    expect(effectiveHlc(hlcAt(NOON + 1, 0x1f), NOON)).toBe(hlcAt(NOON, 0x1f))
  })
})

test('a text of any other shape is no stamp', () => {
  expect(parseHlc('0123456789abcdef')).toBe('0123456789abcdef')
  for (const text of ['', '0123456789abcde', '0123456789abcdef0', '0123456789ABCDEF']) {
    expect(parseHlc(text)).toBeUndefined()
  }
})
