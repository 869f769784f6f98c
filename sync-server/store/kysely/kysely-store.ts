import { randomUUID } from 'node:crypto'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { openSqlite, openSqliteReader } from '../sqlite-driver.ts'
import type { Meta, Session, Store } from '../store.ts'
import { kyselyBlobShelf } from './kysely-blob-shelf.ts'
import { kyselyChangeLog } from './kysely-change-log.ts'
import { kyselyDirectory } from './kysely-directory.ts'
import { kyselyIntakeBox } from './kysely-intake-box.ts'
import { kyselyInventory } from './kysely-inventory.ts'
import { kyselyLossBook } from './kysely-loss-book.ts'
import { kyselyRecordBook } from './kysely-record-book.ts'
import { expectPresentSchema, migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/**
 * Opens the store of a data file, made when absent, and brings its schema up to date. Rejects with
 * `DamagedFile`, `SqliteTooOld`, `NewerSchema` or the driver's own error.
 */
export async function openKyselyStore(path: string): Promise<Store> {
  const { database, name } = await openSqlite(path)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    driver: name,
    read: (work) => db.connection().execute((connection) => work(sessionOn(connection))),
    write: (work) =>
      db.connection().execute(async (connection) => {
        // The lock is taken at once, not at the first write: no reader is promoted in the middle.
        await sql`begin immediate`.execute(connection)
        try {
          const result = await work(sessionOn(connection))
          await sql`commit`.execute(connection)
          return result
        } catch (error) {
          await sql`rollback`.execute(connection)
          throw error
        }
      }),
    close: () => db.destroy(),
  }
}

/** The data as they are while the server runs, or not: whole moments to read, nothing to write. */
export interface StoreReader extends Pick<Store, 'driver' | 'read' | 'close'> {
  integrityFaults(): readonly string[]
  copyTo(path: string): void
}

/**
 * Opens a data file to read it beside the server. Rejects with `NewerSchema` or `OlderSchema` when it
 * is not of this version: a reader changes nothing, so it brings nothing up to date.
 */
export async function openKyselyReader(path: string): Promise<StoreReader> {
  const { database, name, integrityFaults, copyTo } = await openSqliteReader(path)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  try {
    await expectPresentSchema(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    driver: name,
    integrityFaults,
    copyTo,
    read: (work) =>
      db.connection().execute(async (connection) => {
        // Another process writes meanwhile: without a transaction, two queries see two moments.
        await sql`begin`.execute(connection)
        try {
          return await work(sessionOn(connection))
        } finally {
          await sql`rollback`.execute(connection)
        }
      }),
    close: () => db.destroy(),
  }
}

function sessionOn(db: Kysely<Tables>): Session {
  return {
    meta: kyselyMeta(db),
    directory: kyselyDirectory(db),
    log: kyselyChangeLog(db),
    losses: kyselyLossBook(db),
    records: kyselyRecordBook(db),
    blobs: kyselyBlobShelf(db),
    intake: kyselyIntakeBox(db),
    inventory: kyselyInventory(db),
  }
}

function kyselyMeta(db: Kysely<Tables>): Meta {
  const find = (key: string) =>
    db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  const read = async (key: string) => {
    const row = await find(key)
    if (!row) throw new Error(`The data file has no ${key}`)
    return row.value
  }
  return {
    epoch: () => read('epoch'),
    async renewEpoch() {
      await db.updateTable('meta').set({ value: randomUUID() }).where('key', '=', 'epoch').execute()
    },
    serverKey: () => read('server-key'),
    isDemo: async () => (await find('demo')) !== undefined,
    async markDemo() {
      await db
        .insertInto('meta')
        .values({ key: 'demo', value: 'yes' })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
  }
}
