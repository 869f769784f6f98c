/*
 * The draft at rest. What a browser deletes from its databases stays in their files for days (security
 * page, D2), so a draft is never written there in clear: it is encrypted with a key made for it alone,
 * and the key lies in a file of the origin (OPFS), which the browser really removes. The draft sent or
 * dropped, its key goes, and what is left of it in the files reads as noise. Where a browser has no
 * such files the key lies beside the draft: it survives a crash all the same, and leaves a trace.
 */
import { fromBase64Url, toBase64Url } from '#protocol/base64url.ts'
import type { Draft } from './draft.ts'

const FILE = 'draft-key'
const IV = 12

export interface SealedDraft {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly ct: ArrayBuffer
  /** The key, where it has no file to lie in. */
  readonly key?: string
}

/** Encrypts a draft, with the key of the draft under way or a new one. */
export async function sealDraft(draft: Draft): Promise<SealedDraft> {
  const known = await readKey()
  const raw = known ?? crypto.getRandomValues(new Uint8Array(32))
  const isFiled = known !== undefined || (await fileKey(raw))
  const iv = crypto.getRandomValues(new Uint8Array(IV))
  const text = new TextEncoder().encode(JSON.stringify(draft))
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(raw), text)
  return { iv, ct, ...(!isFiled && { key: toBase64Url(raw) }) }
}

/** The draft; undefined when its key is gone, which is how it is forgotten. */
export async function openDraft({ iv, ct, key }: SealedDraft): Promise<Draft | undefined> {
  const raw = key === undefined ? await readKey() : fromBase64Url(key)
  if (!raw) return undefined
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(raw), ct)
    // Only `sealDraft` writes there, and the seal says it was not altered.
    return JSON.parse(new TextDecoder().decode(text)) as Draft
  } catch {
    // WebCrypto has one error for every way of not opening.
    return undefined
  }
}

/** Makes every draft written so far unreadable. */
export async function forgetDraftKey(): Promise<void> {
  const folder = await originFiles()
  // Nothing to remove is what is wanted.
  await folder?.removeEntry(FILE).catch(() => undefined)
}

function keyOf(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

async function originFiles(): Promise<FileSystemDirectoryHandle | undefined> {
  return navigator.storage?.getDirectory?.().catch(() => undefined) // refused, as if it had none
}

async function readKey(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const file = await (await originFiles())?.getFileHandle(FILE)
    const bytes = file && new Uint8Array(await (await file.getFile()).arrayBuffer())
    return bytes?.length === 32 ? bytes : undefined
  } catch {
    // No such file: no draft under way.
    return undefined
  }
}

async function fileKey(raw: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const file = await (await originFiles())?.getFileHandle(FILE, { create: true })
    const writable = await file?.createWritable()
    await writable?.write(raw)
    await writable?.close()
    return writable !== undefined
  } catch {
    // Some browsers have the files and no way to write one from a page.
    return false
  }
}
