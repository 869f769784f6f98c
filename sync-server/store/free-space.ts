import { statfs } from 'node:fs/promises'
import type { BlobFiles } from '../blobs/blob-files.ts'
import { Refusal } from '../http/refusal.ts'
import type { Store } from './store.ts'

/** Bytes still free on the disk of the data. */
export type ReadFreeBytes = () => Promise<number>

/** Below it nothing more is acknowledged (security.md D8): the log and its backups need room to end well. */
export const LEAST_FREE_BYTES = 500_000_000

export function freeBytesOf(folder: string): ReadFreeBytes {
  return async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  }
}

/**
 * The same store and photos, which refuse to write on a disk that is nearly full: every route that
 * would acknowledge something answers `storage-full`, devices keep their queue, reading goes on.
 */
export function whileThereIsRoom(
  { store, blobFiles }: { store: Store; blobFiles: BlobFiles },
  freeBytes: ReadFreeBytes,
): { store: Store; blobFiles: BlobFiles } {
  const expectRoom = async () => {
    if ((await freeBytes()) < LEAST_FREE_BYTES) throw new Refusal({ kind: 'storage-full' })
  }
  return {
    store: {
      ...store,
      async write(work) {
        await expectRoom()
        return store.write(work)
      },
    },
    blobFiles: {
      ...blobFiles,
      async write(sha256, bytes) {
        await expectRoom()
        await blobFiles.write(sha256, bytes)
      },
    },
  }
}
