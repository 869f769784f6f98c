/*
 * The store on PostgreSQL, shared by several processes. What keeps writers apart, in the order it is
 * taken, the same for all (docs/adr/021):
 *
 * 1. the row of the device: its pushes are serial, whichever process receives them;
 * 2. the names of the publications it makes: who reads one that is not there waits for it;
 * 3. the rows of the records to be merged, by id: nobody writes between a read and its write;
 * 4. the counters of the buckets, by name, last: a row lock held to the commit, so that sequences
 *    appear in commit order and a reader with a cursor misses no row (docs/sync.md 2.10).
 *
 * A record made by two processes at once meets its primary key: the second write is begun again.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { openPostgres } from '../postgres-driver.ts'
import type { Store } from '../store.ts'
import { copyTables, digestTables } from './copy-tables.ts'
import { kyselySession } from './kysely-session.ts'
import { openSqliteDatabase, type StoreReader } from './kysely-store.ts'
import { expectPresentSchema, migrate } from './migrate.ts'
import { onConnection } from './on-connection.ts'
import { type OpenDatabase, POSTGRES } from './sql-dialect.ts'
import type { Tables } from './tables.ts'

/** Any number that no other program of the database takes for its own lock: « escale » in letters. */
const MIGRATION_LOCK = 0x65_73_63_61
const WRITE = 'begin isolation level read committed, read write'
const READ = 'begin isolation level repeatable read, read only'
const TRIES = 6
/**
 * Two writers met, and one must begin again: serialization failure, deadlock, the same key twice, a
 * lock not had in time.
 */
const BEGIN_AGAIN = new Set(['40001', '40P01', '23505', '55P03'])

/**
 * Opens the store of a database (`postgres://…`) and brings its schema up to date; of several
 * processes that start at once, one does. Rejects with `PostgresUnusable`, `NewerSchema` or the driver's
 * own error.
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const { db, pool, name } = await openPool(url)
  return {
    driver: name,
    read: (work) => reading(pool, (connection) => work(kyselySession(connection, POSTGRES))),
    write: (work) =>
      beginningAgain(() =>
        writing(pool, WRITE, (connection, endsHere) =>
          work(kyselySession(connection, POSTGRES, endsHere)),
        ),
      ),
    // Its own log is the administrator's to keep: ADR 034 says what it shows.
    foldTrail: async () => {},
    settledPosition: () =>
      writing(pool, 'begin', async (connection) => {
        // Waits for every writer that has taken a position, and keeps others from taking one.
        await sql`lock table change_log in share mode`.execute(connection)
        return kyselySession(connection, POSTGRES).log.lastPosition()
      }),
    close: () => db.destroy(),
  }
}

/** The tables themselves, up to date; `patient` lifts the bounds of time, for a whole copy. */
export async function openPostgresDatabase(
  url: string,
  options: { patient?: boolean } = {},
): Promise<OpenDatabase> {
  return openPool(url, options)
}

async function openPool(
  url: string,
  options: { patient?: boolean } = {},
): Promise<OpenDatabase & { readonly pool: pg.Pool }> {
  const { pool, name } = await openPostgres(url, options)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrateAlone(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, pool, name, dialect: POSTGRES }
}

/**
 * Opens a database to read it beside its servers. Rejects with `NewerSchema` or `OlderSchema` when it
 * is not of this version: a reader changes nothing, so it brings nothing up to date.
 */
export async function openPostgresReader(url: string): Promise<StoreReader> {
  const { pool, name } = await openPostgres(url, { patient: true })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await expectPresentSchema(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    driver: name,
    read: (work) => reading(pool, (connection) => work(kyselySession(connection, POSTGRES))),
    // Its pages are for its own tools to check (docs/operations.md).
    integrityFaults: () => [],
    copyTo: (path) => reading(pool, (source) => copyToFile(source, path)),
    bytes: async () => {
      const { rows } = await sql<{
        bytes: string
      }>`select pg_database_size(current_database()) as bytes`.execute(db)
      return Number(rows[0]?.bytes ?? 0)
    },
    close: () => db.destroy(),
  }
}

/** One moment of the database, row by row, while its servers write. Rejects when the copy is not the same. */
async function copyToFile(source: Kysely<Tables>, path: string): Promise<void> {
  const file = await openSqliteDatabase(path)
  try {
    await copyTables(source, file, () => undefined)
    const copied = await digestTables(file.db)
    const differing = (await digestTables(source)).find(
      ({ sha256 }, index) => copied[index]?.sha256 !== sha256,
    )
    if (differing) throw new Error(`The copy of ${differing.table} is not the same`)
  } finally {
    await file.db.destroy()
  }
}

/** Under a lock of the whole database: two servers started together must not both make a table. */
async function migrateAlone(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`.execute(connection)
    try {
      await migrate(connection, POSTGRES)
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK}::bigint)`.execute(connection)
    }
  })
}

/** One moment of the data. Its end tells nothing, so nobody waits for it: who comes next goes behind it. */
async function reading<T>(
  pool: pg.Pool,
  work: (connection: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const { db, begin } = onConnection(client)
  const begun = begin(READ)
  // Heard by the first query of the work, which tells the same.
  begun.catch(() => undefined)
  try {
    return await work(db)
  } finally {
    client.query('commit').catch(() => undefined)
    client.release()
  }
}

async function writing<T>(
  pool: pg.Pool,
  opening: string,
  work: (connection: Kysely<Tables>, endsHere: () => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const { db, begin, commit } = onConnection(client)
  const begun = begin(opening)
  begun.catch(() => undefined)
  let committed: Promise<unknown> | undefined
  try {
    const result = await work(db, () => {
      committed = commit()
      // Heard below; when the work itself fails, that is what is told.
      committed.catch(() => undefined)
    })
    await begun
    await (committed ?? commit())
    return result
  } catch (error) {
    // A connection that died took its transaction with it: the first error is the one to tell.
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** Runs a write again when it met another's; a fault that repeats is told after a few tries. */
async function beginningAgain<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write()
    } catch (error) {
      if (tries === TRIES || !BEGIN_AGAIN.has(sqlState(error))) throw error
      await wait(Math.random() * 20 * 2 ** tries)
    }
  }
}

function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
