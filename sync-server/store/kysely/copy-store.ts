import { type Kysely, sql } from 'kysely'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import { differencesWithLog } from '../../sync/replay.ts'
import { copyTables, digestTables, isEmpty, type TableDigest } from './copy-tables.ts'
import { kyselySession } from './kysely-session.ts'
import type { OpenDatabase } from './sql-dialect.ts'
import type { Tables } from './tables.ts'

export type CopyFault =
  /** The target holds something: a copy never mixes with it. */
  | { kind: 'not-empty' }
  /** A table that is not the same on both sides after the copy. */
  | { kind: 'table-differs'; table: string }
  /** Records that the log copied does not give back. */
  | { kind: 'records-differ'; count: number }

/**
 * Copies a whole store to another, empty one, and proves it before it commits: every table has the
 * same rows by count and digest (so each bucket has its counter and its records, and the server its
 * epoch and its key), and the records of the copy are the replay of the log of the copy. On a fault
 * the target is left as it was. Nobody may write in the source meanwhile, which stays as it is.
 */
export async function copyStore(
  from: OpenDatabase,
  to: OpenDatabase,
  onTable: (table: string, rows: number) => void,
): Promise<Result<readonly TableDigest[], CopyFault>> {
  if (!(await isEmpty(to.db))) return fail({ kind: 'not-empty' })
  return inside(from, async (source) => {
    await from.dialect.holdAll(source)
    return inside(to, async (target, keep) => {
      await copyTables(source, { ...to, db: target }, onTable)
      const copied = await digestTables(target)
      const original = await digestTables(source)
      const differing = original.find(({ sha256 }, index) => copied[index]?.sha256 !== sha256)
      if (differing) return fail({ kind: 'table-differs', table: differing.table })
      const differences = await differencesWithLog(kyselySession(target, to.dialect))
      if (differences.length > 0) return fail({ kind: 'records-differ', count: differences.length })
      await keep()
      return ok(copied)
    })
  })
}

/** One transaction on one connection, undone unless its work says to keep it. */
async function inside<T>(
  { db, dialect }: OpenDatabase,
  work: (connection: Kysely<Tables>, keep: () => Promise<void>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql.raw(dialect.beginCopy).execute(connection)
    let kept = false
    try {
      return await work(connection, async () => {
        await sql`commit`.execute(connection)
        kept = true
      })
    } finally {
      if (!kept) await sql`rollback`.execute(connection)
    }
  })
}
