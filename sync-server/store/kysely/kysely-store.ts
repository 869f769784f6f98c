import { stat } from 'node:fs/promises'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { openSqlite, openSqliteReader } from '../sqlite-driver.ts'
import type { Store } from '../store.ts'
import { kyselySession } from './kysely-session.ts'
import { expectPresentSchema, migrate } from './migrate.ts'
import { type OpenDatabase, SQLITE } from './sql-dialect.ts'
import type { Tables } from './tables.ts'
import { writeTogether } from './write-together.ts'

/**
 * Opens the store of a data file, made when absent, and brings its schema up to date. Rejects with
 * `DamagedFile`, `SqliteTooOld`, `NewerSchema` or the driver's own error.
 */
export async function openKyselyStore(path: string): Promise<Store> {
  const { db, name } = await openSqliteDatabase(path)
  return {
    driver: name,
    read: (work) =>
      db.connection().execute((connection) => work(kyselySession(connection, SQLITE))),
    write: writeTogether(db, (connection) => kyselySession(connection, SQLITE)),
    // One writer at a time: whatever is in the log is complete.
    settledPosition: () =>
      db.connection().execute((connection) => kyselySession(connection, SQLITE).log.lastPosition()),
    async foldTrail() {
      await db.connection().execute((c) => sql`pragma wal_checkpoint(truncate)`.execute(c))
    },
    close: () => db.destroy(),
  }
}

/** The tables themselves, up to date: for the store, and for the copy of one to another. */
export async function openSqliteDatabase(path: string): Promise<OpenDatabase> {
  const { database, name } = await openSqlite(path)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  try {
    await migrate(db, SQLITE)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, name, dialect: SQLITE }
}

async function sizeOf(path: string): Promise<number> {
  // A log that is not there is one that was folded in.
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

/** The data as they are while the server runs, or not: whole moments to read, nothing to write. */
export interface StoreReader extends Pick<Store, 'driver' | 'read' | 'close'> {
  integrityFaults(): readonly string[]
  /** Writes the data as they are at this moment to a new SQLite file, whatever they lie in. */
  copyTo(path: string): Promise<void>
  /** What the data take, in bytes, what is not yet folded into them included. */
  bytes(): Promise<number>
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
    copyTo: async (copy) => copyTo(copy),
    bytes: async () => (await sizeOf(path)) + (await sizeOf(`${path}-wal`)),
    read: (work) =>
      db.connection().execute(async (connection) => {
        // Another process writes meanwhile: without a transaction, two queries see two moments.
        await sql`begin`.execute(connection)
        try {
          return await work(kyselySession(connection, SQLITE))
        } finally {
          await sql`rollback`.execute(connection)
        }
      }),
    close: () => db.destroy(),
  }
}
