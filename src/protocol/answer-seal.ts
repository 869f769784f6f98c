import * as z from 'zod/mini'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { receiptCode } from './intake.ts'
import { type Bytes, joinBytes } from './sealed-file.ts'

/*
 * Reading with a receipt, sealed both ways. `POST /v1/receipts` carries an envelope to the key of the
 * home, as a declaration does, which holds the code; the answer is sealed with a secret exported from
 * that very envelope (RFC 9180 §9.8), which its sender and the home's private key alone can draw. The
 * envelope names the home by the key it was sealed to: one home to look in, whoever asks.
 */
export const ANSWER_CONTEXT = 'escale receipt answer 1'
const IV = 12

/** What the envelope of a reader holds. */
export const receiptRequest = z.strictObject({ receipt: receiptCode })

/** What travels back. */
export const receiptResponse = z.object({ sealed: z.string() })

/** What it says once opened. Days, never hours. */
export const receiptNews = z.object({
  status: z.enum(['declared', 'triaged', 'analysis', 'answered', 'closed']),
  receivedOn: z.string(),
  answer: z.string(),
  /** What changed in the home; empty until it is told. */
  changed: z.string(),
  exchanges: z.array(
    z.object({
      from: z.enum(['home', 'author']),
      id: z.string(),
      words: z.string(),
      on: z.string(),
      isAwaited: z.boolean(),
    }),
  ),
})
export type ReceiptNews = z.infer<typeof receiptNews>

/** Seals news with the secret of one envelope. */
export async function sealNews(news: ReceiptNews, secret: ArrayBuffer): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV))
  const text = new TextEncoder().encode(JSON.stringify(news))
  const key = await keyOf(secret, 'encrypt')
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text)
  return toBase64Url(joinBytes([iv, new Uint8Array(sealed)]))
}

/** The news of a sealed answer; undefined when it was not sealed with that secret. */
export async function openNews(
  sealed: string,
  secret: ArrayBuffer,
): Promise<ReceiptNews | undefined> {
  try {
    const bytes: Bytes = fromBase64Url(sealed)
    const key = await keyOf(secret, 'decrypt')
    const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, IV) }
    const text = await crypto.subtle.decrypt(algorithm, key, bytes.slice(IV))
    const parsed = receiptNews.safeParse(JSON.parse(new TextDecoder().decode(text)))
    return parsed.success ? parsed.data : undefined
  } catch {
    // WebCrypto has one error for every way of not opening.
    return undefined
  }
}

function keyOf(secret: ArrayBuffer, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'AES-GCM', false, [use])
}
