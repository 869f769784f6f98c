import type { Kysely } from 'kysely'
import { deviceId } from '#domain/shared/ids.ts'
import type { Inventory } from '../inventory.ts'
import type { Tables } from './tables.ts'

export function kyselyInventory(db: Kysely<Tables>): Inventory {
  const count = async (table: 'dispositif' | 'site' | 'person' | 'record' | 'change_log') => {
    const { rows } = await db
      .selectFrom(table)
      .select((build) => build.fn.countAll<number | string>().as('rows'))
      .executeTakeFirstOrThrow()
    return Number(rows)
  }
  return {
    async counts() {
      const { waiting } = await db
        .selectFrom('quarantine')
        .select((build) => build.fn.countAll<number | string>().as('waiting'))
        .where('settled_at', 'is', null)
        .executeTakeFirstOrThrow()
      return {
        dispositifs: await count('dispositif'),
        sites: await count('site'),
        people: await count('person'),
        records: await count('record'),
        operations: await count('change_log'),
        quarantined: Number(waiting),
      }
    },
    async devices() {
      const rows = await db
        .selectFrom('device')
        .leftJoin('change_log', (join) =>
          join
            .onRef('change_log.device', '=', 'device.id')
            .onRef('change_log.n', '=', 'device.last_n'),
        )
        .select(['device.id', 'label', 'person', 'last_n', 'declared_n', 'revoked_at', 'first_n'])
        .select(['change_log.received_at', 'change_log.clock_skew'])
        .orderBy('device.created_at')
        .orderBy('device.id')
        .execute()
      return rows.map((row) => ({
        id: deviceId(row.id),
        label: row.label,
        isServer: row.person === null,
        lastN: row.last_n,
        firstN: row.first_n,
        declaredN: row.declared_n,
        revokedAt: row.revoked_at ?? undefined,
        lastReceivedAt: row.received_at ?? undefined,
        clockSkewMs: row.clock_skew ?? undefined,
      }))
    },
    async buckets() {
      const rows = await db.selectFrom('bucket').selectAll().orderBy('id').execute()
      return rows.map((row) => ({
        id: row.id,
        head: row.head,
        rows: row.row_count,
        sum: row.line_sum,
      }))
    },
    async places() {
      const rows = await db
        .selectFrom('record')
        .select(['id', 'bucket', 'seq', 'type', 'state', 'deleted'])
        .orderBy('bucket')
        .orderBy('seq')
        .execute()
      return rows.map(({ state: line, ...row }) => ({ ...row, line, deleted: row.deleted !== 0 }))
    },
    async photos() {
      const rows = await db
        .selectFrom('blob')
        .select(['sha256', 'size', 'mime', 'present_at'])
        .orderBy('sha256')
        .execute()
      return rows.map(({ present_at, ...row }) => ({ ...row, presentAt: present_at ?? undefined }))
    },
  }
}
