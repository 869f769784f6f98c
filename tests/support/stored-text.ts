import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { StorePlace } from '#sync-server/store/open-store.ts'

/** Everything a store keeps, as one text to look for traces in: its files, or its rows. */
export async function storedText({ dataFolder, databaseUrl }: StorePlace): Promise<string> {
  return databaseUrl ? rowsOf(databaseUrl) : filesOf(dataFolder)
}

async function filesOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('escale.sqlite'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))
  return texts.join('')
}

async function rowsOf(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    const texts: string[] = []
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(kept)::text as row from ${client.escapeIdentifier(name)} as kept`,
      )
      texts.push(...rows.map(({ row }) => row))
    }
    return texts.join('\n')
  } finally {
    await client.end()
  }
}
