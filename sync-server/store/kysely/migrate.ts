import { randomBytes, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { FIRST_TABLES } from './first-tables.ts'
import type { SchemaStep, SqlDialect } from './sql-dialect.ts'
import type { Tables } from './tables.ts'

/** One list of steps by version, for both databases; a version once published never changes. */
const VERSIONS: readonly (readonly SchemaStep[])[] = [FIRST_TABLES]

const META: SchemaStep =
  'create table if not exists meta (key text primary key, value text not null) strict'

/**
 * Brings the schema to the present version, each step in its transaction. Rejects on a database
 * written by a newer Escale: reading it with older rules could lose what they do not know.
 */
export async function migrate(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await run(db, dialect, META)
  const from = await schemaOf(db)
  if (from > VERSIONS.length) throw new NewerSchema(from)
  for (const [index, steps] of VERSIONS.entries()) {
    if (index < from) continue
    await db.transaction().execute(async (transaction) => {
      for (const step of steps) await run(transaction, dialect, step)
      await transaction
        .insertInto('meta')
        .values({ key: 'schema', value: String(index + 1) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(index + 1) }))
        .execute()
    })
  }
  await db
    .insertInto('meta')
    .values([
      { key: 'epoch', value: randomUUID() },
      { key: 'server-key', value: randomBytes(32).toString('base64url') },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function run(db: Kysely<Tables>, dialect: SqlDialect, step: SchemaStep): Promise<void> {
  for (const statement of dialect.schema(step)) await sql.raw(statement).execute(db)
}

/** Rejects with `NewerSchema` or `OlderSchema` unless the database is of the present version. */
export async function expectPresentSchema(db: Kysely<Tables>): Promise<void> {
  const version = await schemaOf(db)
  if (version > VERSIONS.length) throw new NewerSchema(version)
  if (version < VERSIONS.length) throw new OlderSchema(version)
}

async function schemaOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'schema')
    .executeTakeFirst()
  return Number(row?.value ?? 0)
}

export class NewerSchema extends Error {
  constructor(version: number) {
    super(`The data file has schema ${version}, newer than this server`)
    this.name = 'NewerSchema'
  }
}

export class OlderSchema extends Error {
  constructor(version: number) {
    super(`The data file has schema ${version}, older than this server`)
    this.name = 'OlderSchema'
  }
}
