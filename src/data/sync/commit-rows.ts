import type { JournalRow, LocalDb, MetaRow, PageRow } from '../db.ts'
import { type OpRows, putOps } from '../journal.ts'
import type { LocalStore } from '../local-state.ts'
import { runSave } from '../run-save.ts'
import { StaleError } from '../stale-error.ts'
import type { AuthorMeta, Identity, SyncMeta } from '../stored-shapes.ts'

/** What one commit of a round writes; each meta row carries the number it must find one below. */
export interface CommitRows {
  readonly ops?: OpRows
  /** Rows of the journal that are replaced, by those that hold what is left of them. */
  readonly journal?: { readonly gone: readonly number[]; readonly left: readonly JournalRow[] }
  readonly pages?: readonly PageRow[]
  readonly metas: readonly MetaRow[]
  /** Meta rows that mean nothing any more. */
  readonly forgotten?: readonly string[]
  /** Buckets whose pages leave the device, and the photos their records name. */
  readonly buckets?: readonly string[]
  readonly photos?: readonly string[]
  /** Photos the server has now. */
  readonly sent?: readonly string[]
  /** Epoch ms: the bytes of `sent` stay 30 days from then. */
  readonly sentAt?: number
}

/** Writes all of it in one strict transaction, or throws `StaleError` and writes nothing. */
export function commitRows(db: LocalDb, rows: CommitRows): Promise<void> {
  if (isOfOthersAlone(rows)) return commitPages(db, rows)
  const { ops, journal, pages, meta, blobs, blobBytes } = db
  return db.transaction('rw', [ops, journal, pages, meta, blobs, blobBytes], async () => {
    // Asked together: a round waits for the disk, not for each way to it and back. The fence is read first,
    // so that what follows it is taken back with the rest.
    await Promise.all([expectNobodyAnswered(db, rows.metas), writeRows(db, rows)])
  })
}

/** What others wrote, and nothing of ours: most answers, and all that comes between two rounds. */
function isOfOthersAlone({ ops, journal, forgotten, buckets, photos, sent }: CommitRows): boolean {
  const isOfOurs = journal || ops?.settled || ops?.open.length
  return !isOfOurs && [forgotten, buckets, photos, sent].every((list) => !list?.length)
}

/** On the browser's own transaction, as a save is: Dexie around it takes as long as the disk (ADR 047). */
function commitPages(db: LocalDb, { pages = [], metas }: CommitRows): Promise<void> {
  return runSave(db, ['pages', 'meta'], (table, refuse) => {
    const meta = table('meta')
    for (const { key, rev } of metas) {
      const held: IDBRequest<MetaRow | undefined> = meta.get(key)
      held.onsuccess = () => {
        if ((held.result?.rev ?? 0) !== rev - 1) refuse(new StaleError('Answered to another tab'))
      }
    }
    for (const page of pages) table('pages').add(page)
    for (const row of metas) meta.put(row)
  })
}

async function writeRows(
  db: LocalDb,
  {
    ops,
    journal,
    pages = [],
    metas,
    forgotten = [],
    buckets = [],
    photos = [],
    sent = [],
    sentAt = 0,
  }: CommitRows,
): Promise<void> {
  for (const bucket of buckets) {
    await db.pages
      .where('[bucket+no]')
      .between([bucket, 0], [bucket, Number.POSITIVE_INFINITY])
      .delete()
  }
  for (const sha256 of photos) {
    const blob = await db.blobs.get(sha256)
    // One that waits belongs to an operation set aside: its author keeps it.
    if (!blob || blob.state === 'unsent') continue
    await db.blobs.delete(sha256)
    await db.blobBytes.delete(sha256)
  }
  if (journal) {
    await db.journal.bulkDelete([...journal.gone])
    await db.journal.bulkAdd([...journal.left])
  }
  await Promise.all([
    ops && putOps(db, ops),
    db.pages.bulkAdd([...pages]),
    db.meta.bulkPut([...metas]),
    db.meta.bulkDelete([...forgotten]),
    ...sent.map((sha256) => db.blobs.update(sha256, { state: 'sent', since: sentAt })),
  ])
}

async function expectNobodyAnswered(db: LocalDb, metas: readonly MetaRow[]): Promise<void> {
  const held = await db.meta.bulkGet(metas.map(({ key }) => key))
  for (const [index, { rev }] of metas.entries()) {
    if ((held[index]?.rev ?? 0) !== rev - 1) throw new StaleError('Answered to another tab')
  }
}

interface Metas {
  readonly sync: SyncMeta
  readonly author: AuthorMeta
  readonly credential: Identity
}

/** The next version of a meta row; sealed here, before any transaction. */
export async function metaRow<K extends keyof Metas>(
  { sealer }: LocalStore,
  key: K,
  rev: number,
  value: Metas[K],
): Promise<MetaRow> {
  return { key, rev: rev + 1, sealed: await sealer.seal(value, `meta/${key}`) }
}
