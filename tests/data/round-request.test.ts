import { expect, it } from 'vitest'
import type { LocalStore } from '#data/local-state.ts'
import type { SyncMeta } from '#data/stored-shapes.ts'
import type { NextPush } from '#data/sync/next-push.ts'
import { hasMore, roundRequest } from '#data/sync/round-request.ts'
import { writeCursors } from '#protocol/cursor-text.ts'
import { PROTOCOL } from '#protocol/sync.ts'
import { buildLocalState } from '#tests/builders/build-sync.ts'
import { buildOp } from '../protocol/merge-world.ts'

const KNOWN = { epoch: 'e1', tag: 'rights', serverLast: 3 } as const
const NOTHING: NextPush = { from: 4, declared: 3, ops: [], lost: [] }
const PULLS = { pulls: true, whole: false, sums: false }

function asked(
  push: Partial<NextPush>,
  over: Partial<typeof PULLS> = {},
  sync: Partial<SyncMeta> = {},
) {
  const store = { state: buildLocalState({ sync: { ...KNOWN, ...sync } }) } as LocalStore
  return roundRequest(store, { ...NOTHING, ...push }, { ...PULLS, ...over })
}

it('a round with nothing to hand over says the rights it knows, and no epoch', () => {
  const pull = { grants: 'rights', cursors: '' }
  expect(asked({})).toStrictEqual({ protocol: PROTOCOL, pull })
})

it('what waits goes up under its epoch: operations, numbers that are nowhere, numbers given', () => {
  const op = buildOp({ device: 1, n: 4, f: {} })
  const { lost: _, ...nothing } = NOTHING
  expect(asked({ ops: [op] })).toMatchObject({ epoch: 'e1', push: { ops: [op] } })
  expect(asked({ lost: [4] })).toMatchObject({ epoch: 'e1', push: { lost: [4] } })
  expect(asked({ declared: 4 }).push).toStrictEqual({ ...nothing, declared: 4 })
  expect(asked({ ops: [op] }).push).not.toHaveProperty('lost')
  expect([
    hasMore(NOTHING),
    hasMore({ ...NOTHING, ops: [op] }),
    hasMore({ ...NOTHING, lost: [4] }),
  ]).toEqual([false, true, true])
})

it('who reads nothing, or knows no rights yet, names the epoch', () => {
  expect(asked({}, { pulls: false })).toStrictEqual({ protocol: PROTOCOL, epoch: 'e1' })
  const first = asked({}, {}, { tag: '' })
  expect(first).toMatchObject({ epoch: 'e1', pull: { grants: '' } })
})

it('cursors go by the names of their buckets; none is told when all are at their beginning', () => {
  const grants = { b: 'read', a: 'write', c: 'read' } as const
  const cursors = (known: SyncMeta['cursors']) =>
    asked({}, {}, { grants, cursors: known }).pull?.cursors
  expect(cursors({ b: 7, a: 5 })).toBe(writeCursors([5, 7, 0]))
  expect(cursors({ a: 0 })).toBe('')
})

it('sums and whole records are asked for by name alone', () => {
  expect(asked({}, { sums: true }).pull).toMatchObject({ sums: true })
  expect(asked({}, { whole: true }).pull).toMatchObject({ whole: true })
})
