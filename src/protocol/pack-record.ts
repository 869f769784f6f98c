/*
 * A record as it travels, lies in the server's table and lies in the pages of a device: one line of
 * JSON, `[id, type, stamps, names, values, refs, more?]`. Field `names[i]` holds `values[i]`, written
 * by operation and stamp `stamps[refs[i]]`; one operation writes many fields, so its name is there once
 * (ADR 019). `stamps[0]` is the last operation applied, unless no field shows it: then `more.last`.
 *
 * `more.seen` is left out when the stamps tell it, which is nearly always.
 *
 * Whatever this version does not know of a record or of a head is in `more`, and comes out again.
 */
import type { RecordType } from '#domain/record-types.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { Head } from './head.ts'
import { type Hlc, parseHlc } from './hlc.ts'
import type { RecordState } from './merge.ts'
import type { OpId } from './op.ts'
import { type Seen, seenFrom } from './seen.ts'

type Stamp = readonly [op: string, h: string]

/** What a line holds; `recordOf` makes the record of it. */
export interface PackedRecord {
  readonly id: string
  readonly type: string
  readonly stamps: readonly Stamp[]
  readonly names: readonly string[]
  readonly values: readonly Json[]
  readonly refs: readonly number[]
  readonly more: Readonly<Record<string, Json>>
}

/** The line of a record, without the bucket it lies in. */
export function packRecord(state: RecordState): string {
  return lineOf(packedOf(state))
}

/** The line of a packed record. */
export function lineOf({ id, type, stamps, names, values, refs, more }: PackedRecord): string {
  const packed = [id, type, stamps, names, values, refs]
  return JSON.stringify(Object.keys(more).length > 0 ? [...packed, more] : packed)
}

/** A record as its line holds it. */
export function packedOf(state: RecordState): PackedRecord {
  const { id, type, bucket: _, f, last, seen, ...others } = state
  const stamps: Stamp[] = []
  const names = Object.keys(f)
  const heads = Object.values(f)
  const newest = heads.find(({ op }) => op === last)
  const known = new Map<OpId, number>()
  const refOf = ({ op, h }: Pick<Head, 'op' | 'h'>) => {
    const ref = known.get(op)
    // An operation has one stamp in a record.
    if (ref !== undefined && stamps[ref]?.[1] === h) return ref
    const next = stamps.push([op, h]) - 1
    known.set(op, next)
    return next
  }
  if (newest) refOf(newest)
  const refs = heads.map(refOf)
  const extras = heads.flatMap((head, index) => {
    // Nearly always `v`, `op` and `h` alone.
    if (Object.keys(head).length === 3) return []
    const { v: _v, op: _op, h: _h, ...extra } = head
    return [[names[index], extra]]
  })
  const more = {
    ...others,
    ...(!isToldBy(stamps, seen) && { seen }),
    ...(!newest && { last }),
    ...(extras.length > 0 && { heads: Object.fromEntries(extras) }),
  }
  return {
    id,
    type,
    stamps,
    names,
    values: heads.map(({ v }) => v),
    refs,
    more: more as PackedRecord['more'],
  }
}

/** Reads a line; undefined when it is not one of ours. Values are plain JSON and are not looked at. */
export function readPacked(line: string): PackedRecord | undefined {
  const packed = parsed(line)
  if (!Array.isArray(packed)) return undefined
  const [id, type, stamps, names, values, refs, more = {}] = packed as unknown[]
  if (typeof id !== 'string' || id === '' || typeof type !== 'string') return undefined
  if (!Array.isArray(stamps) || !stamps.every(isStamp)) return undefined
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) return undefined
  if (!Array.isArray(values) || values.length !== names.length) return undefined
  if (!Array.isArray(refs) || refs.length !== names.length) return undefined
  if (!refs.every((ref) => Number.isInteger(ref) && ref >= 0 && ref < stamps.length)) {
    return undefined
  }
  if (!isPlain(more) || !areOthersSound(more)) return undefined
  if (typeof (more.last ?? stamps[0]?.[0]) !== 'string') return undefined
  if (more.deleted !== undefined && typeof more.deleted !== 'string') return undefined
  return { id, type, stamps, names, values, refs, more: more as PackedRecord['more'] }
}

/** The record of a line. The brands are born here: every part was checked by `readPacked`. */
export function recordOf(packed: PackedRecord, bucket: BucketId): RecordState {
  const { stamps, names, values, refs } = packed
  const { heads = {}, last = stamps[0]?.[0], seen = seenIn(stamps), ...others } = packed.more
  const extras = heads as Readonly<Record<string, object>>
  const f: Record<string, Head> = Object.create(null)
  for (const [index, name] of names.entries()) {
    const [op, h] = stamps[refs[index] ?? 0] ?? []
    const head = { v: values[index] ?? null, op: op as OpId, h: h as Hlc }
    f[name] = Object.hasOwn(extras, name) ? { ...head, ...extras[name] } : head
  }
  return {
    ...others,
    id: packed.id as RecordId,
    type: packed.type as RecordType,
    bucket,
    f,
    seen: seen as Seen,
    last: last as OpId,
  }
}

/** The value shown of one field, without making the whole record. */
export function packedValue({ names, values }: PackedRecord, name: string): Json | undefined {
  const index = names.indexOf(name)
  return index < 0 ? undefined : values[index]
}

/**
 * The values shown of a line that `readPacked` took once: a third of the work of its whole record.
 * Undefined when it is no line of ours.
 */
export function readShown(line: string): Fields | undefined {
  const packed = parsed(line)
  if (!Array.isArray(packed)) return undefined
  const [, , , names, values] = packed as unknown[]
  if (!Array.isArray(names) || !Array.isArray(values) || values.length !== names.length) {
    return undefined
  }
  const fields: Record<string, Json> = Object.create(null)
  for (let index = 0; index < names.length; index++) fields[names[index]] = values[index]
  return fields
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Half a line, or somebody else's page.
    return undefined
  }
}

function seenIn(stamps: readonly Stamp[]): Seen {
  return seenFrom(stamps.map(([op]) => op as OpId))
}

function isToldBy(stamps: readonly Stamp[], seen: Seen): boolean {
  const told = seenIn(stamps)
  const devices = Object.keys(seen)
  return (
    devices.length === Object.keys(told).length &&
    devices.every((device) => told[device] === seen[device])
  )
}

function isStamp(stamp: unknown): stamp is Stamp {
  return (
    Array.isArray(stamp) &&
    typeof stamp[0] === 'string' &&
    typeof stamp[1] === 'string' &&
    parseHlc(stamp[1]) !== undefined
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** What hangs on a record beside its fields, of the shapes `merge.ts` gives. */
function areOthersSound({ heads = {}, x = {}, ends = [], seen = {} }: Record<string, unknown>) {
  return (
    isPlain(heads) &&
    Object.values(heads).every(isPlain) &&
    isPlain(x) &&
    Object.values(x).every(areHeads) &&
    areHeads(ends) &&
    isPlain(seen) &&
    Object.values(seen).every(Number.isInteger)
  )
}

function areHeads(heads: unknown): boolean {
  return Array.isArray(heads) && heads.every(isHead)
}

function isHead(head: unknown): boolean {
  return isPlain(head) && isStamp([head.op, head.h]) && Object.hasOwn(head, 'v')
}
