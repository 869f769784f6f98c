// @vitest-environment node
import { expect, test } from 'vitest'
import { hlcAt } from '#protocol/hlc.ts'
import { clockSkewMs } from '#sync-server/sync/clock-skew.ts'

const NOON = Date.parse('2026-11-24T12:00:00Z')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** An operation of a device that heard the hour, or (`h` as `wall`) never did. */
const written = (wall: number, h: number, counter = 0) => ({ wall, h: hlcAt(h, counter) })

test.each([
  ['sent at once', written(NOON, NOON), 0],
  ['sent ten days later', written(NOON, NOON), 10 * DAY_MS],
  ['two minutes ahead', written(NOON + 2 * MINUTE_MS, NOON), 0],
  ['two minutes behind', written(NOON - 2 * MINUTE_MS, NOON), 0],
  // What it was told of the hour was right; its clock was put right since, and its stamps still wait.
  ['held back by a stamp of the day after', written(NOON, NOON + DAY_MS, 1), 0],
])('%s: nothing is flagged', (_, op, laterMs) => {
  expect(clockSkewMs(op, NOON + laterMs)).toBeUndefined()
})

test.each([
  ['ahead, known', written(NOON + 3 * HOUR_MS, NOON), 0, 3 * HOUR_MS],
  ['ahead, known, sent days later', written(NOON + 3 * HOUR_MS, NOON), 5 * DAY_MS, 3 * HOUR_MS],
  ['ahead, never told', written(NOON + DAY_MS, NOON + DAY_MS), 0, DAY_MS],
  ['behind, known', written(NOON - HOUR_MS, NOON), 0, -HOUR_MS],
  ['behind, known, sent days later', written(NOON - HOUR_MS, NOON), 5 * DAY_MS, -HOUR_MS],
  ['in 1970', written(0, NOON), 0, -NOON],
])('%s: flagged with its size', (_, op, laterMs, expected) => {
  expect(clockSkewMs(op, NOON + laterMs)).toBe(expected)
})
