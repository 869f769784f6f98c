import { expect, test } from 'vitest'
import { deviceId } from '#domain/shared/ids.ts'
import { disputedFields } from '#protocol/disputes.ts'
import type { Head } from '#protocol/head.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { applyOp } from '#protocol/merge.ts'
import { standingDeletions, withoutHavingSeen } from '#protocol/merge-deletion.ts'
import { opId } from '#protocol/op.ts'
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
