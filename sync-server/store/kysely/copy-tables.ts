import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { OpenDatabase } from './sql-dialect.ts'
import type { Tables } from './tables.ts'

/** Columns that name a row of each table, and the order of copy: a table after those it refers to. */
const KEYS: Readonly<Record<keyof Tables, readonly string[]>> = {
  meta: ['key'],
  dispositif: ['id'],
  site: ['id'],
  person: ['id'],
  person_site: ['person', 'site'],
  device: ['id'],
  credential: ['hash'],
  invitation: ['hash'],
  change_log: ['gseq'],
  lost_number: ['device', 'n'],
  bucket: ['id'],
  record: ['id'],
  quarantine: ['device', 'n'],
  blob: ['sha256'],
  announced_blob: ['sha256', 'device'],
  record_blob: ['sha256', 'record'],
  upload_day: ['device', 'day'],
  intake_key: ['id'],
  envelope: ['id'],
  mingled: ['record'],
  receipt: ['hash'],
}
const ROWS_AT_ONCE = 500

/** What a table holds: as many rows, and the same, have the same digest whatever the engine. */
export interface TableDigest {
  readonly table: keyof Tables
  readonly rows: number
  readonly sha256: string
}

type Row = Readonly<Record<string, unknown>>

/** True when there is nothing but the server's own facts, which a fresh database has already. */
export async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  for (const table of tables()) {
    if (table === 'meta') continue
    for await (const rows of pagesOf(db, table)) if (rows.length > 0) return false
  }
  return true
}

/** Copies every row of `from` into `to`, inside the transactions both are in. */
export async function copyTables(
  from: Kysely<Tables>,
  to: OpenDatabase,
  onTable: (table: string, rows: number) => void,
): Promise<void> {
  // The target made an epoch and a key of its own when it was opened: the copy brings the true ones.
  await to.db.deleteFrom('meta').execute()
  for (const table of tables()) {
    let copied = 0
    for await (const rows of pagesOf(from, table)) {
      // The columns are the same on both sides: that is what a schema of one description means.
      await to.db
        .insertInto(table)
        .values(rows as never)
        .execute()
      copied += rows.length
      onTable(table, copied)
    }
  }
  await to.dialect.renumber(to.db)
}

/** The digest of each table, read in the order of its key. */
export async function digestTables(db: Kysely<Tables>): Promise<readonly TableDigest[]> {
  const digests: TableDigest[] = []
  for (const table of tables()) {
    const hash = createHash('sha256')
    let count = 0
    for await (const rows of pagesOf(db, table)) {
      count += rows.length
      for (const row of rows) hash.update(textOf(row))
    }
    digests.push({ table, rows: count, sha256: hash.digest('hex') })
  }
  return digests
}

function tables(): readonly (keyof Tables)[] {
  // `Object.keys` forgets the names that the type above holds to the tables.
  return Object.keys(KEYS) as (keyof Tables)[]
}

async function* pagesOf(db: Kysely<Tables>, table: keyof Tables): AsyncGenerator<readonly Row[]> {
  const key = KEYS[table]
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let last: Row | undefined
  for (;;) {
    const after = last
      ? sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`
      : sql``
    const { rows } = await sql<Row>`select * from ${sql.table(table)} ${after}
      order by ${columns} limit ${sql.lit(ROWS_AT_ONCE)}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) return
    last = rows.at(-1)
  }
}

function textOf(row: Row): string {
  const columns = Object.keys(row).sort()
  return `${JSON.stringify(columns.map((column) => [column, row[column]]))}\n`
}
