import { expect, test } from 'vitest'
import { deviceId } from '#domain/shared/ids.ts'
import { disputedFields, isExistenceDisputed } from '#protocol/disputes.ts'
import type { Head } from '#protocol/head.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { applyOp, type RecordState } from '#protocol/merge.ts'
import { standingDeletions, withoutHavingSeen } from '#protocol/merge-deletion.ts'
import { type Op, opId } from '#protocol/op.ts'
import { buildOp } from './merge-world.ts'

const late = opId(deviceId('d2'), 3)

function deletion(v: Head['v']): Head {
  return { v, op: opId(deviceId('d1'), 1), h: hlcAt(1) }
}

test('who deleted had not seen a number found later, even when they named it or one after it', () => {
  for (const named of [3, 5]) {
    expect(withoutHavingSeen([deletion({ d2: named, d3: 4 })], late)[0]?.v).toEqual({
      d2: 2,
      d3: 4,
    })
  }
})

test('a number found later takes nothing from what was seen before it', () => {
  for (const v of [{ d2: 1 }, { d3: 4 }, null]) {
    expect(withoutHavingSeen([deletion(v)], late)[0]?.v).toEqual(v)
  }
})

test('who wanted the record kept is not among those who deleted it', () => {
  expect(standingDeletions([deletion(null), deletion({})])).toEqual([deletion({})])
})

test('a record kept before the server hears again of its deletion stays, and nobody is asked', () => {
  const f = { dueOn: { v: '2026-12-01', base: null } }
  const first = applyOp(undefined, buildOp({ device: 1, n: 1, f })).record
  const removal = buildOp({
    device: 1,
    n: 2,
    kind: 'delete',
    f: {},
    closes: [opId(deviceId('d1'), 1)],
  })
  const keep = buildOp({ device: 2, n: 1, kind: 'restore', f: {}, closes: [removal.id] })
  const kept = applyOp(first, keep)
  expect([kept.outcome, disputedFields(kept.record)]).toEqual(['applied', []])
  const heard = applyOp(kept.record, removal).record
  expect([heard.deleted, heard.ends, disputedFields(heard)]).toEqual([undefined, undefined, []])
})

test('those who delete agree, whoever had seen whose deletion: the record ends in any order', () => {
  const word = (device: number) => buildOp({ device, n: 1, f: { a: { v: 1, base: null } } })
  const removal = (device: number, n: number, closes: readonly [number, number][]) =>
    buildOp({
      ...{ device, n, kind: 'delete', f: {} },
      closes: closes.map(([author, number]) => opId(deviceId(`d${author}`), number)),
    })
  // The first saw both words and no deletion; the third saw the second's deletion and not the word of the fourth.
  const ops = [
    word(1),
    word(4),
    removal(2, 1, [[1, 1]]),
    removal(1, 2, [
      [1, 1],
      [4, 1],
    ]),
    removal(3, 1, [
      [1, 1],
      [2, 1],
    ]),
    // The second deletes again what it still sees.
    removal(2, 2, [
      [1, 1],
      [2, 1],
    ]),
  ]
  for (const order of [
    [0, 1, 2, 3, 4, 5],
    [0, 2, 5, 4, 1, 3],
    [1, 0, 3, 2, 4, 5],
  ]) {
    const state = order.reduce<RecordState | undefined>(
      (record, at) => applyOp(record, ops[at] as Op).record,
      undefined,
    )
    expect(state?.deleted).toBe('d1:2')
    const kept = applyOp(
      state,
      buildOp({ device: 5, n: 1, kind: 'restore', f: {}, closes: [opId(deviceId('d1'), 2)] }),
    ).record
    expect([kept.deleted, isExistenceDisputed(kept)]).toEqual([undefined, true])
  }
})

test('a deletion that names itself is looked at once', () => {
  const own = opId(deviceId('d1'), 2)
  const word = buildOp({ device: 2, n: 1, f: { a: { v: 1, base: null } } })
  const removal = buildOp({ device: 1, n: 2, kind: 'delete', f: {}, closes: [word.id, own] })
  expect(applyOp(applyOp(undefined, word).record, removal).record.deleted).toBe(own)
})

test('who deletes need not have seen what the others did elsewhere before they deleted too', () => {
  const ops = [
    buildOp({ device: 2, n: 1, f: { a: { v: 1, base: null } } }),
    buildOp({ device: 3, n: 1, f: { a: { v: 2, base: null } } }),
    // Between its word and its deletion, the second wrote three times on other records.
    buildOp({ device: 2, n: 5, kind: 'delete', f: {}, closes: [opId(deviceId('d2'), 1)] }),
    buildOp({
      ...{ device: 1, n: 1, kind: 'delete', f: {} },
      closes: [opId(deviceId('d2'), 1), opId(deviceId('d3'), 1)],
    }),
  ]
  const state = ops.reduce<RecordState | undefined>(
    (record, op) => applyOp(record, op).record,
    undefined,
  )
  expect(state?.deleted).toBe('d1:1')
})
