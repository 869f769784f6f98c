import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Meta } from '../store.ts'
import { compileOnce } from './compile-once.ts'
import type { Tables } from './tables.ts'

const metaOf = compileOnce((db, { key }: { key: string }) =>
  db.selectFrom('meta').select('value').where('key', '=', key),
)

export function kyselyMeta(db: Kysely<Tables>): Meta {
  const find = (key: string) => metaOf(db, { key })
  const read = async (key: string) => {
    const [row] = await find(key)
    if (!row) throw new Error(`The data file has no ${key}`)
    return row.value
  }
  return {
    epoch: () => read('epoch'),
    async renewEpoch() {
      await db.updateTable('meta').set({ value: randomUUID() }).where('key', '=', 'epoch').execute()
    },
    serverKey: () => read('server-key'),
    isDemo: async () => (await find('demo')).length > 0,
    async markDemo() {
      await db
        .insertInto('meta')
        .values({ key: 'demo', value: 'yes' })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
  }
}
