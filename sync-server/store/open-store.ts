import { join } from 'node:path'
import { openKyselyStore } from './kysely/kysely-store.ts'
import { openPostgresStore } from './kysely/postgres-store.ts'
import type { Store } from './store.ts'

/** Where a server keeps its data: a file of the data folder, or a database when one is named. */
export interface StorePlace {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
}

export function openStore({ dataFolder, databaseUrl }: StorePlace): Promise<Store> {
  return databaseUrl ? openPostgresStore(databaseUrl) : openKyselyStore(sqliteFile(dataFolder))
}

/** The data file of a data folder. */
export function sqliteFile(dataFolder: string): string {
  return join(dataFolder, 'escale.sqlite')
}
