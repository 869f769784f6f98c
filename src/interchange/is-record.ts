import type { Json } from '#domain/shared/json.ts'

export type JsonRecord = { readonly [key: string]: Json }

/** True for an object that is no list: what a reader of foreign JSON may look into. */
export function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
