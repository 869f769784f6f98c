import { type ReceiptResponse, receiptResponse } from '#protocol/intake.ts'

export type ReadAnswer =
  | ({ readonly kind: 'answer' } & ReceiptResponse)
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'offline' }

/** Asks what became of a declaration. The code goes in the body and is kept nowhere. */
export async function readAnswer(
  receipt: string,
  token: string,
  fetch: typeof globalThis.fetch,
): Promise<ReadAnswer> {
  try {
    const response = await fetch('/v1/receipts', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ receipt }),
    })
    if (response.status === 429) return { kind: 'too-many' }
    if (response.status >= 400 && response.status < 500) return { kind: 'unknown' }
    const parsed = response.ok ? receiptResponse.safeParse(await response.json()) : undefined
    return parsed?.success ? { kind: 'answer', ...parsed.data } : { kind: 'offline' }
  } catch {
    return { kind: 'offline' }
  }
}
