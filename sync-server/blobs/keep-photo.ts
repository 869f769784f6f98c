import type { DispositifId } from '#domain/shared/ids.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { Store } from '../store/store.ts'
import { type BlobFiles, sha256Of } from './blob-files.ts'
import { sniffMime } from './sniff-mime.ts'

interface KeepingParts {
  readonly store: Store
  readonly blobFiles: BlobFiles
  readonly now: () => number
  readonly dispositif: DispositifId
  /** The address the bytes claim. */
  readonly sha256: string
}

/**
 * Keeps the bytes of a photo that an operation of the dispositif has named. They must hash to their
 * address and be of a known type by their first bytes. Safe to repeat.
 */
export async function keepPhoto(
  bytes: Buffer,
  { store, blobFiles, now, dispositif, sha256 }: KeepingParts,
): Promise<Result<{ mime: string }, { kind: 'not-found' } | { kind: 'blob-mismatch' }>> {
  const announced = await store.read((session) => session.blobs.announced(sha256, dispositif))
  return announced
    ? shelvePhoto(bytes, { store, blobFiles, now, dispositif, sha256 })
    : fail({ kind: 'not-found' })
}

/** As `keepPhoto`, for a photo already known to be announced. */
export async function shelvePhoto(
  bytes: Buffer,
  { store, blobFiles, now, dispositif, sha256 }: KeepingParts,
): Promise<Result<{ mime: string }, { kind: 'blob-mismatch' }>> {
  const mime = sniffMime(bytes)
  if (!mime || sha256Of(bytes) !== sha256) return fail({ kind: 'blob-mismatch' })
  await blobFiles.write(sha256, bytes)
  await store.write((session) => session.blobs.markPresent({ sha256, dispositif, mime, at: now() }))
  return ok({ mime })
}
