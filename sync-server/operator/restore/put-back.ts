import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../durable-file.ts'

const DATA_FILE = 'escale.sqlite'
/** The log and its index lie beside a data file that was not closed well. */
const SUFFIXES = ['', '-wal', '-shm']

/** True when a folder already has data: a restore would take their place. */
export function hasData(dataFolder: string): boolean {
  return existsSync(join(dataFolder, DATA_FILE))
}

/**
 * Puts a restored file in the place of the data, which are kept in the folder `aside` first. One
 * rename decides: before it the old data are whole, after it the new ones are. To be called by the
 * owner of the data file.
 */
export async function putBack(restored: string, dataFolder: string, aside: string): Promise<void> {
  const place = join(dataFolder, DATA_FILE)
  if (hasData(dataFolder)) {
    await mkdir(aside, { mode: 0o700 })
    for (const suffix of SUFFIXES) {
      if (existsSync(place + suffix))
        await keepAside(place + suffix, join(aside, DATA_FILE + suffix))
    }
    await syncFolder(aside)
    // Emptied by the owner; left there, it would be read as the log of the restored file.
    for (const suffix of SUFFIXES.slice(1)) await rm(place + suffix, { force: true })
  }
  await rename(restored, place)
  await syncFolder(dataFolder)
}

async function keepAside(file: string, kept: string): Promise<void> {
  // A second name costs nothing; some file systems have no such thing.
  await link(file, kept).catch(() => copyFile(file, kept))
}
