import type { Kysely } from 'kysely'
import { opIdParts } from '#protocol/op.ts'
import type { QuarantineShelf } from '../quarantine-shelf.ts'
import { toQuarantined } from './kysely-change-log.ts'
import type { Tables } from './tables.ts'

export function kyselyQuarantineShelf(db: Kysely<Tables>): QuarantineShelf {
  const entries = () =>
    db
      .selectFrom('change_log')
      .innerJoin('quarantine', (join) =>
        join
          .onRef('quarantine.device', '=', 'change_log.device')
          .onRef('quarantine.n', '=', 'change_log.n'),
      )
      .selectAll('change_log')

  return {
    async open(dispositif, limit) {
      const rows = await entries()
        .innerJoin('device', 'device.id', 'change_log.device')
        .where('device.dispositif', '=', dispositif)
        .where('quarantine.settled_at', 'is', null)
        .orderBy('change_log.gseq')
        .limit(limit)
        .execute()
      return rows.map(toQuarantined)
    },
    async entry(op) {
      const { device, n } = opIdParts(op)
      const row = await entries()
        .where('change_log.device', '=', device)
        .where('change_log.n', '=', n)
        .executeTakeFirst()
      return row && toQuarantined(row)
    },
    async settle(ops, at) {
      for (const op of ops) {
        const { device, n } = opIdParts(op)
        await db
          .updateTable('quarantine')
          .set({ settled_at: at })
          .where('device', '=', device)
          .where('n', '=', n)
          .where('settled_at', 'is', null)
          .execute()
      }
    },
  }
}
