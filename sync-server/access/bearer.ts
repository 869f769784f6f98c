import { createHash, randomBytes } from 'node:crypto'

/**
 * How long a bearer lives without a contact; each contact gives it as long again. One that ended is read
 * as a device revoked at that moment: it receives nothing, and may still hand over what waits on it.
 */
export const BEARER_MS = 90 * 86_400_000

/** An opaque bearer of 256 bits, base64url. */
export function makeBearer(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a bearer; its 256 bits need no slow hash. */
export function hashBearer(bearer: string): string {
  return createHash('sha256').update(bearer).digest('hex')
}

/** The bearer of an `Authorization` header; undefined when there is none. */
export function readBearer(header: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9._~-]{1,300})$/.exec(header ?? '')?.[1]
}
