import type { RecordId } from '#domain/shared/ids.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import type { Saved, Writer } from './workspace.ts'

/** Shrinks a photo and keeps it under its question: `photos.<question>.<sha256>`. */
export async function attachPhoto(
  writer: Writer,
  record: RecordId,
  question: string,
  file: Blob,
): Promise<Saved> {
  const photo = await shrinkPhoto(file)
  const hash = await crypto.subtle.digest('SHA-256', photo.bytes)
  const sha256 = [...new Uint8Array(hash)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return writer.attach(record, `photos.${question}.${sha256}`, photo)
}
