/*
 * The file of a rendez-vous without network (ADR 016), byte by byte:
 *
 *   4  `ESCB`, a bundle: pending operations on their way to the server; `ESCR`, a receipt: its answer
 *   1  version of this layout
 *   2  length of the header, big-endian
 *   …  header, JSON: who it is from or for, and counts; in clear, bound to the seal as associated data
 *   …  sealed part
 *   32 SHA-256 of all before: a cut or altered file is told from a foreign one before anyone opens it
 *
 * Reading it needs no key, so a carrier can say what a file is, and nothing of what it says.
 */
import * as z from 'zod/mini'
import { fail, ok, type Result } from '#domain/shared/result.ts'

/** Bounds of a file, looked at before anything of it is read. A push of three weeks weighs a tenth. */
export const FILE_LIMITS = { bytes: 8 * 1_048_576, headerBytes: 2_048 } as const

const VERSION = 1
const MAGIC = { bundle: 'ESCB', receipt: 'ESCR' } as const
const FIXED = 7
const CHECK = 32

const ID = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/))
const count = z.int().check(z.gte(0))

export const bundleHeader = z.strictObject({
  id: z.uuid(),
  dispositif: ID,
  device: ID,
  person: ID,
  /** Which key it is sealed to. */
  key: z.string().check(z.maxLength(64)),
  operations: count,
  photos: count,
})
export type BundleHeader = z.infer<typeof bundleHeader>

export const receiptHeader = z.strictObject({
  /** The bundle it answers. */
  id: z.uuid(),
  dispositif: ID,
  device: ID,
})
export type ReceiptHeader = z.infer<typeof receiptHeader>

export type SealedFile = { readonly aad: Bytes; readonly sealed: Bytes } & (
  | { readonly kind: 'bundle'; readonly header: BundleHeader }
  | { readonly kind: 'receipt'; readonly header: ReceiptHeader }
)
export type Bytes = Uint8Array<ArrayBuffer>

/** `foreign`: not one of our files; `newer`: of a layout to come; `damaged`: cut or altered on the way. */
export type FileFault = 'too-large' | 'foreign' | 'newer' | 'damaged'

/** What is bound to the seal: everything before the sealed part. */
export function fileStart(
  file:
    | { readonly kind: 'bundle'; readonly header: BundleHeader }
    | { readonly kind: 'receipt'; readonly header: ReceiptHeader },
): Bytes {
  const header = new TextEncoder().encode(JSON.stringify(file.header))
  const start = new Uint8Array(FIXED + header.length)
  start.set(new TextEncoder().encode(MAGIC[file.kind]))
  new DataView(start.buffer).setUint8(4, VERSION)
  new DataView(start.buffer).setUint16(5, header.length)
  start.set(header, FIXED)
  return start
}

/** The whole file from its start and its sealed part. */
export async function closeFile(start: Bytes, sealed: Bytes): Promise<Bytes> {
  const content = joinBytes([start, sealed])
  return joinBytes([content, await checkOf(content)])
}

/** Reads a file without opening it. Never throws: whatever was handed over is one of ours, or a fault. */
export async function readSealedFile(bytes: Bytes): Promise<Result<SealedFile, FileFault>> {
  if (bytes.length > FILE_LIMITS.bytes) return fail('too-large')
  const kind = kindOf(bytes)
  if (!kind) return fail('foreign')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < FIXED + CHECK) return fail('damaged')
  if (view.getUint8(4) > VERSION) return fail('newer')
  const content = bytes.subarray(0, bytes.length - CHECK)
  const check = await checkOf(content)
  if (check.some((byte, at) => byte !== bytes[content.length + at])) return fail('damaged')
  const headerLength = view.getUint16(5)
  if (headerLength > FILE_LIMITS.headerBytes || FIXED + headerLength > content.length) {
    return fail('damaged')
  }
  const aad = content.slice(0, FIXED + headerLength)
  const sealed = content.slice(aad.length)
  const header = readHeader(aad.subarray(FIXED))
  if (kind === 'bundle') {
    const parsed = bundleHeader.safeParse(header)
    return parsed.success ? ok({ kind, header: parsed.data, aad, sealed }) : fail('damaged')
  }
  const parsed = receiptHeader.safeParse(header)
  return parsed.success ? ok({ kind, header: parsed.data, aad, sealed }) : fail('damaged')
}

export function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function kindOf(bytes: Bytes): SealedFile['kind'] | undefined {
  const magic = new TextDecoder().decode(bytes.subarray(0, 4))
  return magic === MAGIC.bundle ? 'bundle' : magic === MAGIC.receipt ? 'receipt' : undefined
}

function readHeader(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

async function checkOf(content: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', content))
}
