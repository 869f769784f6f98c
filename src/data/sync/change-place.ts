/*
 * What changes where this device stands with the server, outside the normal course of a round: an
 * answer that was lost, a backup put back, a device that was copied. Each is one transaction.
 */
import type { DeviceId } from '#domain/shared/ids.ts'
import { hashOp } from '#protocol/hash-op.ts'
import { type Op, type OpId, opId, opIdParts } from '#protocol/op.ts'
import { journalRow, openJournal, opRows } from '../journal.ts'
import { type LocalStore, openOp, pendingOps, takeOps } from '../local-state.ts'
import type { AuthorMeta, Identity, KeptOp, SyncMeta } from '../stored-shapes.ts'
import { type CommitRows, commitRows, metaRow } from './commit-rows.ts'

/**
 * The server stands further than this device believed: an answer was lost. Throws `StaleError` as
 * `commitResponse` does.
 */
export async function moveTo(store: LocalStore, serverLast: number): Promise<void> {
  await commitPlace(store, [], { ...store.state.sync.value, serverLast })
}

/** What is known of a server that stands before the place it once said. */
export interface FormerServer {
  /** Null when the refusal did not say it. */
  readonly epoch: string | null
  /** Highest number it holds from this device. */
  readonly last: number
  readonly noticedAt: number
  /** Who this device was, when the server has never heard of who it is. */
  readonly identity?: Identity
}

/**
 * The server was put back to an older day. What this device kept of its own work is sent again, and
 * every bucket is read anew from its beginning, for a cursor of before means nothing. What is shown
 * stays until it is received again: nothing is erased here (docs/adr/012). One transaction.
 */
export async function startOver(store: LocalStore, former: FormerServer): Promise<void> {
  const { state, sealer, gateway } = store
  const [rows, journal] = await gateway.withDb((db) =>
    Promise.all([db.ops.toArray(), db.journal.toArray()]),
  )
  const open = await Promise.all(rows.map((row) => openOp(sealer, row)))
  const settled = await Promise.all(journal.map((row) => openJournal(sealer, row)))
  const kept = [...open, ...settled.flat()]
  const now = state.identity.value.device
  // What was handed over under a former identity was in every copy that knows the present one.
  const own = (device: DeviceId) => kept.filter(({ op }) => opIdParts(op.id).device === device)
  const mine = former.identity
    ? [...own(former.identity.device), ...(await underName(own(now), former.identity.device))]
    : own(now)
  const ops = mine.map(sentAgain)
  const numbers = new Set(ops.map(({ n }) => n))
  const left = settled.map((some) => some.filter(({ n }) => !numbers.has(n)))
  const count = ops.filter(({ n }) => n > former.last).length
  const before = state.sync.value
  const known = new Set([
    ...Object.keys(before.cursors),
    ...Object.keys(before.generations),
    ...state.pageNos.keys(),
  ])
  const generations = [...known].map((bucket) => [bucket, (before.generations[bucket] ?? 0) + 1])
  const sync: SyncMeta = {
    ...before,
    epoch: former.epoch,
    serverLast: former.last,
    cursors: {},
    whole: [],
    generations: Object.fromEntries(generations),
    notes: [...before.notes, { kind: 'restored', at: former.noticedAt, count }],
  }
  await commitPlace(store, ops, sync, {
    identity: former.identity,
    journal: {
      gone: journal.flatMap(({ at }) => at ?? []),
      left: await Promise.all(
        left.filter((some) => some.length > 0).map((some) => journalRow(sealer, some)),
      ),
    },
  })
}

/**
 * What is held of these buckets is not what the server holds: they are read anew from their beginning.
 * Operations stay as they are, and what is shown stays until it is received again. Throws
 * `StaleError` as `commitResponse` does.
 */
export async function readAnew(
  store: LocalStore,
  buckets: readonly string[],
  noticedAt: number,
): Promise<void> {
  const before = store.state.sync.value
  const again = buckets.map((bucket) => [bucket, (before.generations[bucket] ?? 0) + 1] as const)
  await commitPlace(store, [], {
    ...before,
    cursors: { ...before.cursors, ...Object.fromEntries(buckets.map((bucket) => [bucket, 0])) },
    whole: before.whole.filter((bucket) => !buckets.includes(bucket)),
    generations: { ...before.generations, ...Object.fromEntries(again) },
    notes: [...before.notes, { kind: 'repaired', at: noticedAt, count: buckets.length }],
  })
}

/** Forgets the notes a person has read. Throws `StaleError` as `commitResponse` does. */
export async function forgetNotes(store: LocalStore, readCount: number): Promise<void> {
  const { value } = store.state.sync
  await commitPlace(store, [], { ...value, notes: value.notes.slice(readCount) })
}

/**
 * An operation the server may not have any more, or may have under another device's words (a copy of
 * this one came first); it answers for one it has as it did the first time.
 */
function sentAgain(kept: KeptOp): KeptOp {
  const heldAt = kept.state === 'settled' ? kept.seq : kept.heldAt
  return { ...kept, state: 'pending', seq: 0, heldAt }
}

/**
 * This device was copied and its double came first: every operation the server has not answered goes
 * on under the identity just given, with the same numbers. What points to one of them follows, hashes
 * are made again, and all of it is one transaction: after a crash none has changed, or all have.
 */
export async function renumber(
  store: LocalStore,
  identity: Identity,
  { from, noticedAt }: { from: number; noticedAt: number },
): Promise<void> {
  const { state } = store
  const ops = await underName(pendingOps(state), identity.device)
  const sync = state.sync.value
  const note = { kind: 'renumbered', at: noticedAt, count: ops.length } as const
  const notes = [...sync.notes, note]
  // The double may have gone further: the numbers it gave are no hole of this one.
  const declared = Math.max(from - 1, ...state.ops.keys())
  const place = { ...sync, serverLast: from - 1, lost: [], notes }
  await commitPlace(store, ops, place, { identity, author: { ...state.author.value, declared } })
}

/** The same operations, with the same numbers, signed by another identity of this device. */
function underName(kept: readonly KeptOp[], device: DeviceId): Promise<KeptOp[]> {
  const moved = new Map(kept.map(({ op, n }) => [op.id, opId(device, n)]))
  return Promise.all(
    kept.map(async (one): Promise<KeptOp> => ({ ...one, op: await renamed(one.op, moved) })),
  )
}

function renamed(op: Op, moved: ReadonlyMap<OpId, OpId>): Promise<Op> {
  const named = (id: OpId) => moved.get(id) ?? id
  const { hash: _, ...rest } = op
  return hashOp({
    ...rest,
    id: named(op.id),
    f: Object.fromEntries(
      Object.entries(op.f).map(([field, write]) => [
        field,
        { ...write, base: write.base === null ? null : named(write.base) },
      ]),
    ),
    ...(op.closes && { closes: op.closes.map(named) }),
  })
}

async function commitPlace(
  store: LocalStore,
  ops: readonly KeptOp[],
  sync: SyncMeta,
  {
    identity,
    author = store.state.author.value,
    journal,
  }: { identity?: Identity | undefined; author?: AuthorMeta } & Pick<CommitRows, 'journal'> = {},
): Promise<void> {
  const { state, sealer, gateway } = store
  const metas = [await metaRow(store, 'sync', state.sync.rev, sync)]
  if (identity) {
    metas.push(await metaRow(store, 'credential', state.identity.rev, identity))
    // The author's number moves so that a tab about to write under the old name reads again.
    metas.push(await metaRow(store, 'author', state.author.rev, author))
  }
  // The key of rendez-vous is the device's: another one is asked for.
  const forgotten = identity ? ['carry'] : []
  const rows = { ops: await opRows(sealer, ops), metas, forgotten, ...(journal && { journal }) }
  await gateway.withDb((db) => commitRows(db, rows))
  state.sync = { rev: state.sync.rev + 1, value: sync }
  if (identity) {
    state.identity = { rev: state.identity.rev + 1, value: identity }
    state.carry = undefined
    state.author = { rev: state.author.rev + 1, value: author }
  }
  takeOps(state, ops, [])
}
