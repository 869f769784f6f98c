/*
 * One answer of the server, kept in one transaction: the state of the operations it answers for, the
 * pages received, the cursors they move. After any crash all of it is there, or none, and then the
 * same request is simply made again.
 */
import type { OpOutcome, SyncHead } from '#protocol/sync.ts'
import type { LocalDb, MetaRow, OpRow, PageRow } from '../db.ts'
import { liftSeq } from '../generation.ts'
import { type LocalStore, openOp, sealOp, sealPage, takeOps } from '../local-state.ts'
import { type Page, pageOfReceived, type ReceivedPage, type ReceivedRecord } from '../page.ts'
import { StaleError } from '../stale-error.ts'
import type { AuthorMeta, KeptOp, SyncMeta } from '../stored-shapes.ts'
import { isBucketWhole } from './read-response.ts'

export interface Answer {
  readonly response: SyncHead
  /** Those that came so far: a long answer is kept in several times, each time with its head. */
  readonly pages: readonly ReceivedPage[]
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
  const pulled = takePages ? keptPages(state.sync.value, answer.pages) : []
  const received = pulled.flatMap(({ records }) => records)
  const ops = journeys(store, answer, received)
  const sync = nextSync(state.sync.value, answer)
  const author = nextAuthor(state.author.value, response.push)
  const sent = photosHeld(store, ops, response)
  const pages = await pageRows(store, pulled)
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
  const seqs = new Map(received.map((record) => [record.id, record.seq]))
  return response.push.outcomes
    .flatMap((outcome) => {
      const kept = state.ops.get(outcome.n)
      if (kept?.state !== 'pending') return []
      const generation = state.sync.value.generations[kept.op.bucket] ?? 0
      const acked = afterOutcome(kept, outcome, { generation, receivedAt })
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
  return kept.state === 'acked' && seq >= kept.seq ? { ...kept, state: 'settled' } : kept
}

function afterOutcome(
  kept: KeptOp,
  { outcome, reason, seq }: OpOutcome,
  { generation, receivedAt }: { generation: number; receivedAt: number },
): KeptOp {
  return outcome === 'quarantined'
    ? { ...kept, state: 'quarantined', ackedAt: receivedAt, reason: reason ?? 'malformed' }
    : {
        ...kept,
        state: 'acked',
        ackedAt: receivedAt,
        reason: undefined,
        seq: seq === undefined ? 0 : liftSeq(generation, seq),
      }
}

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
}

/**
 * The server was put back to an older day. What this device kept of its own work is sent again, and
 * every bucket is read anew from its beginning, for a cursor of before means nothing. What is shown
 * stays until it is received again: nothing is erased here (docs/adr/012). One transaction.
 */
export async function startOver(store: LocalStore, former: FormerServer): Promise<void> {
  const { state, sealer, gateway } = store
  const rows = await gateway.withDb((db) => db.ops.toArray())
  const kept = await Promise.all(rows.map((row) => openOp(sealer, row)))
  const ops = kept.flatMap((one) => sentAgain(one, former.last) ?? [])
  const before = state.sync.value
  const known = new Set([
    ...Object.keys(before.cursors),
    ...Object.keys(before.generations),
    ...state.pageNos.keys(),
  ])
  const generations = [...known].map((bucket) => [bucket, (before.generations[bucket] ?? 0) + 1])
  await commitPlace(store, ops, {
    ...before,
    epoch: former.epoch,
    serverLast: former.last,
    cursors: {},
    whole: [],
    generations: Object.fromEntries(generations),
    notes: [...before.notes, { kind: 'restored', at: former.noticedAt, count: ops.length }],
  })
}

/** Forgets the notes a person has read. Throws `StaleError` as `commitResponse` does. */
export async function forgetNotes(store: LocalStore, readCount: number): Promise<void> {
  const { value } = store.state.sync
  await commitPlace(store, [], { ...value, notes: value.notes.slice(readCount) })
}

/**
 * An operation the server may not have any more, or whose effect lies at another sequence now; the
 * server answers for one it has as it did the first time. Undefined when it stays as it is.
 */
function sentAgain(kept: KeptOp, last: number): KeptOp | undefined {
  if (kept.state === 'pending' || (kept.n <= last && kept.state !== 'acked')) return undefined
  const heldAt = kept.state === 'settled' ? kept.seq : kept.heldAt
  return { ...kept, state: 'pending', seq: 0, heldAt }
}

async function commitPlace(
  store: LocalStore,
  ops: readonly KeptOp[],
  sync: SyncMeta,
): Promise<void> {
  const { state, sealer, gateway } = store
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

function nextSync(
  before: SyncMeta,
  { response, pages, takePages, offsetMs, receivedAt }: Answer,
): SyncMeta {
  const moved = takePages ? pages.map(({ bucket, upTo }) => [bucket, upTo] as const) : []
  const grants = (takePages && response.grants) || before.grants
  const cursors = { ...before.cursors, ...Object.fromEntries(moved) }
  const whole = (takePages ? Object.keys(grants) : []).filter((bucket) =>
    isBucketWhole(response.news, cursors, bucket),
  )
  return {
    ...before,
    epoch: response.epoch,
    cursors,
    tag: takePages ? response.tag : before.tag,
    serverLast: response.push.last,
    offsetMs,
    lastContactAt: receivedAt,
    grants,
    whole: [...new Set([...before.whole, ...whole])],
    wanted: response.wanted,
    ...losses(before, { push: response.push, receivedAt }),
  }
}

/** Numbers this device gave and forgot (an erased store): never given twice. */
function nextAuthor(
  before: AuthorMeta,
  { last, declared = last }: SyncHead['push'],
): AuthorMeta | undefined {
  const given = Math.max(last, declared)
  return given > before.declared ? { ...before, declared: given } : undefined
}

/** A loss learnt now is told once; one that was found since is no longer told. */
function losses(
  { lost, notes }: SyncMeta,
  { push, receivedAt }: { push: SyncHead['push']; receivedAt: number },
): Pick<SyncMeta, 'lost' | 'notes'> {
  const now = push.lost ?? []
  const count = now.filter((n) => !lost.includes(n)).length
  const told = now.length > 0 ? notes : notes.filter(({ kind }) => kind !== 'lost')
  return { lost: now, notes: count > 0 ? [...told, { kind: 'lost', at: receivedAt, count }] : told }
}

/** Photos whose operation was taken and which the server does not ask for: it has them. */
function photosHeld(
  { state }: LocalStore,
  ops: readonly KeptOp[],
  { push, wanted }: SyncHead,
): readonly string[] {
  const changed = new Map(ops.map((kept) => [kept.n, kept.state]))
  return [...state.photos].flatMap(([sha256, { n }]) => {
    const journey = changed.get(n) ?? state.ops.get(n)?.state
    const taken = n <= push.last && journey !== 'pending' && journey !== 'quarantined'
    return taken && !wanted.includes(sha256) ? [sha256] : []
  })
}

/** The pages that hold something, their sequences as this device keeps them. */
function keptPages({ generations }: SyncMeta, pages: readonly ReceivedPage[]): readonly Page[] {
  return pages
    .filter(({ seqs }) => seqs.length > 0)
    .map((page) => pageOfReceived(page, (seq) => liftSeq(generations[page.bucket] ?? 0, seq)))
}

function pageRows({ state, sealer }: LocalStore, pages: readonly Page[]): Promise<PageRow[]> {
  const nos = new Map(state.pageNos)
  return Promise.all(
    pages.map((page) => {
      const no = (nos.get(page.bucket) ?? 0) + 1
      nos.set(page.bucket, no)
      return sealPage(sealer, page, no)
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
