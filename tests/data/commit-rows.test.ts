import { afterEach, beforeEach, expect, it } from 'vitest'
import { createGateway, type Gateway } from '#data/gateway.ts'
import { createLocalStore } from '#data/local-state.ts'
import { plainSealer } from '#data/sealer.ts'
import { StaleError } from '#data/stale-error.ts'
import { FIRST_SYNC } from '#data/stored-shapes.ts'
import { type CommitRows, commitRows, metaRow } from '#data/sync/commit-rows.ts'
import { deviceId } from '#domain/shared/ids.ts'
// Its IndexedDB in memory.
import '#tests/support/workspace.ts'

let gateway: Gateway
let made = 0

beforeEach(() => {
  made++
  gateway = createGateway(deviceId(`rows-${made}`), () => Promise.resolve())
})

afterEach(() => gateway.close())

const sealed = new ArrayBuffer(1)
const meta = (rev: number) => ({ key: 'sync', rev, sealed })
const page = (bucket: string, no: number) => ({ bucket, no, upTo: no, count: 1, sealed })
const op = (n: number) => ({ n, state: 'acked' as const, seq: 1, bucket: 'b', sealed })
const commit = (rows: CommitRows) => gateway.withDb((db) => commitRows(db, rows))

it('what answers for the round after the one on disk is written, and nothing of any other', async () => {
  await commit({ metas: [meta(1)], ops: { open: [op(1)] }, pages: [page('a', 1)] })
  for (const rev of [1, 3]) {
    const late = commit({ metas: [meta(rev)], ops: { open: [op(2)] }, pages: [page('a', 2)] })
    await expect(late).rejects.toBeInstanceOf(StaleError)
  }
  await commit({ metas: [meta(2)] })
  const kept = await gateway.withDb(async (db) => [
    ...[await db.ops.toCollection().primaryKeys(), await db.pages.toCollection().primaryKeys()],
    (await db.meta.get('sync'))?.rev,
  ])
  expect(kept).toEqual([[1], [['a', 1]], 2])
  const store = createLocalStore(gateway, plainSealer, deviceId('rows'))
  expect(await metaRow(store, 'sync', 4, FIRST_SYNC)).toMatchObject({ key: 'sync', rev: 5 })
})

it('a bucket withdrawn leaves with its pages, and its photos but those that wait to be sent', async () => {
  const blob = (sha256: string, state: 'sent' | 'unsent') => ({ sha256, state, since: 1, sealed })
  await gateway.withDb(async (db) => {
    await db.pages.bulkAdd([page('a', 1), page('a', 2), page('b', 1)])
    await db.blobs.bulkAdd([blob('here', 'sent'), blob('waits', 'unsent'), blob('other', 'sent')])
    await db.blobBytes.bulkAdd(
      ['here', 'waits', 'other'].map((sha256) => ({ sha256, keptAt: 1, bytes: sealed })),
    )
  })
  await commit({ metas: [meta(1)], buckets: ['a'], photos: ['here', 'waits', 'gone'] })
  const kept = await gateway.withDb((db) =>
    Promise.all([
      db.pages.toCollection().primaryKeys(),
      db.blobs.toCollection().primaryKeys(),
      db.blobBytes.toCollection().primaryKeys(),
    ]),
  )
  expect(kept).toEqual([[['b', 1]], ['other', 'waits'], ['other', 'waits']])
})

it('rows of the journal are replaced by what is left of them', async () => {
  const gone = await gateway.withDb((db) => db.journal.add({ sealed }))
  const left = new ArrayBuffer(2)
  await commit({ metas: [meta(1)], journal: { gone: [Number(gone)], left: [{ sealed: left }] } })
  const rows = await gateway.withDb((db) => db.journal.toArray())
  expect(rows.map((row) => (row.sealed as ArrayBuffer).byteLength)).toEqual([2])
})
