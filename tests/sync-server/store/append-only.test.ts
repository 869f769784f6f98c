// @vitest-environment node
import { DatabaseSync } from '@photostructure/sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import { deviceId } from '#domain/shared/ids.ts'
import { type StorePlace, sqliteFile } from '#sync-server/store/open-store.ts'
import { buildLogEntry, foundStore } from '#tests/builders/build-stored.ts'
import { openTestStore } from '#tests/support/test-store.ts'

const TABLET = deviceId('tablet')

test.each(["update change_log set outcome = 'applied'", 'delete from change_log'])(
  'the database itself refuses « %s »',
  async (statement) => {
    const { store, place, remove } = await openTestStore()
    try {
      await foundStore(store, [TABLET])
      await store.write(({ log }) => log.append([buildLogEntry(TABLET, 1)]))
      await expect(runBeside(place, statement)).rejects.toThrow('append-only')
      expect(await store.read(({ log }) => log.ofDevice(TABLET, 1, 9))).toHaveLength(1)
    } finally {
      await remove()
    }
  },
)

async function runBeside({ dataFolder, databaseUrl }: StorePlace, statement: string) {
  if (!databaseUrl) {
    const database = new DatabaseSync(sqliteFile(dataFolder))
    try {
      database.exec(statement)
    } finally {
      database.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
