import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes of photos, each in a file named by its SHA-256, in a folder that is never served. */
export interface BlobFiles {
  /** Resolves once the bytes and their name are on disk. */
  write(sha256: string, bytes: Buffer): Promise<void>
  read(sha256: string): Promise<Buffer>
}

/** Photos below `folder`, spread over 256 folders. */
export function createBlobFiles(folder: string): BlobFiles {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2))
  return {
    async write(sha256, bytes) {
      const place = placeOf(sha256)
      await mkdir(place, { recursive: true })
      const draft = join(place, `.${randomUUID()}`)
      try {
        const file = await open(draft, 'wx')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, join(place, sha256))
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await syncFolder(place)
    },
    read: (sha256) => readFile(join(placeOf(sha256), sha256)),
  }
}

/** Puts a new name on disk: without it, a power cut could keep the bytes and lose the file. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system journals names by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
