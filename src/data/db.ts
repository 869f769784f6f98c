/*
 * The disk of one profile. Invariants (docs/sync.md §2.2b):
 * - a page and its cursor, an acknowledgement and the state of its operation, a save and its number,
 *   are each written in one strict transaction: after any crash both are there, or neither;
 * - nothing is in clear but the keys below, and the bytes of a photo pass through the same sealer;
 * - the bytes of a photo are written before the operation that names it, in a transaction of their own:
 *   a full disk refuses the photo and keeps the words, and no operation names what never was here.
 */
import Dexie, { type DBCore, type EntityTable, type Middleware, type Table } from 'dexie'
import type { Sealed } from './sealer.ts'

/** A page of records as the server handed it out; at most 500 of them. */
export interface PageRow {
  bucket: string
  /** Grows for ever within a bucket, through compactions: another tab asks for what follows. */
  no: number
  upTo: number
  count: number
  /** `page.ts`: bytes, for as text one letter beyond Latin-1 would double them. */
  sealed: ArrayBuffer
}

/**
 * - `pending`: the server may not have it; sent until it answers.
 * - `acked`: the server has it; shown on top until its record is received at least at `seq`.
 * - `settled`: received back; kept 35 days to feed a restored server.
 * - `quarantined`: kept by the server and here, applied nowhere, shown until a person acts.
 *
 * pending → acked | settled | quarantined; acked → settled; any → pending when the server says it
 * holds less than before.
 */
export const OP_STATES = ['pending', 'acked', 'settled', 'quarantined'] as const
export type OpState = (typeof OP_STATES)[number]

export interface OpRow {
  n: number
  /** Never `settled`: those lie in the journal. */
  state: OpState
  bucket: string
  /** Sequence of its effect in its bucket; 0 until the server says it. */
  seq: number
  sealed: Sealed
}

/** Operations settled together (`journal.ts`). */
export interface JournalRow {
  /** In the order they were settled. */
  at?: number
  sealed: Sealed
}

export interface DraftRow {
  key: string
  sealed: Sealed
}

/** `unsent` until the server, having the operation that names it, no longer asks for it. */
export type BlobState = 'unsent' | 'sent' | 'fetched'
export interface BlobRow {
  sha256: string
  state: BlobState
  /** Epoch ms of its state: its bytes stay 30 days more once sent (security.md D1). */
  since: number
  sealed: Sealed
}

export interface BytesRow {
  sha256: string
  keptAt: number
  /** An ArrayBuffer and never a Blob: WebKit loses Blobs kept in IndexedDB. */
  bytes: ArrayBuffer
}

/** A bundle or an envelope carried for someone else (`bundle/carried-rows.ts`). */
export interface CarriedRow {
  id: string
  sealed: Sealed
  bytes: ArrayBuffer
}

export interface MetaRow {
  key: string
  /** Fencing number: whoever read an older one must read again before it writes. */
  rev: number
  sealed: Sealed
}

export interface LocalDb extends Dexie {
  pages: Table<PageRow, [string, number]>
  ops: EntityTable<OpRow, 'n'>
  journal: Table<JournalRow, number>
  drafts: EntityTable<DraftRow, 'key'>
  blobs: EntityTable<BlobRow, 'sha256'>
  blobBytes: EntityTable<BytesRow, 'sha256'>
  meta: EntityTable<MetaRow, 'key'>
  carried: EntityTable<CarriedRow, 'id'>
}

/** Of the tables below; another number is another app's, older or newer. */
export const LOCAL_VERSION = 1

/**
 * Every write takes this table too, so that the browser runs one at a time, across tabs and workers.
 * Chromium killed while two writes of one database are under way takes their traces for a damage when it
 * starts again, and erases every database of the app (docs/adr/045).
 */
export const TAKEN_BY_ALL = 'meta'
const ONE_WRITE_AT_ONCE: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'one-write-at-once',
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) =>
      core.transaction(
        mode === 'readwrite' ? [...new Set([...tables, TAKEN_BY_ALL])] : tables,
        mode,
        options,
      ),
  }),
}

/** Describes the database of a device; it opens at its first use. */
export function createLocalDb(device: string): LocalDb {
  // Browsers default to « relaxed »: a promise kept only until the next power cut.
  const db = new Dexie(`escale-${device}`, { chromeTransactionDurability: 'strict' }) as LocalDb
  db.version(LOCAL_VERSION).stores({
    pages: '[bucket+no]',
    ops: 'n',
    journal: '++at',
    drafts: 'key',
    blobs: 'sha256, state',
    blobBytes: 'sha256, keptAt',
    meta: 'key',
    carried: 'id',
  })
  db.use(ONE_WRITE_AT_ONCE)
  // A connection lost while Dexie looks at the tables leaves it « open » with none of them, and every
  // later call a TypeError. Said for what it is, it is opened again (`gateway.ts`).
  const checkTables = () => {
    if (db.meta.core === undefined) throw new Dexie.InvalidStateError('Opened without its tables')
  }
  db.on('ready', checkTables, true)
  return db
}
