import { type IntakePlace, intakePlace } from '#protocol/intake.ts'
import type { PhoneStore } from './phone-store.ts'

export type FoundPlace =
  | { readonly kind: 'found'; readonly token: string; readonly place: IntakePlace }
  /** No poster was ever scanned on this phone. */
  | { readonly kind: 'never-scanned' }
  /** Scanned for the first time without network: the name and the key of the wall are unknown. */
  | { readonly kind: 'needs-network' }
  /** The server does not know this poster, or no longer. */
  | { readonly kind: 'refused' }

interface Means {
  store: Pick<PhoneStore, 'currentToken' | 'place' | 'keepPlace'>
  fetch: typeof globalThis.fetch
}

/**
 * The wall this phone declares for: the one of the scanned token, else the last one. What is on
 * the phone answers at once; the network only completes it.
 */
export async function findPlace(scanned: string, means: Means): Promise<FoundPlace> {
  const token = scanned || (await means.store.currentToken())
  if (!token) return { kind: 'never-scanned' }
  const known = await means.store.place(token)
  if (known) {
    // Nobody waits for the disk to see the first question: it is kept again at the next visit anyway.
    if (scanned) means.store.keepPlace(token, known).catch(() => undefined)
    return { kind: 'found', token, place: known }
  }
  return refreshPlace(token, means)
}

/** Asks the server for the wall of a token and keeps it: phones and keys change. */
export async function refreshPlace(token: string, { store, fetch }: Means): Promise<FoundPlace> {
  try {
    const response = await fetch('/v1/intake/place', {
      headers: { authorization: `Bearer ${token}` },
    })
    if ([401, 403, 404].includes(response.status)) return { kind: 'refused' }
    const parsed = response.ok ? intakePlace.safeParse(await response.json()) : undefined
    if (!parsed?.success) return { kind: 'needs-network' }
    await store.keepPlace(token, parsed.data)
    return { kind: 'found', token, place: parsed.data }
  } catch {
    return { kind: 'needs-network' } // no network, or a portal's page in place of an answer
  }
}
