/*
 * One answer of the server, kept in one transaction: the state of the operations it answers for, the
 * pages received, the cursors they move. After any crash all of it is there, or none, and then the
 * same request is simply made again.
 */
import type { OpOutcome, SyncResponse } from '#protocol/sync.ts'
import type { LocalDb, MetaRow, OpRow, PageRow } from '../db.ts'
import { type LocalStore, openOp, readRows, sealOp, sealPage, takeOps } from '../local-state.ts'
import { isOnTop } from '../replica.ts'
import { StaleError } from '../stale-error.ts'
import type { AuthorMeta, KeptOp, ReceivedRecord, SyncMeta } from '../stored-shapes.ts'
import { isWhole } from './read-response.ts'

export interface Answer {
  readonly response: SyncResponse
  /** False when the answer gives no right at all: its pages are left aside, nothing is erased. */
  readonly takePages: boolean
  /** Server time less ours, ms. */
  readonly offsetMs: number
  readonly receivedAt: number
}

/** Keeps an answer. Throws `StaleError` when another tab kept one meanwhile: ask again. */
export async function commitResponse(store: LocalStore, answer: Answer): Promise<void> {
  const { state, sealer, gateway } = store
  const { response, takePages } = answer
  const received = takePages ? response.pages.flatMap(({ rows }) => readRows(rows)) : []
  const ops = [
    ...(await returnedOps(store, response.push.last)),
    ...journeys(store, answer, received),
  ]
  const sync = nextSync(state.sync.value, answer)
  const author = nextAuthor(state.author.value, response.push.last)
  const sent = photosHeld(store, ops, response)
  const pages = takePages ? await pageRows(store, response) : []
  const rows: CommitRows = {
    ops: await Promise.all(ops.map((kept) => sealOp(sealer, kept))),
    pages,
    sync: await metaRow(store, 'sync', state.sync.rev, sync),
    author: author && (await metaRow(store, 'author', state.author.rev, author)),
    sent,
  }
  await gateway.withDb((db) => commitRows(db, rows))

  state.sync = { rev: rows.sync.rev, value: sync }
  if (author && rows.author) state.author = { rev: rows.author.rev, value: author }
  for (const { bucket, no } of pages) state.pageNos.set(bucket, no)
  for (const sha256 of sent) state.photos.delete(sha256)
  takeOps(state, ops, received)
}

interface CommitRows {
  readonly ops: readonly OpRow[]
  readonly pages: readonly PageRow[]
  readonly sync: MetaRow
  readonly author: MetaRow | undefined
  readonly sent: readonly string[]
}

function commitRows(db: LocalDb, { ops, pages, sync, author, sent }: CommitRows): Promise<void> {
  return db.transaction('rw', db.ops, db.pages, db.meta, db.blobs, async () => {
    for (const row of author ? [sync, author] : [sync]) {
      const held = await db.meta.get(row.key)
      if ((held?.rev ?? 0) !== row.rev - 1) throw new StaleError('Answered to another tab')
    }
    await db.ops.bulkPut([...ops])
    await db.pages.bulkAdd([...pages])
    await db.meta.bulkPut(author ? [sync, author] : [sync])
    for (const sha256 of sent) await db.blobs.update(sha256, { state: 'sent' })
  })
}

/** Operations after what the server says it answered. */
function journeys(
  { state }: LocalStore,
  { response, receivedAt }: Answer,
  received: readonly ReceivedRecord[],
): readonly KeptOp[] {
  const seqs = new Map(received.map((record) => [record.state.id, record.seq]))
  return response.push.outcomes
    .flatMap((outcome) => {
      const kept = state.ops.get(outcome.n)
      if (kept?.state !== 'pending') return []
      const acked = afterOutcome(kept, outcome, receivedAt)
      const seq = Math.max(seqs.get(kept.op.rec) ?? 0, state.replica.seqOf(kept.op.rec))
      return [settle(acked, seq)]
    })
    .concat(settledByPages(state.ops, seqs))
}

/** Operations acknowledged before, whose record now comes back with their effect in it. */
function settledByPages(
  ops: ReadonlyMap<number, KeptOp>,
  seqs: ReadonlyMap<string, number>,
): readonly KeptOp[] {
  return [...ops.values()].flatMap((kept) => {
    const seq = seqs.get(kept.op.rec)
    if (kept.state !== 'acked' || seq === undefined) return []
    const settled = settle(kept, seq)
    return settled === kept ? [] : [settled]
  })
}

function settle(kept: KeptOp, seq: number): KeptOp {
  return kept.state === 'acked' && !isOnTop(kept, seq) ? { ...kept, state: 'settled' } : kept
}

function afterOutcome(kept: KeptOp, { outcome, reason, seq }: OpOutcome, ackedAt: number): KeptOp {
  return outcome === 'quarantined'
    ? { ...kept, state: 'quarantined', ackedAt, reason: reason ?? 'malformed' }
    : { ...kept, state: 'acked', ackedAt, seq: seq ?? 0 }
}

/**
 * The server stands at another number than this device believed: begin again after it. Throws
 * `StaleError` as `commitResponse` does.
 */
export async function rewindTo(store: LocalStore, serverLast: number): Promise<void> {
  const { state, sealer, gateway } = store
  const ops = await returnedOps(store, serverLast)
  const sync = { ...state.sync.value, serverLast }
  const rows: CommitRows = {
    ops: await Promise.all(ops.map((kept) => sealOp(sealer, kept))),
    pages: [],
    sync: await metaRow(store, 'sync', state.sync.rev, sync),
    author: undefined,
    sent: [],
  }
  await gateway.withDb((db) => commitRows(db, rows))
  state.sync = { rev: rows.sync.rev, value: sync }
  takeOps(state, ops, [])
}

/** The server holds less than it once said (a backup was put back): these must be sent again. */
async function returnedOps({ state, gateway, sealer }: LocalStore, last: number) {
  if (last >= state.sync.value.serverLast) return []
  const rows = await gateway.withDb((db) => db.ops.where('n').above(last).toArray())
  const ops = await Promise.all(rows.map((row) => openOp(sealer, row)))
  return ops
    .filter(({ state: journey }) => journey !== 'pending')
    .map((kept): KeptOp => ({ ...kept, state: 'pending', seq: 0 }))
}

function nextSync(
  before: SyncMeta,
  { response, takePages, offsetMs, receivedAt }: Answer,
): SyncMeta {
  const pages = takePages ? response.pages : []
  const grants = takePages ? response.grants : before.grants
  const behind = new Set(pages.filter(({ upTo, head }) => upTo < head).map(({ bucket }) => bucket))
  const whole = takePages ? Object.keys(grants).filter((bucket) => !behind.has(bucket)) : []
  return {
    epoch: response.epoch,
    cursors: {
      ...before.cursors,
      ...Object.fromEntries(pages.map(({ bucket, upTo }) => [bucket, upTo])),
    },
    serverLast: response.push.last,
    offsetMs,
    lastContactAt: receivedAt,
    grants,
    whole: isWhole(response) ? [...new Set([...before.whole, ...whole])] : before.whole,
    wanted: response.wanted,
  }
}

/** Numbers this device gave and forgot (an erased store): never given twice. */
function nextAuthor(before: AuthorMeta, last: number): AuthorMeta | undefined {
  return last > before.declared ? { ...before, declared: last } : undefined
}

/** Photos whose operation was taken and which the server does not ask for: it has them. */
function photosHeld(
  { state }: LocalStore,
  ops: readonly KeptOp[],
  { push, wanted }: SyncResponse,
): readonly string[] {
  const changed = new Map(ops.map((kept) => [kept.n, kept.state]))
  return [...state.photos].flatMap(([sha256, { n }]) => {
    const journey = changed.get(n) ?? state.ops.get(n)?.state
    const taken = n <= push.last && journey !== 'pending' && journey !== 'quarantined'
    return taken && !wanted.includes(sha256) ? [sha256] : []
  })
}

function pageRows({ state, sealer }: LocalStore, { pages }: SyncResponse): Promise<PageRow[]> {
  return Promise.all(
    pages
      .filter(({ rows }) => rows.length > 0)
      .map(({ bucket, upTo, rows }) => {
        const no = (state.pageNos.get(bucket) ?? 0) + 1
        return sealPage(sealer, { bucket, no, upTo }, rows)
      }),
  )
}

async function metaRow(
  { sealer }: LocalStore,
  key: 'sync' | 'author',
  rev: number,
  value: SyncMeta | AuthorMeta,
): Promise<MetaRow> {
  return { key, rev: rev + 1, sealed: await sealer.seal(value, `meta/${key}`) }
}
