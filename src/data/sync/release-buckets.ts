/*
 * A home withdrawn, a device revoked: what one may no longer read leaves the device, in this order.
 * What was written here is sent and answered for (set aside there when it is no longer allowed), the
 * photos follow, then rows, pages and bytes of each bucket go in one transaction. An answer that
 * grants nothing never comes here: it is a fault, not an order.
 *
 * What stays: operations set aside, which their author must still see, and the journal of what this
 * device wrote, kept 35 days for a restored server and shown on no screen (docs/adr/014).
 */
import type { Json } from '#domain/shared/json.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { opRows } from '../journal.ts'
import { type LocalStore, takeOps } from '../local-state.ts'
import { commitRows, metaRow } from './commit-rows.ts'

/** Lets go of every bucket that may be; true when none is left to let go of later. */
export async function releaseWithdrawn(store: LocalStore, releasedAt: number): Promise<boolean> {
  const withdrawn = withdrawnBuckets(store)
  const free = withdrawn.filter((bucket) => !isHeldBack(store, bucket))
  if (free.length > 0) await release(store, free, releasedAt)
  return free.length === withdrawn.length
}

function withdrawnBuckets({ state }: LocalStore): readonly string[] {
  const { cursors, grants, isRevoked } = state.sync.value
  // What was written here in a bucket that never sent a page back is shown all the same.
  const written = [...state.ops.values()].filter(({ state: journey }) => journey === 'acked')
  const held = new Set([
    ...Object.keys(cursors),
    ...state.pageNos.keys(),
    ...written.map(({ op }) => op.bucket),
  ])
  return [...held].filter((bucket) => isRevoked || !Object.hasOwn(grants, bucket))
}

/** Something of it was written here and has not reached the server. */
function isHeldBack({ state }: LocalStore, bucket: string): boolean {
  const scope = parseBucketId(bucket)?.scope
  const isPending = [...state.ops.values()].some(
    ({ state: journey, op }) => journey === 'pending' && op.bucket === bucket,
  )
  return (
    isPending ||
    [...state.photos].some(
      ([sha256, photo]) => photo.scope === scope && state.sync.value.wanted.includes(sha256),
    )
  )
}

async function release(
  store: LocalStore,
  buckets: readonly string[],
  releasedAt: number,
): Promise<void> {
  const { state, sealer, gateway } = store
  const before = state.sync.value
  const gone = (bucket: string) => buckets.includes(bucket)
  const records = state.replica.ofBuckets(gone)
  const photos = records.flatMap(({ f }) => Object.values(f).flatMap(({ v }) => addressOf(v)))
  // Their record will not come back to say it: the server answered, that is what counts.
  const ops = [...state.ops.values()]
    .filter(({ state: journey, op }) => journey === 'acked' && gone(op.bucket))
    .map((kept) => ({ ...kept, state: 'settled' as const }))
  const note = { kind: 'released', at: releasedAt, count: records.length } as const
  const sync = {
    ...before,
    cursors: without(before.cursors, gone),
    whole: before.whole.filter((bucket) => !gone(bucket)),
    // Numbers of pages and sequences go on from a new place when the bucket is granted again.
    generations: {
      ...before.generations,
      ...Object.fromEntries(
        buckets.map((bucket) => [bucket, (before.generations[bucket] ?? 0) + 1]),
      ),
    },
    released: [...new Set([...before.released, ...buckets])],
    notes: records.length > 0 ? [...before.notes, note] : before.notes,
  }
  const rows = {
    ops: await opRows(sealer, ops),
    metas: [await metaRow(store, 'sync', state.sync.rev, sync)],
    buckets,
    photos,
  }
  await gateway.withDb((db) => commitRows(db, rows))
  state.sync = { rev: state.sync.rev + 1, value: sync }
  for (const bucket of buckets) {
    state.pageNos.delete(bucket)
    state.pageRows.delete(bucket)
  }
  state.replica.drop(gone)
  takeOps(state, ops, [])
}

function without<T>(map: Readonly<Record<string, T>>, gone: (key: string) => boolean) {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !gone(key)))
}

function addressOf(value: Json): readonly string[] {
  return value !== null && typeof value === 'object' && 'sha256' in value
    ? [String(value.sha256)]
    : []
}
