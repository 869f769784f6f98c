import { join } from 'node:path'
import { openKyselyStore, openSqliteDatabase } from './kysely/kysely-store.ts'
import { openPostgresDatabase, openPostgresStore } from './kysely/postgres-store.ts'
import type { OpenDatabase } from './kysely/sql-dialect.ts'
import type { Store } from './store.ts'

/** Where a server keeps its data: a file of the data folder, or a database when one is named. */
export interface StorePlace {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
}

export function openStore({ dataFolder, databaseUrl }: StorePlace): Promise<Store> {
  return databaseUrl ? openPostgresStore(databaseUrl) : openKyselyStore(sqliteFile(dataFolder))
}

/** The tables of a place, for a copy: no bound of time, and the place belongs to nobody else. */
export function openTables({ dataFolder, databaseUrl }: StorePlace): Promise<OpenDatabase> {
  return databaseUrl
    ? openPostgresDatabase(databaseUrl, { patient: true })
    : openSqliteDatabase(sqliteFile(dataFolder))
}

/** The data file of a data folder. */
export function sqliteFile(dataFolder: string): string {
  return join(dataFolder, 'escale.sqlite')
}
