import type { Kysely, Selectable } from 'kysely'
import { recordId, siteId } from '#domain/shared/ids.ts'
import type { IntakeBox, IntakeKey } from '../intake-box.ts'
import { compileOnce } from './compile-once.ts'
import type { Tables } from './tables.ts'

const mingledOf = compileOnce((db, { buckets }: { buckets: readonly string[] }) =>
  db
    .selectFrom('mingled')
    .select(['record', 'until'])
    .where('bucket', 'in', buckets)
    .orderBy('record'),
)

export function kyselyIntakeBox(db: Kysely<Tables>): IntakeBox {
  return {
    async addKey({ id, site, publicKey, privateKey, createdAt }) {
      await db
        .insertInto('intake_key')
        .values({
          id,
          site,
          public_key: publicKey,
          private_key: privateKey,
          created_at: createdAt,
        })
        .execute()
    },
    async key(id) {
      const row = await db
        .selectFrom('intake_key')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toKey(row)
    },
    async currentKey(site) {
      const row = await db
        .selectFrom('intake_key')
        .selectAll()
        .where('site', '=', site)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .executeTakeFirst()
      return row && toKey(row)
    },
    async filedOn(envelope) {
      const row = await db
        .selectFrom('envelope')
        .select('filed_on')
        .where('id', '=', envelope)
        .executeTakeFirst()
      return row?.filed_on
    },
    async markFiled(envelope, day) {
      await db.insertInto('envelope').values({ id: envelope, filed_on: day }).execute()
    },
    async mingle(records) {
      if (records.length === 0) return
      await db
        .insertInto('mingled')
        .values([...records])
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async mingledIn(buckets, now) {
      if (buckets.length === 0) return []
      const rows = await mingledOf(db, { buckets })
      if (rows.some(({ until }) => until <= now)) {
        await db.deleteFrom('mingled').where('until', '<=', now).execute()
      }
      return rows.filter(({ until }) => until > now).map(({ record }) => recordId(record))
    },
    async addReceipt({ hash, site, event }) {
      await db
        .insertInto('receipt')
        .values({ hash, site, event })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async eventOfReceipt(hash, site) {
      const row = await db
        .selectFrom('receipt')
        .select('event')
        .where('hash', '=', hash)
        .where('site', '=', site)
        .executeTakeFirst()
      return row && recordId(row.event)
    },
  }
}

function toKey(row: Selectable<Tables['intake_key']>): IntakeKey {
  return {
    id: row.id,
    site: siteId(row.site),
    publicKey: row.public_key,
    privateKey: row.private_key,
  }
}
