import { fromBase64Url } from './base64url.ts'
import { type ReceiptContent, receiptContent } from './bundle.ts'
import { type Bytes, joinBytes } from './sealed-file.ts'

const IV = 12
const INFO = 'escale receipt 1'

/**
 * Seals a receipt with a key drawn from the device's own, which the server and that device alone know:
 * what opens was written by the server, for that device (ADR 016).
 */
export async function sealReceipt(
  content: ReceiptContent,
  deviceKey: string,
  additionalData: Bytes,
): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV))
  const text = new TextEncoder().encode(JSON.stringify(content))
  const key = await receiptKey(deviceKey)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, text)
  return joinBytes([iv, new Uint8Array(sealed)])
}

/** What a receipt says; undefined when it was not sealed with this device's key, or was altered. */
export async function openReceipt(
  sealed: Bytes,
  deviceKey: string,
  additionalData: Bytes,
): Promise<ReceiptContent | undefined> {
  const iv = sealed.slice(0, IV)
  try {
    const key = await receiptKey(deviceKey)
    const algorithm = { name: 'AES-GCM', iv, additionalData }
    const text = await crypto.subtle.decrypt(algorithm, key, sealed.slice(IV))
    const parsed = receiptContent.safeParse(JSON.parse(new TextDecoder().decode(text)))
    return parsed.success ? parsed.data : undefined
  } catch {
    // WebCrypto has one error for every way of not opening.
    return undefined
  }
}

async function receiptKey(deviceKey: string): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', fromBase64Url(deviceKey), 'HKDF', false, [
    'deriveKey',
  ])
  const drawing = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(INFO),
  }
  const usages: KeyUsage[] = ['encrypt', 'decrypt']
  return crypto.subtle.deriveKey(drawing, secret, { name: 'AES-GCM', length: 256 }, false, usages)
}
