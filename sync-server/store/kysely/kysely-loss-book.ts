import type { Kysely } from 'kysely'
import type { LossBook } from '../loss-book.ts'
import { compileOnce } from './compile-once.ts'
import type { Tables } from './tables.ts'

const ROWS_AT_ONCE = 200

const missingOf = compileOnce((db, { device }: { device: string }) =>
  db
    .selectFrom('lost_number')
    .select('n')
    .where('device', '=', device)
    .where('found_at', 'is', null)
    .orderBy('n'),
)

export function kyselyLossBook(db: Kysely<Tables>): LossBook {
  return {
    async note(device, numbers, noticedAt) {
      for (let at = 0; at < numbers.length; at += ROWS_AT_ONCE) {
        const rows = numbers
          .slice(at, at + ROWS_AT_ONCE)
          .map((n) => ({ device, n, noticed_at: noticedAt, found_at: null }))
        await db.insertInto('lost_number').values(rows).execute()
      }
    },
    async missing(device) {
      const rows = await missingOf(db, { device })
      return rows.map(({ n }) => n)
    },
    async found(device, n, foundAt) {
      await db
        .updateTable('lost_number')
        .set({ found_at: foundAt })
        .where('device', '=', device)
        .where('n', '=', n)
        .execute()
    },
  }
}
