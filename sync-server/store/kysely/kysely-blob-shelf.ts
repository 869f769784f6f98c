import type { Kysely } from 'kysely'
import type { BucketId } from '#domain/site/bucket.ts'
import type { BlobShelf } from '../blob-shelf.ts'
import { compileOnce } from './compile-once.ts'
import type { Tables } from './tables.ts'

const wanted = compileOnce((db, { device }: { device: string }) =>
  db
    .selectFrom('announced_blob')
    .innerJoin('blob', 'blob.sha256', 'announced_blob.sha256')
    .select('blob.sha256')
    .where('announced_blob.device', '=', device)
    .where(({ or, not, eb, exists, selectFrom }) =>
      or([
        eb('blob.present_at', 'is', null),
        not(
          exists(
            selectFrom('announced_blob as proved')
              .select('proved.device')
              .whereRef('proved.sha256', '=', 'announced_blob.sha256')
              .whereRef('proved.dispositif', '=', 'announced_blob.dispositif')
              .where('proved.proved_at', 'is not', null),
          ),
        ),
      ]),
    ),
)

type Expectation = { buckets: readonly string[]; device: string; limit: number }

const expected = compileOnce((db, { buckets, device, limit }: Expectation) =>
  db
    .selectFrom('blob')
    .innerJoin('record_blob', 'record_blob.sha256', 'blob.sha256')
    .select('blob.sha256')
    .distinct()
    .where('blob.present_at', 'is', null)
    .where('record_blob.bucket', 'in', buckets)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('announced_blob')
            .select('announced_blob.device')
            .whereRef('announced_blob.sha256', '=', 'blob.sha256')
            .where('announced_blob.device', '=', device),
        ),
      ),
    )
    .orderBy('blob.sha256')
    .limit(limit),
)

export function kyselyBlobShelf(db: Kysely<Tables>): BlobShelf {
  return {
    async announce({ sha256, size, mime, device, dispositif }) {
      await db
        .insertInto('announced_blob')
        .values({ sha256, device, dispositif, size, mime, proved_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await db
        .insertInto('blob')
        .values({ sha256, size, mime, present_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async link(sha256, record, bucket) {
      await db
        .insertInto('record_blob')
        .values({ sha256, record, bucket })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async announced(sha256, dispositif) {
      return db
        .selectFrom('announced_blob')
        .select(['sha256', 'size', 'mime'])
        .where('sha256', '=', sha256)
        .where('dispositif', '=', dispositif)
        .executeTakeFirst()
    },
    async wantedFrom(device) {
      const rows = await wanted(db, { device })
      return rows.map((row) => row.sha256)
    },
    async expectedIn(buckets, device, limit) {
      if (buckets.length === 0) return []
      const rows = await expected(db, { buckets, device, limit })
      return rows.map((row) => row.sha256)
    },
    async spend(device, day, bytes) {
      const { spent } = await db
        .insertInto('upload_day')
        .values({ device, day, bytes })
        .onConflict((conflict) =>
          conflict
            .columns(['device', 'day'])
            .doUpdateSet((row) => ({ bytes: row('upload_day.bytes', '+', bytes) })),
        )
        .returning('bytes as spent')
        .executeTakeFirstOrThrow()
      return spent
    },
    async markPresent({ sha256, dispositif, mime, at }) {
      await db
        .updateTable('announced_blob')
        .set({ proved_at: at })
        .where('sha256', '=', sha256)
        .where('dispositif', '=', dispositif)
        .execute()
      await db
        .updateTable('blob')
        .set({ mime, present_at: at })
        .where('sha256', '=', sha256)
        .execute()
    },
    async markAbsent(sha256) {
      await db.updateTable('blob').set({ present_at: null }).where('sha256', '=', sha256).execute()
    },
    async present(sha256, dispositif) {
      return db
        .selectFrom('blob')
        .innerJoin('announced_blob', 'announced_blob.sha256', 'blob.sha256')
        .select(['blob.sha256', 'blob.size', 'blob.mime'])
        .where('blob.sha256', '=', sha256)
        .where('blob.present_at', 'is not', null)
        .where('announced_blob.dispositif', '=', dispositif)
        .where('announced_blob.proved_at', 'is not', null)
        .executeTakeFirst()
    },
    async bucketsNaming(sha256) {
      const rows = await db
        .selectFrom('record_blob')
        .select('bucket')
        .distinct()
        .where('sha256', '=', sha256)
        .execute()
      return rows.map((row) => row.bucket as BucketId)
    },
  }
}
