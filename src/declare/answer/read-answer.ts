import {
  ANSWER_CONTEXT,
  openNews,
  type ReceiptNews,
  receiptResponse,
} from '#protocol/answer-seal.ts'
import type { Phone } from '../phone.ts'
import { sealForAnswer } from '../seal.ts'
import type { Wall } from './wall.ts'

export type ReadAnswer =
  | { readonly kind: 'news'; readonly news: ReceiptNews }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'offline' }

/** Asks what became of a declaration. The code travels sealed, so does the answer; none is kept. */
export async function readAnswer(
  receipt: string,
  wall: Wall,
  { fetch, randomUUID }: Pick<Phone, 'fetch' | 'randomUUID'>,
): Promise<ReadAnswer> {
  try {
    const asked = await sealForAnswer({ receipt }, wall.place.key, randomUUID())
    const response = await fetch('/v1/receipts', {
      method: 'POST',
      headers: { authorization: `Bearer ${wall.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked.envelope),
    })
    if (response.status === 429) return { kind: 'too-many' }
    if (response.status >= 400 && response.status < 500) return { kind: 'unknown' }
    const parsed = response.ok ? receiptResponse.safeParse(await response.json()) : undefined
    if (!parsed?.success) return { kind: 'offline' }
    const news = await openNews(parsed.data.sealed, await asked.secretFor(ANSWER_CONTEXT))
    return news ? { kind: 'news', news } : { kind: 'offline' }
  } catch {
    return { kind: 'offline' }
  }
}
