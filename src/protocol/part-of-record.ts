/*
 * What changed of a record, for a device that holds what it was: a line of the same shape as the whole
 * one (`pack-record.ts`), with the fields that were written since, and all that hangs beside them. An
 * audit of 157 criteria does not travel again at each tap (docs/sync.md).
 *
 * The device lays it over the line it holds and must find the server's line again, letter for letter:
 * a digest in the head of the page says so (`protocol/sync.ts`).
 */
import type { Head } from './head.ts'
import type { RecordState } from './merge.ts'
import type { OpId } from './op.ts'
import { type PackedRecord, packedOf, recordOf } from './pack-record.ts'
import { seenFrom } from './seen.ts'

/** A record with the fields of `names` alone. */
export function partOf(whole: PackedRecord, names: ReadonlySet<string>): PackedRecord {
  const { stamps, more } = whole
  const kept = whole.names.flatMap((name, at) => (names.has(name) ? [at] : []))
  // The first one names the last operation, whether or not a field kept shows it.
  const used = [
    ...new Set([...stamps.keys()].slice(0, 1).concat(kept.map((at) => whole.refs[at] ?? 0))),
  ].sort((a, b) => a - b)
  const heads = Object.entries(more.heads ?? {}).filter(([name]) => names.has(name))
  const { heads: _, ...others } = more
  return {
    ...whole,
    stamps: used.flatMap((ref) => stamps.slice(ref, ref + 1)),
    names: kept.flatMap((at) => whole.names.slice(at, at + 1)),
    values: kept.flatMap((at) => whole.values.slice(at, at + 1)),
    refs: kept.map((at) => used.indexOf(whole.refs[at] ?? 0)),
    more: { ...others, ...(heads.length > 0 && { heads: Object.fromEntries(heads) }) },
  }
}

/** The record that `part` was taken of, from the record as it was before. */
export function layOver(before: RecordState, part: PackedRecord): PackedRecord {
  const { f: changed, ...record } = recordOf(part, before.bucket)
  const f: Record<string, Head> = Object.assign(Object.create(null), before.f, changed)
  const seen = part.more.seen ? record.seen : seenIn(f)
  return packedOf({ ...record, f, seen })
}

function seenIn(f: Readonly<Record<string, Head>>): RecordState['seen'] {
  return seenFrom(Object.values(f).map(({ op }): OpId => op))
}
