/*
 * One answer of the server, kept in one transaction: the state of the operations it answers for, the
 * pages received, the cursors they move. After any crash all of it is there, or none, and then the
 * same request is simply made again.
 */
import type { OpOutcome, SyncHead } from '#protocol/sync.ts'
import type { PageRow } from '../db.ts'
import { liftSeq } from '../generation.ts'
import { opRows } from '../journal.ts'
import { type LocalStore, sealPage, takeOps } from '../local-state.ts'
import { type Page, pageOfReceived, type ReceivedPage, type ReceivedRecord } from '../page.ts'
import type { AuthorMeta, KeptOp, SyncMeta } from '../stored-shapes.ts'
import { type CommitRows, commitRows, metaRow } from './commit-rows.ts'
import { isBucketWhole } from './read-response.ts'

/** A round that brought nothing costs no write: the hour of contact is kept to within this. */
const CONTACT_STEP_MS = 5 * 60_000
/** A clock that moved more than this against the server's is worth a write. */
const OFFSET_STEP_MS = 1_000

/** Above the pages a bucket fills between two readings. */
const PAGES_BY_GENERATION = 2 ** 20

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
  if (!author && ops.length + received.length + sent.length === 0 && isAsKept(store, sync)) {
    state.sync = { ...state.sync, value: sync }
    state.onChange()
    return
  }
  const pages = await pageRows(store, pulled)
  const syncRow = await metaRow(store, 'sync', state.sync.rev, sync)
  const authorRow = author && (await metaRow(store, 'author', state.author.rev, author))
  const rows: CommitRows = {
    ops: await opRows(sealer, ops),
    pages,
    metas: authorRow ? [syncRow, authorRow] : [syncRow],
    sent,
    sentAt: answer.receivedAt,
  }
  await gateway.withDb((db) => commitRows(db, rows))

  state.sync = { rev: syncRow.rev, value: sync }
  state.contactKeptAt = answer.receivedAt
  if (author && authorRow) state.author = { rev: authorRow.rev, value: author }
  for (const { bucket, no, count } of pages) {
    state.pageNos.set(bucket, no)
    state.pageRows.set(bucket, count + (state.pageRows.get(bucket) ?? 0))
  }
  for (const sha256 of sent) state.photos.delete(sha256)
  takeOps(state, ops, received)
}

/** True when the disk already says all of this, but for the hour of a contact it heard of lately. */
function isAsKept({ state }: LocalStore, next: SyncMeta): boolean {
  const { value } = state.sync
  const { lastContactAt, offsetMs } = next
  const isRecent = Math.abs((lastContactAt ?? 0) - state.contactKeptAt) < CONTACT_STEP_MS
  const isSteady = Math.abs(offsetMs - value.offsetMs) < OFFSET_STEP_MS
  return (
    isRecent &&
    isSteady &&
    JSON.stringify({ ...value, lastContactAt, offsetMs }) === JSON.stringify(next)
  )
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
    epoch: response.epoch ?? before.epoch,
    cursors,
    tag: (takePages && response.tag) || before.tag,
    serverLast: response.push.last,
    offsetMs,
    lastContactAt: receivedAt,
    grants,
    released: before.released.filter((bucket) => !Object.hasOwn(grants, bucket)),
    isRevoked: response.revoked === true,
    whole: [...new Set([...before.whole, ...whole])],
    wanted: response.wanted,
    expected: takePages ? (response.expected ?? []) : before.expected,
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
      // A bucket granted again goes on above the pages it had: another tab asks for what follows.
      const generation = state.sync.value.generations[page.bucket] ?? 0
      const no = (nos.get(page.bucket) ?? generation * PAGES_BY_GENERATION) + 1
      nos.set(page.bucket, no)
      return sealPage(sealer, page, no)
    }),
  )
}
