import { sha256Hex } from './hash-op.ts'

/**
 * Carries the SHA-256 of a JSON body as its author wrote it, before any compression, both ways. An
 * operation read wrong is refused with the whole request and sent again: were it taken as it came, its
 * number would be spent on words nobody wrote, and the true ones taken for those of a copied device.
 */
export const DIGEST_HEADER = 'escale-digest'

export function digestOf(text: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(text))
}
