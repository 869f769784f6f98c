import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { writeDurably } from '../../durable-file.ts'

const lastBackup = z.object({
  /** Epoch ms. */
  at: z.number(),
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** Digest of the data inside (`digestData`). */
  digest: z.string(),
  operations: z.number(),
  records: z.number(),
  photos: z.number(),
})
export type LastBackup = z.infer<typeof lastBackup>

const placeIn = (dataFolder: string) => join(dataFolder, 'last-backup.json')

/** Notes beside the data that a backup succeeded: a backup that fails leaves the note as it was. */
export function noteBackup(dataFolder: string, backup: LastBackup): Promise<void> {
  return writeDurably(placeIn(dataFolder), `${JSON.stringify(backup, undefined, 2)}\n`)
}

/** The last backup that succeeded; undefined when none is noted, or the note cannot be read. */
export async function readLastBackup(dataFolder: string): Promise<LastBackup | undefined> {
  try {
    const parsed = lastBackup.safeParse(JSON.parse(await readFile(placeIn(dataFolder), 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    // No note or half a note: the operator reads « no backup », and makes one.
    return undefined
  }
}
