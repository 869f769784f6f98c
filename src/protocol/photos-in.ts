import type { Json } from '#domain/shared/json.ts'
import { LIMITS } from './limits.ts'

/** The address, size and type of a photo, as a field names it. */
export interface NamedPhoto {
  readonly sha256: string
  readonly size: number
  readonly mime: string
}

/** The photos that fields name: those whose value is `{ sha256, size, mime, … }`. */
export function photosIn(fields: Readonly<Record<string, Json>>): readonly NamedPhoto[] {
  return Object.values(fields).flatMap((value) => readPhoto(value) ?? [])
}

function readPhoto(value: Json): NamedPhoto | undefined {
  if (value === null || typeof value !== 'object' || !('sha256' in value)) return undefined
  const { sha256, size, mime } = value
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return undefined
  if (typeof size !== 'number' || typeof mime !== 'string') return undefined
  if (!Number.isInteger(size) || size < 1 || size > LIMITS.blobBytes) return undefined
  return { sha256, size, mime: mime.slice(0, 100) }
}
