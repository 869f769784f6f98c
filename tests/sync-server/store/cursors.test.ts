// @vitest-environment node
/*
 * T21 of docs/sync.md: writers commit slowly and at the same time, a reader with a cursor looks all the
 * while. A counter taken from a sequence would show it 7 and then 6, which it would never see.
 */
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceId, recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { readPacked } from '#protocol/pack-record.ts'
import { openStore } from '#sync-server/store/open-store.ts'
import type { Store } from '#sync-server/store/store.ts'
import { buildLogEntry, buildState, foundStore, HOME } from '#tests/builders/build-stored.ts'
import { openTestStore, type TestStore } from '#tests/support/test-store.ts'

const WRITERS = 8
const COMMITS = 8
const ROWS_BY_COMMIT = 3
const BUCKETS = [bucketId(HOME.id, 'quality'), bucketId(HOME.id, 'events')] as const
const devices = Array.from({ length: WRITERS }, (_, index) => deviceId(`tablet-${index}`))

let opened: TestStore
/** Two of them on PostgreSQL, as two processes have; a data file has one owner. */
let stores: readonly Store[]

beforeEach(async () => {
  opened = await openTestStore()
  stores = opened.place.databaseUrl ? [opened.store, await openStore(opened.place)] : [opened.store]
  await foundStore(opened.store, devices)
})

afterEach(async () => {
  for (const store of stores.slice(1)) await store.close()
  await opened.remove()
})

test('a reader with cursors misses no row of eight writers that commit slowly', async () => {
  let writing = true
  const seen = new Map<string, number>()
  const positions: number[] = []
  const reader = async () => {
    const cursors = new Map(BUCKETS.map((bucket) => [bucket, 0]))
    let position = 0
    for (let last = false; ; ) {
      // SQLite answers in the same turn: a reader that never let it end would keep the writers waiting.
      await nextTurn()
      for (const store of stores) {
        const settled = await store.settledPosition()
        for (const bucket of BUCKETS) {
          const cursor = cursors.get(bucket) ?? 0
          const rows = await store.read(({ records }) =>
            records.changedAfter(bucket, cursor, 1_000),
          )
          for (const { seq, line } of rows) {
            cursors.set(bucket, seq)
            const id = recordId(readPacked(line)?.id ?? '')
            seen.set(id, (seen.get(id) ?? 0) + 1)
          }
        }
        const entries = await store.read(({ log }) => log.after(position, 10_000))
        for (const entry of entries) {
          if (entry.position > settled) break
          position = entry.position
          positions.push(position)
        }
      }
      if (last) return
      // Once more after the last commit: what is missed then is missed for ever.
      last = !writing
    }
  }
  const reading = reader()
  await Promise.all(devices.map((_, writer) => writeSlowly(writer)))
  writing = false
  await reading

  const rows = WRITERS * COMMITS * ROWS_BY_COMMIT
  expect(seen.size).toBe(rows)
  expect([...seen.values()].filter((times) => times !== 1)).toEqual([])
  expect(new Set(positions).size).toBe(WRITERS * COMMITS)
  expect(positions).toEqual(positions.toSorted((a, b) => a - b))
})

async function writeSlowly(writer: number): Promise<void> {
  const device = devices[writer] ?? deviceId('nobody')
  const store = stores[writer % stores.length] ?? opened.store
  for (let commit = 1; commit <= COMMITS; commit += 1) {
    const states = Array.from({ length: ROWS_BY_COMMIT }, (_, row) => {
      const bucket = BUCKETS[(writer + row) % BUCKETS.length] ?? BUCKETS[0]
      return buildState(`${device}-${commit}-${row}`, bucket)
    })
    await store.write(async (session) => {
      await session.directory.holdDevice(device)
      await session.records.hold(states.map(({ id }) => id))
      await session.records.stamp(HOME.dispositif, states)
      await session.log.append([buildLogEntry(device, commit, { rec: recordId(`r${commit}`) })])
      // The commit of one overtakes the commit of another.
      await wait((writer * 7 + commit * 3) % 16)
    })
  }
}
