import { dirname } from 'node:path'
import type { Decrypter } from 'age-encryption'
import { type BlobFiles, sha256Of } from '../../blobs/blob-files.ts'
import type { Store } from '../../store/store.ts'
import { openSealedPhoto } from '../backup/sealed-photos.ts'

/**
 * Brings back the photos of restored data from beside the backup, those already here left alone.
 * What is nowhere is marked as awaited, so that the device that took it is asked for it again.
 * Gives how many are here, and how many are awaited.
 */
export async function bringPhotos(
  store: Store,
  opener: Decrypter,
  from: string,
  blobFiles: BlobFiles,
): Promise<{ here: number; awaited: number }> {
  const photos = await store.read((session) => session.inventory.photos())
  let here = 0
  const missing: string[] = []
  for (const { sha256, presentAt } of photos) {
    if (presentAt === undefined) continue
    if (await isWhole(blobFiles, sha256)) here += 1
    else {
      const bytes = await openSealedPhoto(opener, dirname(from), sha256)
      if (bytes) {
        await blobFiles.write(sha256, bytes)
        here += 1
      } else missing.push(sha256)
    }
  }
  await store.write(async (session) => {
    for (const sha256 of missing) await session.blobs.markAbsent(sha256)
  })
  return { here, awaited: photos.length - here }
}

async function isWhole(blobFiles: BlobFiles, sha256: string): Promise<boolean> {
  const bytes = await blobFiles.read(sha256).catch(() => undefined) // not here: looked for elsewhere
  return bytes !== undefined && sha256Of(bytes) === sha256
}
