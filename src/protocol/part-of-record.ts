/*
 * What changed of a record, for a device that holds what it was: a line of the same shape as the whole
 * one (`pack-record.ts`), with the fields that were written since, and all that hangs beside them. An
 * audit of 157 criteria does not travel again at each tap (docs/sync.md).
 *
 * The device lays it over the line it holds and must find the server's line again, letter for letter:
 * a digest in the head of the page says so (`protocol/sync.ts`).
 */
import type { Json } from '#domain/shared/json.ts'
import type { PackedRecord } from './pack-record.ts'

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

/**
 * The record that `part` was taken of, from the record as it was before. Line upon line: whether what is not a
 * field is told by the stamps is what the whole line says, and its part with it.
 */
export function layOver(before: PackedRecord, part: PackedRecord): PackedRecord {
  const first = before.names.length
  // In the order of the fields of an object: as they were, then what is new; whole numbers before all.
  const places: Record<string, number> = Object.create(null)
  for (const [place, name] of before.names.entries()) places[name] = place
  for (const [place, name] of part.names.entries()) places[name] = first + place
  const heads = Object.entries(places).map(([name, place]) =>
    place < first ? headAt(before, name, place) : headAt(part, name, place - first),
  )
  const { heads: _, ...others } = part.more
  const extras = heads.flatMap(({ name, extra }) => (extra ? [[name, extra] as const] : []))
  return {
    ...part,
    ...numbered(heads, part.more.last === undefined ? part.stamps[0]?.[0] : undefined),
    names: heads.map(({ name }) => name),
    values: heads.map(({ value }) => value),
    more: { ...others, ...(extras.length > 0 && { heads: Object.fromEntries(extras) }) },
  }
}

function headAt({ stamps, values, refs, more }: PackedRecord, name: string, place: number) {
  const extras = (more.heads ?? {}) as Readonly<Record<string, Json>>
  const [op = '', h = ''] = stamps[refs[place] ?? 0] ?? []
  const extra = Object.hasOwn(extras, name) ? extras[name] : undefined
  return { name, op, h, value: values[place] ?? null, extra }
}

/** Each stamp once, that of the last operation first when a field shows it. */
function numbered(
  heads: readonly { readonly op: string; readonly h: string }[],
  last: string | undefined,
): Pick<PackedRecord, 'stamps' | 'refs'> {
  const newest = heads.find(({ op }) => op === last)
  const stamps = new Map<string, readonly [op: string, h: string]>()
  for (const { op, h } of newest ? [newest, ...heads] : heads) {
    if (!stamps.has(op)) stamps.set(op, [op, h])
  }
  const refs = new Map([...stamps.keys()].map((op, ref) => [op, ref]))
  return { stamps: [...stamps.values()], refs: heads.map(({ op }) => refs.get(op) ?? 0) }
}
