import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoreReader } from '../../store/kysely/kysely-store.ts'
import { openKyselyReader } from '../../store/kysely/kysely-store.ts'
import { holdLock } from '../../store/sqlite-driver.ts'
import { CommandRefusal } from '../command.ts'

/**
 * Copies the data as they are now, gives the copy to `work`, and removes it. It lies beside the data
 * and never on the backup medium, for it is not sealed; one left by a power cut goes first.
 */
export async function withPlainCopy<T>(
  data: StoreReader,
  dataFolder: string,
  work: (copy: { path: string; data: StoreReader }) => Promise<T>,
): Promise<T> {
  const unlock = await holdLock(join(dataFolder, '.backup.lock')).catch((error: unknown) => {
    if (!/locked/.test(String(error))) throw error
    throw new CommandRefusal('Une autre sauvegarde est en cours : attendez qu’elle se termine.')
  })
  const folder = join(dataFolder, '.backup')
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { mode: 0o700 })
    const path = join(folder, 'escale.sqlite')
    await data.copyTo(path)
    const copy = await openKyselyReader(path)
    try {
      return await work({ path, data: copy })
    } finally {
      await copy.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    unlock()
  }
}
