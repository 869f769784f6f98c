import { createLocalDb } from '#data/db.ts'

/** Everything a device keeps, as a backup of a tablet does: put back, it makes a copy of the device. */
export type DiskImage = readonly (readonly [table: string, rows: readonly unknown[]])[]

/** Copies the disk of a device; its tabs are closed. */
export async function readImage(device: string): Promise<DiskImage> {
  const db = createLocalDb(device)
  try {
    return await Promise.all(
      db.tables.map(async (table) => [table.name, await table.toArray()] as const),
    )
  } finally {
    db.close()
  }
}

/** Puts a copy back in place of what the device holds; its tabs are closed. */
export async function writeImage(device: string, image: DiskImage): Promise<void> {
  const db = createLocalDb(device)
  try {
    await db.transaction('rw', db.tables, async () => {
      for (const [name, rows] of image) {
        await db.table(name).clear()
        await db.table(name).bulkPut([...rows])
      }
    })
  } finally {
    db.close()
  }
}
