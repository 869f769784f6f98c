import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'

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
      await writeDurably(join(place, sha256), bytes)
    },
    read: (sha256) => readFile(join(placeOf(sha256), sha256)),
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
