import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Decrypter, Encrypter } from 'age-encryption'
import { type BlobFiles, sha256Of } from '../../blobs/blob-files.ts'
import { writeDurably } from '../../durable-file.ts'

/*
 * A photo never changes, so each is sealed once beside the backups, not again every hour. Another
 * set of keys begins another folder: whoever holds a key of today opens every photo of today.
 */

/** The folder of photos sealed to these public keys. */
export function photoFolder(to: string, recipients: readonly string[]): string {
  const keys = createHash('sha256')
    .update([...recipients].sort().join('\n'))
    .digest('hex')
  return join(to, `photos-${keys.slice(0, 12)}`)
}

/** Seals the photos that are not there yet; gives those that could not be read whole here. */
export async function sealPhotos(
  sealer: Encrypter,
  photos: readonly string[],
  {
    folder,
    blobFiles,
    progress,
  }: { folder: string; blobFiles: BlobFiles; progress: (done: number) => void },
): Promise<readonly string[]> {
  const lost: string[] = []
  for (const [index, sha256] of photos.entries()) {
    progress(index)
    const place = placeOf(folder, sha256)
    if (existsSync(join(place, `${sha256}.age`))) continue
    const bytes = await blobFiles.read(sha256).catch(() => undefined) // named below
    if (!bytes || sha256Of(bytes) !== sha256) {
      lost.push(sha256)
      continue
    }
    await mkdir(place, { recursive: true, mode: 0o700 })
    await writeDurably(join(place, `${sha256}.age`), await sealer.encrypt(new Uint8Array(bytes)))
  }
  return lost
}

/** A photo from the sealed folders beside a backup; undefined when none holds it whole. */
export async function openSealedPhoto(
  opener: Decrypter,
  beside: string,
  sha256: string,
): Promise<Buffer | undefined> {
  const entries = await readdir(beside)
  for (const name of entries.filter((entry) => /^photos-[0-9a-f]{12}$/.test(entry))) {
    const file = join(placeOf(join(beside, name), sha256), `${sha256}.age`)
    if (!existsSync(file)) continue
    try {
      const bytes = Buffer.from(await opener.decrypt(new Uint8Array(await readFile(file))))
      if (sha256Of(bytes) === sha256) return bytes
    } catch {
      // Sealed to other keys, or damaged: another folder may hold it, else it is awaited anew.
    }
  }
  return undefined
}

function placeOf(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2))
}
