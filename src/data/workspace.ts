/*
 * What screens know of the data: one workspace per enrolled profile, opened once by `main.tsx`.
 * Screens read snapshots from the replica in memory and write through the writer; they never see
 * Dexie, a page, an operation or the network.
 */
import type { RecordType } from '#domain/record-types.ts'
import type { Role } from '#domain/rights/rights.ts'
import type { DeviceId, DispositifId, PersonId, RecordId, SiteId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { Poster } from '#protocol/access.ts'
import type { QuarantineReason, RequestErrorKind } from '#protocol/errors.ts'
import type { OpId } from '#protocol/op.ts'
import type { Handover } from './bundle/handover.ts'
import type { Care } from './care.ts'
import type { SyncNote } from './stored-shapes.ts'

/** A record as it stands on this device: what was received, with what was written here on top. */
export interface Snapshot {
  readonly id: RecordId
  readonly type: RecordType
  readonly bucket: BucketId
  /** The home (or dispositif, or device) it belongs to. */
  readonly scope: string
  readonly fields: Fields
  /** Fields where two values wait for a person. */
  readonly disputed: readonly string[]
  /** True while an operation on it has not reached the server. */
  readonly unsent: boolean
}

/** Which records: of a type, of one home and in one state when given. */
export interface ListQuery {
  readonly type: RecordType
  readonly scope?: string | undefined
  readonly status?: string | undefined
}

/** Status to number, by home. */
export type StatusCounts = ReadonlyMap<string, Readonly<Record<string, number>>>

/** One of the values a field was given by people who had not seen each other. */
export interface DisputedValue {
  readonly value: Json
  /** Who wrote it: the device of each, and the hour others see, epoch ms. Latest first. */
  readonly authors: readonly { readonly device: string; readonly at: number }[]
  /** What its author had in front of them; undefined when the field does not keep it. */
  readonly was: Json | undefined
}

/** A field where several values wait for a person; `EXISTENCE` when it is the record itself. */
export interface Dispute {
  readonly field: string
  /** The one shown first. Of the record itself: true for kept, null for deleted. */
  readonly values: readonly DisputedValue[]
}

export interface Replica {
  /** All live records of a type, of one home when given. Same array until one of them changes. */
  list(type: RecordType, scope?: string): readonly Snapshot[]
  /** The first `limit` live records of a shelf, latest day first (`domain/list-key.ts`). */
  latest(query: ListQuery, limit: number): readonly Snapshot[]
  /** How many live records of a type each home has, by status. Same map until one changes. */
  counts(type: RecordType): StatusCounts
  get(id: RecordId): Snapshot | undefined
  /** Live records where something waits for a person. Same array until one of them changes. */
  disputed(): readonly Snapshot[]
  disputesOf(id: RecordId): readonly Dispute[]
  /** Calls back after every change, from here, from the network or from another tab. */
  subscribe(listener: () => void): () => void
}

/** When the transaction of a save was complete and on disk, epoch ms. Shown as « Enregistré à ». */
export interface Saved {
  readonly savedAt: number
}

export interface Writer {
  /** Makes a record in a home; its class of bucket follows from its type. */
  create(
    type: RecordType,
    scope: SiteId | DispositifId,
    fields: Fields,
  ): Promise<Saved & { id: RecordId }>
  /** Writes only the fields named. `null` empties one. */
  set(id: RecordId, fields: Fields): Promise<Saved>
  remove(id: RecordId): Promise<Saved>
  /** Settles a field in dispute: `value` is kept, the others are closed (`EXISTENCE`: see `Dispute`). */
  resolve(id: RecordId, field: string, value: Json): Promise<Saved>
  /** Writes again, as a new operation, the words of one set aside, and ends the old one. */
  writeAgain(n: number, reason: string): Promise<Saved>
  /** Ends operations set aside, of this device or of another, with a reason kept in the log. */
  settle(ops: readonly OpId[], reason: string): Promise<Saved>
  /**
   * Keeps a photo (already shrunk), then names it in `field` of the record: two transactions, so that
   * a full disk keeps the words. Rejects with `PhotoError` when the record has its twenty.
   */
  attach(id: RecordId, field: string, photo: Photo): Promise<Saved>
}

export interface Photo {
  readonly bytes: ArrayBuffer
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** The value of a field that names a photo. */
export interface PhotoRef {
  readonly sha256: string
  readonly size: number
  readonly mime: string
  readonly width: number
  readonly height: number
}

export interface Photos {
  /** The bytes when this device holds them, else fetched when the network allows. */
  load(ref: PhotoRef): Promise<LoadedPhoto>
}

/**
 * `expected`: the device that took it has not sent it yet, the server says so. `away`: it is not on
 * this device, and the server could not be asked.
 */
export type LoadedPhoto =
  | { readonly kind: 'here'; readonly blob: Blob }
  | { readonly kind: 'expected' }
  | { readonly kind: 'away' }

/** Words being typed, kept key by key until they become an operation. Never sent. */
export interface Drafts {
  get(key: string): Json | undefined
  put(key: string, value: Json): Promise<Saved>
  drop(key: string): Promise<void>
  /** Keys that begin so: the audits left in the middle. */
  keys(prefix: string): readonly string[]
  subscribe(listener: () => void): () => void
}

/** Something written here that the server does not have, or has set aside. */
export interface Waiting {
  readonly record: RecordId
  readonly type: RecordType
  readonly scope: string
  readonly operations: number
  readonly photos: number
  readonly lastWrittenAt: number
}
export interface SetAside {
  readonly n: number
  readonly op: OpId
  /** Where it was written. */
  readonly bucket: BucketId
  readonly writtenAt: number
  readonly record: RecordId
  readonly type: RecordType
  readonly reason: QuarantineReason
  readonly fields: Fields
}

/** Photos of this device on their way, apart from the words, which never wait for them. */
export interface PhotosOnTheirWay {
  readonly waiting: number
  readonly totalBytes: number
  /** Of those, what the server holds already of photos under way. */
  readonly sentBytes: number
  readonly sending:
    | { readonly kind: 'idle' }
    | { readonly kind: 'running' }
    | { readonly kind: 'failed'; readonly error: RequestErrorKind | 'offline' | 'disk' }
}

export interface SyncStatus {
  /** Derived from the operations and photos on disk, never from a socket. */
  readonly waiting: readonly Waiting[]
  readonly setAside: readonly SetAside[]
  /** Numbers the server is missing though this device once gave them; empty when all is well. */
  readonly holes: readonly number[]
  /** Records only this device and others still show: a restored server waits for their authors. */
  readonly awaited: readonly RecordId[]
  /** What the engine did by itself, oldest first, until a person has said they know. */
  readonly notes: readonly SyncNote[]
  /** Addresses of photos the server asks for and this device no longer holds. */
  readonly lostPhotos: readonly string[]
  readonly photos: PhotosOnTheirWay
  /** Photos that records of this device name and that no device has sent to the server yet. */
  readonly expectedPhotos: readonly string[]
  readonly round:
    | { readonly kind: 'idle' }
    | { readonly kind: 'running' }
    | {
        readonly kind: 'failed'
        /** `offline`: no answer of our server. `disk`: this device's own store refused. */
        readonly error: RequestErrorKind | 'offline' | 'disk'
        readonly retryAt: number
      }
  /** Server's clock less this device's, ms; 0 before the first answer. Shown beyond two minutes. */
  readonly clockOffsetMs: number
  /** Last answer of the server, epoch ms; undefined before the first. */
  readonly lastContactAt: number | undefined
  /** Records in disagreement that this person may settle. */
  readonly toSettle: number
  /** True only when nothing waits, nothing is set aside, no number is missing, after a contact. */
  readonly allSent: boolean
  /** True once every bucket granted was received whole at least once. */
  readonly complete: boolean
}

export interface Sync {
  status(): SyncStatus
  subscribe(listener: () => void): () => void
  /** Forgets the notes shown so far: the person has read them. */
  understood(): Promise<void>
  /** Asks for a round now; resolves when it ended, whatever its end (see `status`). */
  now(): Promise<void>
  /** Begins and ends the triggers: a write, the network back, the page visible, a timer. */
  start(): void
  stop(): void
}

/** Who uses this device, learnt at enrolment. */
export interface Profile {
  readonly device: DeviceId
  readonly deviceLabel: string
  readonly person: { readonly id: PersonId; readonly name: string; readonly role: Role }
  readonly dispositif: {
    readonly id: DispositifId
    readonly name: string
    readonly timeZone: string
  }
  readonly sites: readonly SiteId[]
  readonly posters: readonly Poster[]
}

export interface Workspace {
  readonly profile: Profile
  readonly replica: Replica
  readonly writer: Writer
  readonly drafts: Drafts
  readonly photos: Photos
  readonly sync: Sync
  readonly care: Care
  /** True when the server last said that this person may write there. */
  mayWrite(bucket: string): boolean
  /** The rendez-vous without network; its code is read when it is first asked for. */
  handover(): Promise<Handover>
  /** The device's clock, epoch ms: what saves are stamped with, and what « today » is read from. */
  now(): number
  close(): void
}
