import type { Json } from '#domain/shared/json.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Op } from '#protocol/op.ts'
import type { AnnouncedBlob } from '../store/blob-shelf.ts'

/** The photos an operation names: fields whose value is `{ sha256, size, mime, … }`. */
export function photosNamed(op: Op): readonly AnnouncedBlob[] {
  return Object.values(op.f).flatMap(({ v }) => readPhoto(v) ?? [])
}

function readPhoto(value: Json): AnnouncedBlob | undefined {
  if (value === null || typeof value !== 'object' || !('sha256' in value)) return undefined
  const { sha256, size, mime } = value
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return undefined
  if (typeof size !== 'number' || typeof mime !== 'string') return undefined
  if (!Number.isInteger(size) || size < 1 || size > LIMITS.blobBytes) return undefined
  return { sha256, size, mime: mime.slice(0, 100) }
}
