import type { Kysely } from 'kysely'
import type { LossBook } from '../loss-book.ts'
import type { Tables } from './tables.ts'

const ROWS_AT_ONCE = 200

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
      const rows = await db
        .selectFrom('lost_number')
        .select('n')
        .where('device', '=', device)
        .where('found_at', 'is', null)
        .orderBy('n')
        .execute()
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
