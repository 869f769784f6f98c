import { join } from 'node:path'
import { codeOf } from '../storage-fault.ts'
import { openKyselyReader, type StoreReader } from '../store/kysely/kysely-store.ts'
import { CommandRefusal } from './command.ts'

/** The data of a folder, to be read while its server runs or not. */
export async function openData(dataFolder: string): Promise<StoreReader> {
  try {
    return await openKyselyReader(join(dataFolder, 'escale.sqlite'))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new CommandRefusal(
      `Il n’y a pas de données dans « ${dataFolder} » : dites où elles sont avec DATA_DIR.`,
    )
  }
}
