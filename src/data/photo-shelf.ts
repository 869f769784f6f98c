import type { BytesRow } from './db.ts'
import type { Gateway } from './gateway.ts'
import type { Sealer } from './sealer.ts'

/** Bytes of photos on this device, by address, apart from the words that name them. */
export interface PhotoShelf {
  /** Rejects with `StorageError` when the disk refuses; nothing names the photo yet. */
  put(sha256: string, bytes: ArrayBuffer, at: number): Promise<void>
  read(sha256: string): Promise<ArrayBuffer | undefined>
  /** Takes back bytes that no row names after all. */
  dropUnnamed(sha256: readonly string[]): Promise<void>
}

/**
 * Bytes lie in rows of their own. A journey of a photo changes (« unsent », « sent ») without writing
 * its bytes again, and opening the app reads none. One row a photo: see ADR 018 for why not pieces.
 */
export function createPhotoShelf(gateway: Gateway, sealer: Sealer): PhotoShelf {
  return {
    async put(sha256, bytes, keptAt) {
      const row: BytesRow = {
        sha256,
        keptAt,
        bytes: await sealer.sealBytes(bytes, placeOf(sha256)),
      }
      await gateway.withDb((db) => db.blobBytes.put(row))
    },
    async read(sha256) {
      const row = await gateway.withDb((db) => db.blobBytes.get(sha256))
      return row && sealer.openBytes(row.bytes, placeOf(sha256))
    },
    dropUnnamed: (addresses) =>
      gateway.withDb((db) =>
        db.transaction('rw', db.blobs, db.blobBytes, async () => {
          const rows = await db.blobs.bulkGet([...addresses])
          await db.blobBytes.bulkDelete(addresses.filter((_, index) => !rows[index]))
        }),
      ),
  }
}

function placeOf(sha256: string): string {
  return `blobs/${sha256}/bytes`
}
