import { existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import type { SqliteDatabase } from 'kysely'

/** What both drivers give of a prepared statement. */
interface Statement {
  all(...values: unknown[]): unknown[]
  iterate(...values: unknown[]): IterableIterator<unknown>
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  columns(): readonly unknown[]
}

interface Driver {
  prepare(sql: string): Statement
  exec(sql: string): void
  close(): void
}

type OpenDriver = new (path: string) => Driver

/** Below it, the reset of the write-ahead log could corrupt the file (docs/sync.md §1). */
const OLDEST_SQLITE = [3, 51, 3] as const
const KEPT_STATEMENTS = 300
/** The last eight bits of every code that says the disk refused (sqlite.org/rescode.html). */
const SQLITE_IOERR = 10

export class SqliteTooOld extends Error {
  constructor(version: string) {
    super(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`)
    this.name = 'SqliteTooOld'
  }
}

export class DamagedFile extends Error {
  constructor(detail: string) {
    super(`The data file is damaged: ${detail}`)
    this.name = 'DamagedFile'
  }
}

/** The disk would not give a page: whether the file is damaged is not known. */
export class UnreadableDisk extends Error {
  constructor(detail: string) {
    super(`disk I/O error: ${detail}`)
    this.name = 'UnreadableDisk'
  }
}

/** Throws unless a check of the whole file ended with `ok` (sqlite.org/pragma.html#pragma_quick_check). */
function expectSound(answer: string | undefined): void {
  if (answer === 'ok') return
  const [, code] = /error code=(\d+)/.exec(answer ?? '') ?? []
  if (Number(code) % 256 === SQLITE_IOERR) throw new UnreadableDisk(answer ?? '')
  throw new DamagedFile(answer ?? 'no answer')
}

/**
 * Opens the data file with Node's own SQLite when this Node has one recent enough, else with the
 * prebuilt package of the same interface, checks the file whole, and sets what durability needs.
 */
export async function openSqlite(
  path: string,
): Promise<{ database: SqliteDatabase; name: string }> {
  const { open, name } = await findDriver()
  const unlock = lockOut(open, `${path}.lock`)
  const driver = new open(path)
  try {
    // Without FULL, a power cut lost acknowledged pushes in 113 of 120 runs (security.md D8).
    for (const setting of [
      'busy_timeout = 5000',
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
      'trusted_schema = OFF',
      'secure_delete = ON',
      // Else what a write sets aside goes in clear to /tmp, and none is made where that is read-only.
      'temp_store = MEMORY',
    ]) {
      driver.exec(`pragma ${setting}`)
    }
    const [check] = driver.prepare('pragma quick_check(1)').all() as { quick_check?: string }[]
    expectSound(check?.quick_check)
  } catch (error) {
    driver.close()
    unlock()
    throw error
  }
  const close = () => {
    // The packaged driver has no way to end a statement, so the engine cannot tidy up by itself.
    driver.exec('pragma wal_checkpoint(TRUNCATE)')
    driver.close()
    unlock()
  }
  return { database: adapt(driver, close), name }
}

/** What a second process may do beside the one that owns the data file. */
export interface SqliteReader {
  readonly database: SqliteDatabase
  readonly name: string
  /** Faults found by a whole check of the file, in the engine's words; empty when it is sound. */
  integrityFaults(): readonly string[]
  /** Writes the data as they are at this moment to a new file, compact and without a log beside. */
  copyTo(path: string): void
}

/**
 * Opens the data file beside its owner, to read it: WAL gives a reader one moment of the data and
 * never makes the writer wait. Takes no lock and changes no page, so it works whether a server runs
 * or not (ADR 020). Rejects on a file that is not there.
 */
export async function openSqliteReader(path: string): Promise<SqliteReader> {
  await access(path)
  const { open, name } = await findDriver()
  const driver = new open(path)
  try {
    for (const setting of ['busy_timeout = 5000', 'trusted_schema = OFF', 'query_only = ON']) {
      driver.exec(`pragma ${setting}`)
    }
    driver.prepare('select count(*) from sqlite_schema').all()
  } catch (error) {
    driver.close()
    throw error
  }
  return {
    database: adapt(driver, () => driver.close()),
    name,
    integrityFaults() {
      try {
        const rows = driver.prepare('pragma integrity_check(20)').all() as {
          integrity_check: string
        }[]
        return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
      } catch (error) {
        // A page broken enough stops the check itself, which is an answer too.
        return [error instanceof Error ? error.message : String(error)]
      }
    },
    copyTo(copy) {
      // The engine counts the new file as a write, though not a page of this one changes.
      driver.exec('pragma query_only = OFF')
      driver.prepare('vacuum into ?').run(copy)
      driver.exec('pragma query_only = ON')
    },
  }
}

/**
 * Makes this process the owner of a data file that no server has open, and empties its log into it,
 * so that the one file is the whole of the data. A damaged file is left as it is. Rejects when
 * another process owns it; gives what lets it go.
 */
export async function ownDataFile(path: string): Promise<() => void> {
  const { open } = await findDriver()
  const unlock = lockOut(open, `${path}.lock`)
  if (!existsSync(path)) return unlock
  const driver = new open(path)
  try {
    driver.exec('pragma wal_checkpoint(TRUNCATE)')
  } catch {
    // Damaged: whoever replaces it keeps all its files aside, log included.
  } finally {
    driver.close()
  }
  return unlock
}

/** Holds a lock between processes, dropped by the system with the process. Rejects when it is taken. */
export async function holdLock(path: string): Promise<() => void> {
  const { open } = await findDriver()
  return lockOut(open, path)
}

async function findDriver(): Promise<{ open: OpenDriver; name: string }> {
  const builtIn = process.getBuiltinModule?.('node:sqlite') as
    | { DatabaseSync: OpenDriver }
    | undefined
  if (builtIn) {
    const version = sqliteVersion(builtIn.DatabaseSync)
    if (isRecent(version)) return { open: builtIn.DatabaseSync, name: `node:sqlite ${version}` }
  }
  const packaged = (await import('@photostructure/sqlite')) as unknown as {
    DatabaseSync: OpenDriver
  }
  const version = sqliteVersion(packaged.DatabaseSync)
  if (!isRecent(version)) throw new SqliteTooOld(version)
  return { open: packaged.DatabaseSync, name: `@photostructure/sqlite ${version}` }
}

function sqliteVersion(open: OpenDriver): string {
  const memory = new open(':memory:')
  const [row] = memory.prepare('select sqlite_version() as version').all() as { version: string }[]
  memory.close()
  return row?.version ?? '0'
}

function isRecent(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part !== oldest) return part > oldest
  }
  return true
}

/** The shape Kysely expects, with prepared statements kept: a push runs the same few ones. */
function adapt(driver: Driver, close: () => void): SqliteDatabase {
  const kept = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    close,
    prepare(sql) {
      const known = kept.get(sql)
      if (known) return known
      const statement = driver.prepare(sql)
      const prepared = {
        reader: statement.columns().length > 0,
        all: (values: readonly unknown[]) => statement.all(...values),
        iterate: (values: readonly unknown[]) => statement.iterate(...values),
        run: (values: readonly unknown[]) => statement.run(...values),
      }
      if (kept.size >= KEPT_STATEMENTS) kept.clear()
      kept.set(sql, prepared)
      return prepared
    },
  }
}

/**
 * Makes this process the only one on the data file, until `unlock` or its end, however brutal: the
 * system drops the lock with the process. A second server is refused, not interleaved.
 */
function lockOut(open: OpenDriver, path: string): () => void {
  const lock = new open(path)
  try {
    lock.exec('pragma busy_timeout = 500')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw error
  }
  return () => lock.close()
}
