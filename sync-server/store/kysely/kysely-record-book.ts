import { type Kysely, sql } from 'kysely'
import type { DispositifId, RecordId } from '#domain/shared/ids.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { RecordState } from '#protocol/merge.ts'
import type { RecordBook, StoredRecord } from '../record-book.ts'
import type { Tables } from './tables.ts'

export function kyselyRecordBook(db: Kysely<Tables>): RecordBook {
  return {
    async get(id) {
      const row = await db
        .selectFrom('record')
        .select(['seq', 'state'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toRecord(row)
    },
    async stamp(dispositif, states) {
      const seqs = new Map<RecordId, number>()
      const byBucket = groupByBucket(states)
      // Always in the same order, so that two writers of another engine never wait on each other.
      for (const bucket of [...byBucket.keys()].sort()) {
        const group = byBucket.get(bucket) ?? []
        const head = await raiseHead(db, dispositif, bucket, group.length)
        for (const [index, state] of group.entries()) {
          const seq = head - group.length + index + 1
          await writeRecord(db, state, seq)
          seqs.set(state.id, seq)
        }
      }
      return seqs
    },
    async heads(buckets) {
      if (buckets.length === 0) return new Map()
      const rows = await db
        .selectFrom('bucket')
        .select(['id', 'head'])
        .where('id', 'in', [...buckets])
        .execute()
      return new Map(rows.map((row) => [row.id as BucketId, row.head]))
    },
    async changedAfter(bucket, seq, limit) {
      const rows = await db
        .selectFrom('record')
        .select(['seq', 'state'])
        .where('bucket', '=', bucket)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(toRecord)
    },
    async all() {
      const rows = await db.selectFrom('record').select(['seq', 'state']).orderBy('id').execute()
      return rows.map(toRecord)
    },
  }
}

async function raiseHead(
  db: Kysely<Tables>,
  dispositif: DispositifId,
  bucket: BucketId,
  by: number,
): Promise<number> {
  const { head } = await db
    .insertInto('bucket')
    .values({ id: bucket, dispositif, head: by })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ head: sql`bucket.head + ${by}` }))
    .returning('head')
    .executeTakeFirstOrThrow()
  return head
}

async function writeRecord(db: Kysely<Tables>, state: RecordState, seq: number): Promise<void> {
  const row = {
    bucket: state.bucket,
    seq,
    type: state.type,
    state: JSON.stringify(state),
    deleted: state.deleted ? 1 : 0,
  }
  await db
    .insertInto('record')
    .values({ id: state.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
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

function toRecord(row: { seq: number; state: string }): StoredRecord {
  return { seq: row.seq, state: JSON.parse(row.state) as RecordState }
}
