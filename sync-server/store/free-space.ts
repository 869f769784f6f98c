import { statfs } from 'node:fs/promises'
import type { BlobFiles } from '../blobs/blob-files.ts'
import { Refusal } from '../http/refusal.ts'
import type { Store } from './store.ts'

/** Bytes still free on the disk of the data. */
export type ReadFreeBytes = () => Promise<number>

/** Below it nothing more is acknowledged (security.md D8): the log and its backups need room to end well. */
export const LEAST_FREE_BYTES = 500_000_000

/** What a server writes between two looks is far below that floor. */
const LOOK_EVERY_MS = 1_000

/** Looks at the disk at most once a second: asked at each write, it was a twentieth of a push. */
export function freeBytesOf(folder: string): ReadFreeBytes {
  let last = { at: Number.NEGATIVE_INFINITY, bytes: Promise.resolve(0) }
  return () => {
    const at = performance.now()
    if (at - last.at >= LOOK_EVERY_MS) last = { at, bytes: lookAt(folder) }
    return last.bytes
  }
}

async function lookAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
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
