import { join } from 'node:path'
import { codeOf } from '../storage-fault.ts'
import { openKyselyReader, type StoreReader } from '../store/kysely/kysely-store.ts'
import { openPostgresReader } from '../store/kysely/postgres-store.ts'
import { CommandRefusal } from './command.ts'

/** The data of a folder, or of the database named, to be read while the server runs or not. */
export async function openData(dataFolder: string, databaseUrl?: string): Promise<StoreReader> {
  if (databaseUrl) return openPostgresReader(databaseUrl)
  try {
    return await openKyselyReader(join(dataFolder, 'escale.sqlite'))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new CommandRefusal(
      `Il n’y a pas de données dans « ${dataFolder} » : dites où elles sont avec DATA_DIR.`,
    )
  }
}

/** Refuses where the data are in a database: a file left in the folder is not them. */
export function expectDataFile(databaseUrl: string | undefined): void {
  if (databaseUrl === undefined) return
  throw new CommandRefusal(
    'Les données sont dans PostgreSQL (DATABASE_URL). Restaurez d’abord dans un dossier, sans DATABASE_URL, puis copiez-le dans une base vide : « migrate-store --from DOSSIER --to postgres://… ».',
  )
}
