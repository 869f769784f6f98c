import { expect, test } from 'vitest'
import { deviceId } from '#domain/shared/ids.ts'
import { opId } from '#protocol/op.ts'
import { hasSeen, seenFrom, seenOps, withSeen } from '#protocol/seen.ts'

const op = (device: string, n: number) => opId(deviceId(device), n)

test('a number at or below the highest taken was seen, whatever came between', () => {
  expect([1, 2, 3].map((n) => hasSeen({ d1: 2 }, op('d1', n)))).toEqual([true, true, false])
  expect(hasSeen({ d1: 2 }, op('d2', 1))).toBe(false)
  expect(hasSeen({}, op('constructor', 1))).toBe(false)
})

test('the highest number of each device is kept, one found late included', () => {
  expect(withSeen({ d1: 2 }, op('d1', 3))).toEqual({ d1: 3 })
  expect(withSeen({ d1: 2 }, op('d1', 1))).toEqual({ d1: 2 })
  expect(withSeen({ d1: 2 }, op('d2', 1))).toEqual({ d1: 2, d2: 1 })
})

test('what was seen is named in one order, whoever was heard first, and reads back', () => {
  expect(seenOps({ d2: 1, d1: 3 })).toEqual(['d1:3', 'd2:1'])
  expect(seenOps({ d1: 3, d2: 1 })).toEqual(['d1:3', 'd2:1'])
  expect({ ...seenFrom([op('d1', 1), op('d2', 4), op('d1', 3), op('d1', 2)]) }).toEqual({
    d1: 3,
    d2: 4,
  })
})
