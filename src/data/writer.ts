/*
 * A save is one strict transaction: the operation, its number and stamp, the note of the photo it
 * names. It is « enregistré » when that transaction is complete, and shown only then. The bytes of a
 * photo are on disk before: when they are refused for want of room, nothing was said of them.
 *
 * Numbers have no hole and no double across tabs: the transaction adds operation `declared + 1` only
 * if nobody wrote since this tab last read (`rev` of the author row). A tab that lost the race
 * reads what the other wrote, composes again on top of it, and tries again; so each operation of a
 * device has seen all the ones before.
 */
import { type RecordId, recordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { EXISTENCE } from '#protocol/disputes.ts'
import { sha256Hex } from '#protocol/hash-op.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Op, OpId } from '#protocol/op.ts'
import { photosIn } from '#protocol/photos-in.ts'
import { composeOp, type Intent } from './author.ts'
import type { BlobRow, LocalDb, MetaRow, OpRow } from './db.ts'
import type { Env } from './env.ts'
import { type OpRows, opRows, sealOp } from './journal.ts'
import { type LocalState, type LocalStore, takeOps } from './local-state.ts'
import { PhotoError } from './photo-error.ts'
import { createPhotoShelf } from './photo-shelf.ts'
import { runSave } from './run-save.ts'
import { StaleError } from './stale-error.ts'
import { isConstraint } from './storage-error.ts'
import type { KeptOp, PhotoNote } from './stored-shapes.ts'
import type { Photo, PhotoRef, Profile, Saved, Writer } from './workspace.ts'

/** Races lost in a row before giving up: far above what six tabs can do. */
const MAX_TRIES = 50

export interface WriterParts {
  readonly store: LocalStore
  readonly profile: Profile
  readonly env: Pick<Env, 'now' | 'randomUUID'>
  /** Called after each save: other tabs and the next round want to know. */
  readonly onSaved: () => void
}

/** The writer of a profile. Every promise rejects with `StorageError` when the disk refuses. */
export function createWriter({ store, profile, env, onSaved }: WriterParts): Writer {
  const { state, sealer, gateway } = store
  const shelf = createPhotoShelf(gateway, sealer)

  async function save(intent: Intent, photo?: PhotoRef) {
    const saved = await store.exclusive(() => saveInTurn(intent, photo))
    onSaved()
    return saved
  }

  async function saveInTurn(intent: Intent, photo: PhotoRef | undefined): Promise<Saved> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const { rev, value } = state.author
      const op = await composeOp(intent, profile, state, env.now())
      const kept: KeptOp = { n: value.declared + 1, state: 'pending', seq: 0, op, savedAt: op.wall }
      const note = photo && noteOf(op, kept.n, photo)
      const author = { declared: kept.n, hlc: op.h }
      const ended = endedBy(intent, state.ops)
      const rows = {
        op: await sealOp(sealer, kept),
        ended: ended.length > 0 ? (await opRows(sealer, ended)).settled : undefined,
        author: { key: 'author', rev: rev + 1, sealed: await sealer.seal(author, 'meta/author') },
        blob: photo && note && (await noteRow(photo.sha256, note)),
      }
      try {
        await gateway.keepText((db) => commitSave(db, rev, rows))
      } catch (error) {
        if (!(error instanceof StaleError) && !isConstraint(error)) throw error
        await store.refresh()
        // The connection was lost after our own commit: it is there, whoever asks twice.
        if (state.ops.get(kept.n)?.op.hash !== op.hash) continue
        return { savedAt: env.now() }
      }
      const savedAt = env.now()
      state.author = { rev: rev + 1, value: author }
      if (photo && note) state.photos.set(photo.sha256, note)
      takeOps(state, [kept, ...ended], [])
      return { savedAt }
    }
    throw new StaleError('Other tabs kept writing first')
  }

  function settle(ops: readonly OpId[], reason: string): Promise<Saved> {
    return save({ kind: 'settle', id: recordId(profile.dispositif.id), ops, reason })
  }

  async function noteRow(sha256: string, note: PhotoNote): Promise<BlobRow> {
    const sealed = await sealer.seal(note, `blobs/${sha256}`)
    return { sha256, state: 'unsent', since: note.savedAt, sealed }
  }

  return {
    async create(type, scope, fields) {
      const id = recordId(env.randomUUID())
      return { ...(await save({ kind: 'create', id, type, scope, fields })), id }
    },
    set: (id: RecordId, fields: Fields) => save({ kind: 'set', id, fields }),
    remove: (id) => save({ kind: 'delete', id }),
    resolve(id, field, value) {
      if (field !== EXISTENCE) return save({ kind: 'resolve', id, field, value })
      return save({ kind: value === null ? 'delete' : 'restore', id })
    },
    async writeAgain(n, reason) {
      const kept = state.ops.get(n)
      if (kept?.state !== 'quarantined') throw new Error(`Operation ${n} is not set aside`)
      const saved = await save({ kind: 'again', id: kept.op.rec, op: kept.op })
      // The server is told apart: were this to fail, the words are written and the old one waits.
      await settle([kept.op.id], reason)
      return saved
    },
    settle,
    async attach(id, field, photo) {
      const ref = await refOf(photo)
      if (!mayTakeOneMore(state, id, field)) throw new PhotoError('too-many-photos')
      await shelf.put(ref.sha256, photo.bytes, env.now())
      try {
        return await save({ kind: 'attach', id, fields: { [field]: { ...ref } } }, ref)
      } catch (error) {
        await shelf.dropUnnamed([ref.sha256])
        throw error
      }
    },
  }
}

/** Operations set aside that end with this gesture: kept, and shown no more. */
function endedBy(intent: Intent, ops: ReadonlyMap<number, KeptOp>): readonly KeptOp[] {
  const ids = intent.kind === 'settle' ? intent.ops : intent.kind === 'again' ? [intent.op.id] : []
  if (ids.length === 0) return []
  return [...ops.values()]
    .filter(({ state, op }) => state === 'quarantined' && ids.includes(op.id))
    .map((kept): KeptOp => ({ ...kept, state: 'settled' }))
}

interface SaveRows {
  readonly op: OpRow
  readonly ended: OpRows['settled']
  readonly author: MetaRow
  readonly blob: BlobRow | undefined
}

function commitSave(db: LocalDb, readRev: number, rows: SaveRows): Promise<void> {
  const { op, ended, author, blob } = rows
  const tables = ['ops', 'meta', ...(ended ? ['journal'] : []), ...(blob ? ['blobs'] : [])]
  // Asked together, for a tap waits for each way to the disk and back; read first, so that what follows is
  // taken back with the rest.
  return runSave(db, tables, (table, refuse) => {
    const held: IDBRequest<MetaRow | undefined> = table('meta').get('author')
    held.onsuccess = () => {
      if ((held.result?.rev ?? 0) !== readRev) refuse(new StaleError('Written by another tab'))
    }
    table('ops').add(op)
    table('meta').put(author)
    if (blob) table('blobs').put(blob)
    if (!ended) return
    table('journal').add(ended.row)
    for (const n of ended.numbers) table('ops').delete(n)
  })
}

/** Photos of a record: the server takes no more (rule R-SYN-2). */
function mayTakeOneMore({ replica }: LocalState, id: RecordId, field: string): boolean {
  const fields = replica.get(id)?.fields ?? {}
  return field in fields || photosIn(fields).length < LIMITS.photosPerRecord
}

async function refOf({ bytes, mime, width, height }: Photo): Promise<PhotoRef> {
  return { sha256: await sha256Hex(bytes), size: bytes.byteLength, mime, width, height }
}

function noteOf(op: Op, n: number, { size, mime }: PhotoRef): PhotoNote {
  const scope = parseBucketId(op.bucket)?.scope ?? ''
  return { record: op.rec, type: op.type, scope, n, size, mime, savedAt: op.wall }
}
