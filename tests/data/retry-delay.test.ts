import fc from 'fast-check'
import { expect, it } from 'vitest'
import { retryDelayMs } from '#data/sync/retry-delay.ts'

it('waits from 2 s to 5 min, longer at each failure, and never less than asked', () => {
  expect(retryDelayMs(1, 0, undefined)).toBe(2_000)
  expect(retryDelayMs(4, 1, undefined)).toBe(16_000)
  expect(retryDelayMs(1, 0, 30)).toBe(30_000)
  fc.assert(
    fc.property(fc.nat(500), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const delayMs = retryDelayMs(failures, random, undefined)
      expect(delayMs).toBeGreaterThanOrEqual(2_000)
      expect(delayMs).toBeLessThanOrEqual(300_000)
    }),
  )
})
