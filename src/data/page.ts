/*
 * A page as it lies on disk and in memory: a line that says where each record stands (its index), then
 * the lines of the records as they came. Lists, counts and order need the index alone; a record is
 * parsed when somebody looks at it, so that fifty thousand of them cost what one reads (ADR 019).
 *
 * Every line was read and checked once, when it came, before its cursor moved.
 */
import { listKey } from '#domain/list-key.ts'
import { isRecordType } from '#domain/record-types.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { type BucketId, parseBucketId } from '#domain/site/bucket.ts'
import type { RecordState } from '#protocol/merge.ts'
import {
  type PackedRecord,
  packedValue,
  readPacked,
  readShown,
  recordOf,
} from '#protocol/pack-record.ts'
import type { PageHead } from '#protocol/sync.ts'
import type { Kind } from './shelves.ts'

/** Lines of records, found by their place. */
export interface PageLines {
  readonly bucket: BucketId
  /** Number of lines. */
  readonly count: number
  /** The bytes of a line. */
  line(at: number): Uint8Array
}

/** A received record: where it stands, and where its line is. `seq` tells a newer from an older. */
export interface ReceivedRecord {
  readonly id: RecordId
  readonly kind: Kind
  readonly seq: number
  readonly deleted: boolean
  /** True when some field has other heads, or someone deleted it: a disagreement may lie there. */
  readonly beside: boolean
  readonly day: string
  readonly page: PageLines
  readonly at: number
}

/** The index, column by column: `kinds[of[i]]` is the type, status and end of record `i`. */
interface PageIndex {
  readonly v: typeof INDEX_VERSION
  readonly seqs: readonly number[]
  readonly ids: readonly string[]
  readonly days: readonly string[]
  readonly of: readonly number[]
  readonly kinds: readonly PackedKind[]
}

type PackedKind = readonly [type: string, status: string, flags: number]

const DELETED = 1
const BESIDE = 2

export interface Page {
  readonly bucket: BucketId
  readonly upTo: number
  readonly count: number
  /** What goes to disk. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Every row, as the index says it; those of a type made for a newer app included. */
  readonly rows: readonly Row[]
  /** What this version can show; the rest stays on disk until the app is updated. */
  readonly records: readonly ReceivedRecord[]
}

/** As `ReceivedRecord`, of any type. */
export type Row = Omit<ReceivedRecord, 'id' | 'kind'> & {
  readonly id: string
  readonly kind: Omit<Kind, 'type'> & { readonly type: string }
}

/** Changes when `listKey` or the columns do: older pages are then read again, line by line. */
const INDEX_VERSION = 2
const NEWLINE = 10
/** One for all: making another costs more than it reads of a line. */
const decoder = new TextDecoder()

/** A page off the wire, every line of it read. */
export interface ReceivedPage extends PageHead {
  readonly bucket: BucketId
  readonly lines: Uint8Array
  readonly packed: readonly PackedRecord[]
}

/** Reads the lines of a page; undefined when one of them is not a record's. */
export function readLines(head: PageHead, lines: Uint8Array): ReceivedPage | undefined {
  const bucket = parseBucketId(head.bucket)?.id
  const texts = lines.byteLength === 0 ? [] : decoder.decode(lines).split('\n')
  if (!bucket || texts.length !== head.seqs.length) return undefined
  const packed: PackedRecord[] = []
  for (const text of texts) {
    const record = readPacked(text)
    if (!record) return undefined
    packed.push(record)
  }
  return { ...head, bucket, lines, packed }
}

/** The page to keep; `lift` gives sequences as this device keeps them (`generation.ts`). */
export function pageOfReceived(
  { bucket, upTo, seqs, lines, packed }: ReceivedPage,
  lift: (seq: number) => number,
): Page {
  return buildPage(bucket, lift(upTo), indexOf(seqs.map(lift), packed), lines)
}

/** A page made of rows of others, as they are: what compaction writes. */
export function pageOfRows(bucket: BucketId, upTo: number, rows: readonly Row[]): Page {
  const lines = rows.map(({ page, at }) => page.line(at))
  const joined = new Uint8Array(lines.reduce((sum, line) => sum + line.byteLength + 1, 0))
  let end = 0
  for (const line of lines) {
    joined.set(line, end)
    end += line.byteLength
    joined[end] = NEWLINE
    end += 1
  }
  return buildPage(bucket, upTo, columns(rows), joined.subarray(0, -1))
}

/** Reads a page from disk; throws when it is not one, which is a damaged store. */
export function pageOfBytes(bucket: string, upTo: number, bytes: Uint8Array<ArrayBuffer>): Page {
  const end = bytes.indexOf(NEWLINE)
  const index: PageIndex = JSON.parse(decoder.decode(bytes.subarray(0, end)))
  const place = parseBucketId(bucket)?.id
  const lines = bytes.subarray(end + 1)
  const { seqs } = index
  if (!place || !Array.isArray(seqs)) throw new DamagedPage(bucket)
  if (index.v !== INDEX_VERSION) {
    const again = readLines({ bucket, upTo, seqs: [...seqs] }, lines)
    if (!again) throw new DamagedPage(bucket)
    return pageOfReceived(again, (seq) => seq)
  }
  for (const column of [index.ids, index.days, index.of]) {
    if (!Array.isArray(column) || column.length !== seqs.length) throw new DamagedPage(bucket)
  }
  return pageOf(place, upTo, index, lines, bytes)
}

/** The bytes of a page are not those that were kept. */
export class DamagedPage extends Error {
  override readonly name = 'DamagedPage'
}

/** The whole record, read from its line. */
export function stateOfReceived(record: ReceivedRecord): RecordState {
  return recordOf(packedOfReceived(record), record.page.bucket)
}

/** What its line holds. */
export function packedOfReceived({ page, at }: ReceivedRecord): PackedRecord {
  const packed = readPacked(decoder.decode(page.line(at)))
  if (!packed) throw new DamagedPage(page.bucket)
  return packed
}

/** What is shown of a record, as `shownFields` of its state, read from its line. */
export function fieldsOfReceived({ page, at }: ReceivedRecord): Fields {
  const fields = readShown(decoder.decode(page.line(at)))
  if (!fields) throw new DamagedPage(page.bucket)
  return fields
}

function buildPage(bucket: BucketId, upTo: number, index: PageIndex, lines: Uint8Array): Page {
  const head = new TextEncoder().encode(`${JSON.stringify(index)}\n`)
  const bytes = new Uint8Array(head.byteLength + lines.byteLength)
  bytes.set(head)
  bytes.set(lines, head.byteLength)
  return pageOf(bucket, upTo, index, bytes.subarray(head.byteLength), bytes)
}

function pageOf(
  bucket: BucketId,
  upTo: number,
  { seqs, ids, days, of, kinds }: PageIndex,
  lines: Uint8Array,
  bytes: Uint8Array<ArrayBuffer>,
): Page {
  const page = linesOf(bucket, seqs.length, lines)
  const shared = kinds.map(([type, status]) => ({ type, status, bucket }))
  const rows = seqs.map((seq, at): Row => {
    const kind = of[at] ?? -1
    const flags = kinds[kind]?.[2] ?? 0
    return {
      id: ids[at] ?? '',
      kind: shared[kind] ?? { type: '', status: '', bucket },
      deleted: (flags & DELETED) !== 0,
      beside: (flags & BESIDE) !== 0,
      seq,
      day: days[at] ?? '',
      page,
      at,
    }
  })
  return { bucket, upTo, count: rows.length, bytes, rows, records: rows.filter(isShowable) }
}

function isShowable(row: Row): row is ReceivedRecord {
  return isRecordType(row.kind.type)
}

/** Ends of lines are looked for when the first of them is asked. */
function linesOf(bucket: BucketId, count: number, lines: Uint8Array): PageLines {
  let ends: Uint32Array | undefined
  const findEnds = () => {
    const found = new Uint32Array(count)
    let from = 0
    for (let at = 0; at < count; at++) {
      const end = lines.indexOf(NEWLINE, from)
      found[at] = end < 0 ? lines.byteLength : end
      from = end + 1
    }
    return found
  }
  return {
    bucket,
    count,
    line(at) {
      ends ??= findEnds()
      return lines.subarray(at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, ends[at])
    },
  }
}

function indexOf(seqs: readonly number[], packed: readonly PackedRecord[]): PageIndex {
  return columns(
    packed.map((record, at) => {
      const { status, day } = listKey(record.type, (field) => packedValue(record, field))
      const deleted = record.more.deleted !== undefined
      const beside = record.more.x !== undefined || record.more.ends !== undefined
      return {
        id: record.id,
        seq: seqs[at] ?? 0,
        deleted,
        beside,
        day,
        kind: { type: record.type, status },
      }
    }),
  )
}

interface IndexedRow extends Pick<Row, 'id' | 'seq' | 'deleted' | 'beside' | 'day'> {
  readonly kind: { readonly type: string; readonly status: string }
}

function columns(rows: readonly IndexedRow[]): PageIndex {
  const kinds: PackedKind[] = []
  const known = new Map<string, number>()
  const of = rows.map(({ kind: { type, status }, deleted, beside }) => {
    const flags = (deleted ? DELETED : 0) | (beside ? BESIDE : 0)
    const key = `${type}\n${status}\n${flags}`
    const kind = known.get(key) ?? kinds.push([type, status, flags]) - 1
    known.set(key, kind)
    return kind
  })
  return {
    v: INDEX_VERSION,
    seqs: rows.map(({ seq }) => seq),
    ids: rows.map(({ id }) => id),
    days: rows.map(({ day }) => day),
    of,
    kinds,
  }
}
