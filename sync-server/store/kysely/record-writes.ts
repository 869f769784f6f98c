/*
 * The statements that end a write, all asked in one breath: the counters of its buckets are raised, then
 * each row takes its sequence from them, inside the database. So a counter is held while the database works,
 * and never while an answer goes to the server's process and back (docs/adr/024).
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DispositifId } from '#domain/shared/ids.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import { SUM_REACH } from '#protocol/line-sum.ts'
import type { RecordState } from '#protocol/merge.ts'
import { inPieces } from '../together.ts'
import { compileOnce } from './compile-once.ts'
import type { Tables } from './tables.ts'

/** Nine values each, well below both engines' bound of parameters. */
const ROWS_AT_ONCE = 200

const raise = compileOnce((db, { rows }: { rows: readonly Tables['bucket'][] }) =>
  db
    .insertInto('bucket')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        head: sql`bucket.head + excluded.head`,
        row_count: sql`bucket.row_count + excluded.row_count`,
        line_sum: sql`(bucket.line_sum + excluded.line_sum) % ${sql.lit(SUM_REACH)}`,
      }),
    )
    .returning(['id', 'head']),
)

/** What a write does to a bucket: lines written, numbers left out before them, lines added, their sum. */
interface Change {
  readonly id: BucketId
  readonly lines: readonly unknown[]
  readonly gap: number
  readonly rows: number
  readonly sum: number
}

/** All counters at once, in the order of their names, so that two writers never wait on each other. */
export async function raiseHeads(
  db: Kysely<Tables>,
  dispositif: DispositifId,
  changes: readonly Change[],
): Promise<Map<BucketId, number>> {
  const rows = changes
    .map(({ id, lines, gap, rows: row_count, sum: line_sum }) => {
      return { id, dispositif, head: lines.length + gap, row_count, line_sum }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (rows.length === 0) return new Map()
  const raised = await raise(db, { rows })
  return new Map(raised.map(({ id, head }) => [id as BucketId, head]))
}

/** The sequence so many before the head of a bucket; null for a bucket that is none. */
export function sequenceAt(bucket: string, before: number): RawBuilder<number> {
  return sql<number>`(select head from bucket where id = ${bucket}) - ${before}`
}

type Row = ReturnType<typeof toRow> &
  Pick<Tables['record'], 'changes'> & { readonly before: number }

const insert = (db: Kysely<Tables>, { rows }: { rows: readonly Row[] }) =>
  db
    .insertInto('record')
    .values(rows.map(({ before, ...row }) => ({ ...row, seq: sequenceAt(row.bucket, before) })))
const add = compileOnce(insert)
const change = compileOnce((db, rows: { rows: readonly Row[] }) =>
  insert(db, rows).onConflict((conflict) =>
    conflict.column('id').doUpdateSet(({ ref }) => ({
      bucket: ref('excluded.bucket'),
      seq: ref('excluded.seq'),
      type: ref('excluded.type'),
      state: ref('excluded.state'),
      deleted: ref('excluded.deleted'),
      changes: ref('excluded.changes'),
    })),
  ),
)

/**
 * Plain inserts: when another process made one of them since `hold`, the write is refused and begun
 * again, rather than overwriting what it had not seen.
 */
export function addRecords(db: Kysely<Tables>, rows: readonly Row[]): Promise<void> {
  return inPieces(rows, ROWS_AT_ONCE, (some) => add(db, { rows: some }))
}

export function changeRecords(db: Kysely<Tables>, rows: readonly Row[]): Promise<void> {
  return inPieces(rows, ROWS_AT_ONCE, (some) => change(db, { rows: some }))
}

/** A record but its sequence and its changes. */
export function toRow(state: RecordState, line: string) {
  return {
    id: state.id,
    bucket: state.bucket,
    type: state.type,
    state: line,
    deleted: state.deleted ? 1 : 0,
  }
}
