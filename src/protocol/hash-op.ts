import type { Json } from '#domain/shared/json.ts'
import type { Op, UnhashedOp } from './op.ts'

/** JSON with sorted keys: the same operation gives the same text on every engine. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}

/** Seals the content of an operation; the same number with another hash betrays a cloned device. */
export async function hashOp(op: UnhashedOp): Promise<Op> {
  return { ...op, hash: await sha256OfText(sealedText(op)) }
}

/** What the hash of an operation is taken of. */
export function sealedText(op: UnhashedOp): string {
  return canonicalJson(plainOp(op))
}

export function sha256OfText(text: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(text))
}

/** SHA-256 in hexadecimal: the address of a photo, the seal of an operation. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function plainOp(op: UnhashedOp): Json {
  const { closes, f, ...rest } = op
  const fields = Object.fromEntries(
    // What a newer version adds to a write is part of what was signed.
    Object.entries(f).map(([name, { was, ...write }]) => [
      name,
      was === undefined ? write : { ...write, was },
    ]),
  )
  return closes ? { ...rest, f: fields, closes } : { ...rest, f: fields }
}
