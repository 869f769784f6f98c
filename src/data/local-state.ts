/*
 * What one tab knows of the disk, and how it learns what another tab wrote. Every change of memory
 * follows a transaction that succeeded: the screen never shows what the disk does not hold.
 */
import type { DeviceId } from '#domain/shared/ids.ts'
import type { LocalDb, OpRow, PageRow } from './db.ts'
import type { Gateway } from './gateway.ts'
import { generationOf } from './generation.ts'
import { type Page, pageOfBytes, type ReceivedRecord } from './page.ts'
import { createReplica, type FoldedReplica } from './replica.ts'
import type { Sealer } from './sealer.ts'
import {
  type AuthorMeta,
  type CarryMeta,
  FIRST_SYNC,
  type Identity,
  type KeptOp,
  type PhotoNote,
  parseAuthorMeta,
  parseCarryMeta,
  parseCredential,
  parsePhotoNote,
  parseStoredOp,
  parseSyncMeta,
  type SyncMeta,
} from './stored-shapes.ts'

export interface Revised<T> {
  readonly rev: number
  readonly value: T
}

export interface LocalState {
  readonly replica: FoldedReplica
  /** Operations not yet settled, by number. */
  readonly ops: Map<number, KeptOp>
  /** Photos the server does not have yet, by address. */
  readonly photos: Map<string, PhotoNote>
  /** Last page kept, by bucket. */
  readonly pageNos: Map<string, number>
  /** Rows kept, superseded ones included, by bucket: what compaction looks at. */
  readonly pageRows: Map<string, number>
  /** Who this device is to the server: it changes when it was copied. */
  identity: Revised<Identity>
  author: Revised<AuthorMeta>
  sync: Revised<SyncMeta>
  /** Epoch ms of the last contact that the disk knows of, 0 before. */
  contactKeptAt: number
  /** Photos the server asks for and this device no longer holds. */
  lostPhotos: readonly string[]
  /** What to seal with when no network comes; undefined until the server gave it. */
  carry: CarryMeta | undefined
  /** Called after any change. */
  onChange: () => void
}

export interface LocalStore {
  readonly state: LocalState
  readonly gateway: Gateway
  readonly sealer: Sealer
  /** One commit or reading at a time within the tab, in the order asked. */
  exclusive<T>(unit: () => Promise<T>): Promise<T>
  /** Reads what another tab wrote. Only inside `exclusive`. */
  refresh(): Promise<void>
  /** As `refresh`, when a number says that another tab wrote: every save and every answer raises one. */
  refreshIfMoved(): Promise<void>
}

/** An empty store over a database; `refresh` fills it. */
export function createLocalStore(gateway: Gateway, sealer: Sealer, device: DeviceId): LocalStore {
  const state: LocalState = {
    replica: createReplica(),
    ops: new Map(),
    photos: new Map(),
    pageNos: new Map(),
    pageRows: new Map(),
    // Without a credential the server answers « unknown device » and the queue stays whole.
    identity: { rev: 0, value: { device, token: '', formers: [] } },
    author: { rev: 0, value: { declared: 0, hlc: undefined } },
    sync: { rev: 0, value: FIRST_SYNC },
    contactKeptAt: 0,
    lostPhotos: [],
    carry: undefined,
    onChange: () => {},
  }
  let tail: Promise<unknown> = Promise.resolve()
  const refresh = async () => {
    const found = await gateway.withDb((db) => readDisk(db, state))
    await absorb(state, sealer, found)
  }
  return {
    state,
    gateway,
    sealer,
    exclusive(unit) {
      const run = tail.then(unit)
      // The next unit waits for this one, whatever its end: the caller is who hears of a failure.
      tail = run.catch(() => undefined)
      return run
    },
    refresh,
    async refreshIfMoved() {
      const metas = await gateway.withDb((db) => db.meta.bulkGet(['author', 'sync', 'credential']))
      const known = [state.author, state.sync, state.identity]
      if (metas.some((meta, index) => (meta?.rev ?? 0) !== known[index]?.rev)) await refresh()
    },
  }
}

type Found = Awaited<ReturnType<typeof readDisk>>

function readDisk(db: LocalDb, { pageNos, photos }: LocalState) {
  return db.transaction('r', db.pages, db.ops, db.blobs, db.meta, async () => {
    // Asked all at once: a round waits for the disk once or twice, not eight times.
    const [pageKeys, unsent, ops, [author, sync, carry, credential]] = await Promise.all([
      db.pages.toCollection().primaryKeys(),
      // Keys first: the bytes of photos already known stay on disk.
      db.blobs.where('state').equals('unsent').primaryKeys(),
      db.ops.toArray(),
      db.meta.bulkGet(['author', 'sync', 'carry', 'credential']),
    ])
    const unseen = pageKeys.filter(([bucket, no]) => no > (pageNos.get(bucket) ?? 0))
    const [pages, blobs] = await Promise.all([
      db.pages.bulkGet(unseen),
      db.blobs.bulkGet(unsent.filter((sha256) => !photos.has(sha256))),
    ])
    return { pages, ops, unsent, blobs, author, sync, carry, credential }
  })
}

async function absorb(state: LocalState, sealer: Sealer, found: Found): Promise<void> {
  const pages = found.pages.filter((page) => page !== undefined)
  const opened = await Promise.all(pages.map((page) => openPage(sealer, page)))
  const ops = await openOps(state, sealer, found)
  const notes = new Map<string, PhotoNote>()
  for (const row of found.blobs) {
    if (row)
      notes.set(row.sha256, parsePhotoNote(await sealer.open(row.sealed, `blobs/${row.sha256}`)))
  }
  if (found.author) {
    const value = parseAuthorMeta(await sealer.open(found.author.sealed, 'meta/author'))
    state.author = { rev: found.author.rev, value }
  }
  if (found.credential) {
    const read = await sealer.open(found.credential.sealed, 'meta/credential')
    const value = parseCredential(read, state.identity.value.device)
    state.identity = { rev: found.credential.rev, value }
  }
  if (found.sync) {
    const value = parseSyncMeta(await sealer.open(found.sync.sealed, 'meta/sync'))
    state.sync = { rev: found.sync.rev, value }
    state.contactKeptAt = value.lastContactAt ?? 0
  }
  if (found.carry) {
    state.carry = parseCarryMeta(await sealer.open(found.carry.sealed, 'meta/carry'))
  }
  const { released } = state.sync.value
  if (released.length > 0) {
    for (const bucket of released) {
      state.pageNos.delete(bucket)
      state.pageRows.delete(bucket)
    }
    state.replica.drop((bucket) => released.includes(bucket))
  }
  for (const { bucket, no, count } of pages) {
    state.pageNos.set(bucket, Math.max(no, state.pageNos.get(bucket) ?? 0))
    state.pageRows.set(bucket, count + (state.pageRows.get(bucket) ?? 0))
  }
  for (const [sha256, note] of notes) state.photos.set(sha256, note)
  for (const sha256 of state.photos.keys()) {
    if (!found.unsent.includes(sha256)) state.photos.delete(sha256)
  }
  takeOps(
    state,
    settledElsewhere(state, ops),
    opened.flatMap(({ records }) => records),
  )
}

/**
 * The operations of the disk. One this tab knows in that state is not opened again while both numbers
 * that every rewriting of them raises are those it knows: an answer, a fork, a server put back.
 */
function openOps(state: LocalState, sealer: Sealer, found: Found): Promise<KeptOp[]> {
  const isSameTurn =
    found.sync?.rev === state.sync.rev && found.credential?.rev === state.identity.rev
  return Promise.all(
    found.ops.map((row) => {
      const known = isSameTurn ? state.ops.get(row.n) : undefined
      return known?.state === row.state && known.seq === row.seq ? known : openOp(sealer, row)
    }),
  )
}

/** Operations this tab held open and that another tab saw settled. */
function settledElsewhere({ ops }: LocalState, read: readonly KeptOp[]): readonly KeptOp[] {
  const open = new Set(read.map(({ n }) => n))
  const gone = [...ops.values()].filter(({ n }) => !open.has(n))
  return [...read, ...gone.map((kept): KeptOp => ({ ...kept, state: 'settled' }))]
}

/** Memory follows the disk: operations with their new state, records received. */
export function takeOps(
  state: LocalState,
  ops: readonly KeptOp[],
  received: readonly ReceivedRecord[],
): void {
  const changed = ops.filter((kept) => {
    const before = state.ops.get(kept.n)
    return (
      before?.state !== kept.state || before.seq !== kept.seq || before.op.hash !== kept.op.hash
    )
  })
  for (const kept of changed) {
    if (kept.state === 'settled') state.ops.delete(kept.n)
    else state.ops.set(kept.n, kept)
  }
  state.replica.change(received, changed)
  state.onChange()
}

/** A page as it lies on disk. */
export async function openPage(sealer: Sealer, row: PageRow): Promise<Page> {
  const bytes = await sealer.openBytes(row.sealed, pagePlace(row))
  return pageOfBytes(row.bucket, row.upTo, new Uint8Array(bytes))
}

/** An operation as it lies on disk. */
export async function openOp(sealer: Sealer, row: OpRow): Promise<KeptOp> {
  const kept = parseStoredOp(await sealer.open(row.sealed, `ops/${row.n}`))
  return { ...kept, n: row.n, state: row.state, seq: row.seq }
}

/** The row of a page; sealed here, before any transaction. */
export async function sealPage(sealer: Sealer, page: Page, no: number): Promise<PageRow> {
  const { bucket, upTo, count, bytes } = page
  const sealed = await sealer.sealBytes(bytes.buffer, pagePlace({ bucket, no }))
  return { bucket, no, upTo, count, sealed }
}

/**
 * Numbers the server lacks and this device no longer holds: a loss, said aloud until a person has
 * heard. Those the server has noted come with the others.
 */
export function holesOf({ ops, author, sync }: LocalState): readonly number[] {
  const isHeard = sync.value.notes.every(({ kind }) => kind !== 'lost')
  const holes: number[] = isHeard ? [] : [...sync.value.lost]
  for (let n = sync.value.serverLast + 1; n <= author.value.declared; n++) {
    if (!ops.has(n)) holes.push(n)
  }
  return holes
}

/**
 * True for a record shown here that the last whole reading of its bucket did not bring: a server put
 * back to an older day lost it, and the device that wrote it has not been back yet (docs/adr/012).
 */
export function awaitedIn({ generations }: SyncMeta): (bucket: string, seq: number) => boolean {
  return (bucket, seq) => generationOf(seq) < (generations[bucket] ?? 0)
}

/** Operations the server has not answered for, in order. */
export function pendingOps({ ops }: LocalState): readonly KeptOp[] {
  return [...ops.values()].filter(({ state }) => state === 'pending').sort((a, b) => a.n - b.n)
}

function pagePlace({ bucket, no }: Pick<PageRow, 'bucket' | 'no'>): string {
  return `pages/${bucket}/${no}`
}
