import type { RecordType } from '#domain/record-types.ts'
import type { DeviceId, PersonId, RecordId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { Hlc } from './hlc.ts'

declare const brand: unique symbol
/** `device:n`. A device numbers its operations 1, 2, 3… without a hole, so a missing one is known. */
export type OpId = string & { readonly [brand]: 'OpId' }

export function opId(device: DeviceId, n: number): OpId {
  return `${device}:${n}` as OpId
}

/** The device and number of an operation; a malformed id gives number 0. */
export function opIdParts(id: OpId): { device: string; n: number } {
  const at = id.lastIndexOf(':')
  return { device: id.slice(0, at), n: Number(id.slice(at + 1)) || 0 }
}

/**
 * `resolve` closes a disagreement; `restore` keeps a record that someone deleted; `attach` sets a
 * field that names a blob the server must get; `settle` ends an operation set aside and writes on no
 * record.
 */
export const OP_KINDS = [
  'create',
  'set',
  'delete',
  'restore',
  'attach',
  'resolve',
  'settle',
] as const
export type OpKind = (typeof OP_KINDS)[number]

export interface FieldWrite {
  readonly v: Json
  /** The operation whose value the author was looking at; null when the field was empty to them. */
  readonly base: OpId | null
  /** That value itself, for a status and for words: see `keepsWas`. */
  readonly was?: Json
}

/**
 * One immutable step of one device: what crosses the wire and what both logs keep. Whoever
 * reads it later needs nothing else to know who wrote what, where, and knowing what.
 */
export interface Op {
  readonly id: OpId
  readonly rec: RecordId
  readonly type: RecordType
  readonly bucket: BucketId
  readonly kind: OpKind
  readonly f: Readonly<Record<string, FieldWrite>>
  /**
   * More operations the author had seen: the values closed by a `resolve` or a `restore`, the last of
   * each device for a `delete`, the ones set aside for a `settle`.
   */
  readonly closes?: readonly OpId[]
  /** Version of the shapes the author knew. */
  readonly sv: number
  readonly actor: PersonId
  readonly h: Hlc
  /** The device's own clock, kept as information: epoch ms, and minutes east of UTC. */
  readonly wall: number
  readonly tz: number
  /** SHA-256, hexadecimal, of the canonical text of all the rest (`hash-op.ts`). */
  readonly hash: string
}

export type UnhashedOp = Omit<Op, 'hash'>

export const SCHEMA_VERSION = 1
