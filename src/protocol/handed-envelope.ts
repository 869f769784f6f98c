import { fromBase64Url, toBase64Url } from './base64url.ts'
import { type Envelope, envelope } from './intake.ts'
import { type Bytes, joinBytes } from './sealed-file.ts'

const VERSION = 1
const ID = 16

/** What passes from a ward phone to a tablet: what `POST /v1/intake` would have carried (ADR 017). */
export interface HandedEnvelope {
  /** The poster's: the server files the envelope as if the phone had sent it. */
  readonly token: string
  readonly envelope: Envelope
}

/** Version, id, then key, token and encapsulated key each after its length, then the sealed text. */
export function packEnvelope({ token, envelope: { id, keyId, enc, ct } }: HandedEnvelope): Bytes {
  const text = new TextEncoder()
  const parts = [text.encode(keyId), text.encode(token), fromBase64Url(enc)]
  return joinBytes([
    Uint8Array.of(VERSION),
    idBytes(id),
    ...parts.flatMap((part) => [Uint8Array.of(part.length), part]),
    fromBase64Url(ct),
  ])
}

/** The envelope of such bytes; undefined when they are none. */
export function unpackEnvelope(bytes: Bytes): HandedEnvelope | undefined {
  if (bytes[0] !== VERSION || bytes.length < 1 + ID) return undefined
  const hex = Array.from(bytes.subarray(1, 1 + ID), (byte) => byte.toString(16).padStart(2, '0'))
  const parts: Bytes[] = []
  let at = 1 + ID
  for (let part = 0; part < 3; part += 1) {
    const length = bytes[at] ?? 0
    parts.push(bytes.slice(at + 1, at + 1 + length))
    at += 1 + length
  }
  const [keyId, token, enc] = parts
  if (at >= bytes.length || !keyId || !token || !enc) return undefined
  const text = new TextDecoder()
  const parsed = envelope.safeParse({
    id: hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    keyId: text.decode(keyId),
    enc: toBase64Url(enc),
    ct: toBase64Url(bytes.subarray(at)),
  })
  return parsed.success ? { token: text.decode(token), envelope: parsed.data } : undefined
}

function idBytes(id: string): Uint8Array {
  const hex = id.replaceAll('-', '')
  return Uint8Array.from({ length: ID }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  )
}
