import { createHash, randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type RecordId, recordId } from '#domain/shared/ids.ts'
import { type BucketId, parseBucketId } from '#domain/site/bucket.ts'
import { lineSum, shiftSum } from '#protocol/line-sum.ts'
import type { RecordState } from '#protocol/merge.ts'
import { packRecord, readPacked, recordOf } from '#protocol/pack-record.ts'
import { type RecentChanges, withChange } from '../recent-changes.ts'
import type { RecordBook, StoredRecord } from '../record-book.ts'
import { together } from '../together.ts'
import { compileOnce } from './compile-once.ts'
import { addRecords, changeRecords, raiseHeads, toRow } from './record-writes.ts'
import type { SqlDialect } from './sql-dialect.ts'
import type { Tables } from './tables.ts'

const NONE: ReadonlySet<RecordId> = new Set()
/** Eight values each, well below both engines' bound of parameters. */
const ROWS_AT_ONCE = 200

const recordById = compileOnce((db, { id }: { id: string }) =>
  db.selectFrom('record').select(['seq', 'bucket', 'state']).where('id', '=', id),
)
const headsOf = compileOnce((db, { buckets }: { buckets: readonly string[] }) =>
  db.selectFrom('bucket').select(['id', 'head']).where('id', 'in', buckets),
)
type Place = { bucket: string; seq: number; limit: number }
const linesAfter = compileOnce((db, { bucket, seq, limit }: Place) =>
  db
    .selectFrom('record')
    .select(['seq', 'state', 'changes'])
    .where('bucket', '=', bucket)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit),
)

export function kyselyRecordBook(db: Kysely<Tables>, dialect: SqlDialect): RecordBook {
  /** Records of this write that exist, and that nobody else can change before it ends. */
  const held = new Map<string, Held>()
  const get = async (id: RecordId) => {
    const [row] = await recordById(db, { id })
    return row && toRecord(row)
  }
  return {
    get,
    async getSettled(id) {
      const found = await get(id)
      if (found) return found
      await dialect.holdAbsence(db, id)
      return get(id)
    },
    willMake: (ids) => dialect.holdMaking(db, ids),
    find: async (ids) => toRecords(await findRows(db, ids, false)),
    async hold(ids) {
      const found = await findRows(db, ids, dialect.holdsRows)
      const records = toRecords(found)
      for (const { id, state, seq, changes } of found) {
        const { f = {} } = records.get(recordId(id))?.state ?? {}
        held.set(id, { f, seq, changes, part: partOf(state) })
      }
      return records
    },
    async stamp(dispositif, states, { mingled = NONE, beside } = {}) {
      const byBucket = groupByBucket(states)
      const changes = [...byBucket].map(([id, group]) => changeOf(id, group, held, mingled))
      const rows = changes.flatMap(({ lines }) =>
        lines.map(({ state, line }, index) => ({
          ...toRow(state, line),
          before: lines.length - 1 - index,
          // A mingled record moves without a word changed, and its places tell nothing.
          changes: mingled.has(state.id) ? null : changesOf(state, held.get(state.id)),
        })),
      )
      // In one breath, and in this order: what is written takes its sequences from the counters just raised.
      const [heads] = await together([
        raiseHeads(db, dispositif, changes),
        addRecords(
          db,
          rows.filter(({ id }) => !held.has(id)),
        ),
        changeRecords(
          db,
          rows.filter(({ id }) => held.has(id)),
        ),
        beside?.(new Map(rows.map(({ id, bucket, before }) => [id, { bucket, before }]))),
      ])
      return new Map(rows.map(({ id, bucket, before }) => [id, (heads.get(bucket) ?? 0) - before]))
    },
    hidePlaces: (records) => dialect.hidePlaces(db, records),
    async heads(buckets) {
      if (buckets.length === 0) return new Map()
      const rows = await headsOf(db, { buckets })
      return new Map(rows.map((row) => [row.id as BucketId, row.head]))
    },
    async sums(buckets) {
      if (buckets.length === 0) return new Map()
      const rows = await db
        .selectFrom('bucket')
        .select(['id', 'head', 'row_count', 'line_sum'])
        .where('id', 'in', [...buckets])
        .execute()
      return new Map(
        rows.map((row) => [
          row.id as BucketId,
          { head: row.head, rows: row.row_count, sum: row.line_sum },
        ]),
      )
    },
    async changedAfter(bucket, seq, limit) {
      const rows = await linesAfter(db, { bucket, seq, limit })
      return rows.map(({ seq, state, changes }) => {
        return { seq, line: state, changes: readChanges(changes) }
      })
    },
    async all() {
      const rows = await db
        .selectFrom('record')
        .select(['seq', 'bucket', 'state'])
        .orderBy('id')
        .execute()
      return rows.map(toRecord)
    },
  }
}

const recordsIn = (db: Kysely<Tables>, { ids }: { ids: readonly string[] }) =>
  db
    .selectFrom('record')
    .select(['id', 'seq', 'bucket', 'state', 'changes'])
    .where('id', 'in', ids)
    .orderBy('id')
const recordsNamed = compileOnce(recordsIn)
const recordsHeld = compileOnce((db, ids: { ids: readonly string[] }) =>
  recordsIn(db, ids).forNoKeyUpdate(),
)

/** In the order of their ids, so that two writers that hold the same ones never wait on each other. */
async function findRows(db: Kysely<Tables>, ids: readonly RecordId[], holding: boolean) {
  const found: Pick<Tables['record'], 'id' | 'seq' | 'bucket' | 'state' | 'changes'>[] = []
  const sorted = [...new Set(ids)].sort()
  for (let at = 0; at < sorted.length; at += ROWS_AT_ONCE) {
    const some = { ids: sorted.slice(at, at + ROWS_AT_ONCE) }
    found.push(...(await (holding ? recordsHeld : recordsNamed)(db, some)))
  }
  return found
}

function toRecords(rows: Awaited<ReturnType<typeof findRows>>): Map<RecordId, StoredRecord> {
  return new Map(rows.map((row) => [recordId(row.id), toRecord(row)]))
}

/** What a record was when this write began. */
interface Held extends Pick<RecordState, 'f'> {
  readonly seq: number
  readonly changes: string | null
  /** In the sum of its bucket. */
  readonly part: number
}

/** The last changes of a record, this one included; a new one has none. */
function changesOf({ f }: RecordState, before: Held | undefined): string | null {
  if (!before) return null
  const names = Object.keys(f).filter((name) => f[name] !== before.f[name])
  return JSON.stringify(withChange(readChanges(before.changes), before.seq, names))
}

function readChanges(changes: string | null): RecentChanges {
  return changes === null ? [] : JSON.parse(changes)
}

/** What a write does to a bucket: its new lines, and what they change in its count and sum. */
function changeOf(
  id: BucketId,
  states: readonly RecordState[],
  held: ReadonlyMap<string, Held>,
  mingled: ReadonlySet<RecordId>,
) {
  const lines = states.map((state) => ({ state, line: packRecord(state) }))
  const sum = lines.reduce(
    (before, { state, line }) => shiftSum(before, partOf(line), held.get(state.id)?.part),
    0,
  )
  const quiet = states.filter((state) => mingled.has(state.id)).length
  const gap = quiet === states.length ? 0 : Math.max(0, drawGap(id) - quiet)
  return { id, lines, gap, rows: lines.filter(({ state }) => !held.has(state.id)).length, sum }
}

/** Mean of the numbers left out at each write of such a bucket. */
const MEAN_GAP = 16

/**
 * Numbers left out before a write. Were sequences taken one by one, the ranks missing between two
 * signed operations, whose hours are known, would tell when something came without a name. Drawn
 * without memory (an exponential law), so that one gap or two look the same. The other buckets hold
 * nothing anonymous and count by one.
 */
function drawGap(bucket: BucketId): number {
  const bucketClass = parseBucketId(bucket)?.bucketClass
  if (bucketClass !== 'events' && bucketClass !== 'figures') return 0
  return Math.floor(-MEAN_GAP * Math.log((randomInt(2 ** 32) + 1) / 2 ** 32))
}

function partOf(line: string): number {
  return lineSum(createHash('sha256').update(line).digest('hex'))
}

function groupByBucket(states: readonly RecordState[]): Map<BucketId, RecordState[]> {
  const groups = new Map<BucketId, RecordState[]>()
  for (const state of states) {
    const group = groups.get(state.bucket)
    if (group) group.push(state)
    else groups.set(state.bucket, [state])
  }
  return groups
}

function toRecord(row: { seq: number; bucket: string; state: string }): StoredRecord {
  const packed = readPacked(row.state)
  if (!packed) throw new Error(`A record of ${row.bucket} does not read: sequence ${row.seq}`)
  return { seq: row.seq, state: recordOf(packed, row.bucket as BucketId) }
}
