/*
 * What comes back from the wire and from the disk is untrusted: it is parsed here, and the brands of
 * the domain are born here, after the check.
 */
import * as z from 'zod/mini'
import { isRecordType, type RecordType } from '#domain/record-types.ts'
import { type DeviceId, deviceId } from '#domain/shared/ids.ts'
import { QUARANTINE_REASONS } from '#protocol/errors.ts'
import { type Hlc, parseHlc } from '#protocol/hlc.ts'
import { OP_KINDS, type Op } from '#protocol/op.ts'
import type { OpState } from './db.ts'

const recordType = z.custom<RecordType>((value) => typeof value === 'string' && isRecordType(value))

/** An operation of this device with what is known of its journey. */
export interface KeptOp {
  readonly n: number
  readonly state: OpState
  readonly seq: number
  readonly op: Op
  readonly savedAt: number
  readonly ackedAt?: number | undefined
  /** Why it was set aside; kept while it is sent again, so that it does not show meanwhile. */
  readonly reason?: (typeof QUARANTINE_REASONS)[number] | undefined
  /** While it is sent again: where a received record already held it, in an older generation. */
  readonly heldAt?: number | undefined
}

/** The fields of an operation of this device as it lies on disk, but for what its row says. */
export const STORED_OP = {
  // Loose: what a newer version of the app wrote goes back to disk and to the server as it was.
  op: z.looseObject({
    id: z.string(),
    rec: z.string(),
    type: recordType,
    bucket: z.string(),
    kind: z.enum(OP_KINDS),
    f: z.record(
      z.string(),
      z.looseObject({ v: z.unknown(), base: z.nullable(z.string()), was: z.optional(z.unknown()) }),
    ),
    closes: z.optional(z.array(z.string())),
    sv: z.int(),
    actor: z.string(),
    h: z.string(),
    wall: z.number(),
    tz: z.number(),
    hash: z.string(),
  }),
  savedAt: z.number(),
  ackedAt: z.optional(z.number()),
  reason: z.optional(z.enum(QUARANTINE_REASONS)),
  heldAt: z.optional(z.number()),
}
const storedOp = z.object(STORED_OP)

export function parseStoredOp(value: unknown): Omit<KeptOp, 'n' | 'state' | 'seq'> {
  const { op, ...journey } = z.parse(storedOp, value)
  return { ...journey, op: op as unknown as Op }
}

const photoNote = z.object({
  record: z.string(),
  type: recordType,
  scope: z.string(),
  /** Number of the operation that names it. */
  n: z.int(),
  size: z.int(),
  mime: z.string(),
  savedAt: z.number(),
})
export type PhotoNote = z.infer<typeof photoNote>

export function parsePhotoNote(value: unknown): PhotoNote {
  return z.parse(photoNote, value)
}

const authorMeta = z.object({
  /** Highest number ever given by this device. */
  declared: z.int(),
  /** Absent on a device whose store was erased and which has not written since. */
  hlc: z.optional(z.nullable(z.string())),
})
export interface AuthorMeta {
  readonly declared: number
  readonly hlc: Hlc | undefined
}

export function parseAuthorMeta(value: unknown): AuthorMeta {
  const { declared, hlc } = z.parse(authorMeta, value)
  return { declared, hlc: hlc == null ? undefined : parseHlc(hlc) }
}

const named = z.object({ token: z.string(), device: z.string() })
const credential = z.object({
  token: z.string(),
  /** Absent until the device was found to be a copy and got an identity of its own. */
  device: z.optional(z.string()),
  formers: z._default(z.array(named), []),
})

/** Who this device is to the server. */
export interface Identity {
  readonly device: DeviceId
  readonly token: string
  /** Who it was before it was found to be a copy, the latest last: a restored server knows only them. */
  readonly formers: readonly { readonly device: DeviceId; readonly token: string }[]
}

/** The credential of a device; `device` is its first identity, whose name the store bears. */
export function parseCredential(value: unknown, device: DeviceId): Identity {
  const read = z.parse(credential, value)
  return {
    token: read.token,
    device: read.device === undefined ? device : deviceId(read.device),
    formers: read.formers.map((former) => ({ ...former, device: deviceId(former.device) })),
  }
}

/** What the engine did by itself and a person should hear of, until they have. */
const syncNote = z.object({
  /**
   * `restored`: the server was put back. `lost`: numbers of this device are nowhere. `elsewhere`:
   * items of another device of this person never came. `renumbered`: this device was a copy.
   * `released`: records of a home withdrawn left the device. `repaired`: what this device held
   * was not what the server holds, and is read anew.
   */
  kind: z.enum(['restored', 'lost', 'elsewhere', 'renumbered', 'released', 'repaired']),
  /** Epoch ms. */
  at: z.number(),
  /** Operations or items concerned. */
  count: z.int(),
})
export type SyncNote = z.infer<typeof syncNote>

const carryMeta = z.object({
  id: z.string(),
  publicKey: z.string(),
  deviceKey: z.string(),
  /** Epoch of the server that gave it: asked again after a restoration. */
  epoch: z.string(),
})
export type CarryMeta = z.infer<typeof carryMeta>

export function parseCarryMeta(value: unknown): CarryMeta {
  return z.parse(carryMeta, value)
}

const syncMeta = z.object({
  epoch: z.nullable(z.string()),
  cursors: z.record(z.string(), z.int()),
  /** Names `grants` to the server; empty until it gave some. */
  tag: z.string(),
  /** Highest number the server said it holds without a hole. */
  serverLast: z.int(),
  /** Server time less ours, ms: for stamps and display, never for a decision. */
  offsetMs: z.number(),
  lastContactAt: z.nullable(z.number()),
  grants: z.record(z.string(), z.enum(['read', 'write'])),
  /** Buckets received whole at least once. */
  whole: z.array(z.string()),
  /** Photos the server asks for. */
  wanted: z.array(z.string()),
  /** How many times each bucket was read anew (`generation.ts`); absent is 0. */
  generations: z._default(z.record(z.string(), z.int()), {}),
  /** Numbers of this device the server noted lost. */
  lost: z._default(z.array(z.int()), []),
  /** Buckets withdrawn, whose rows left this device. */
  released: z._default(z.array(z.string()), []),
  /** The server said that this device is revoked: it may deposit what waits, and reads nothing. */
  isRevoked: z._default(z.boolean(), false),
  notes: z._default(z.array(syncNote), []),
  /** Photos of other devices that the server waits for, as it said last. */
  expected: z._default(z.array(z.string()), []),
})
export type SyncMeta = z.infer<typeof syncMeta>

export function parseSyncMeta(value: unknown): SyncMeta {
  return z.parse(syncMeta, value)
}

export const FIRST_SYNC: SyncMeta = {
  epoch: null,
  cursors: {},
  tag: '',
  serverLast: 0,
  offsetMs: 0,
  lastContactAt: null,
  grants: {},
  whole: [],
  wanted: [],
  generations: {},
  lost: [],
  released: [],
  isRevoked: false,
  notes: [],
  expected: [],
}
