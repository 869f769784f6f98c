import * as z from 'zod/mini'

/**
 * Why a request (never its content) was refused. The server answers `{ error }` with a status; the
 * client maps each kind to a sentence in a complete record.
 */
export const requestError = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bad-json') }),
  z.object({ kind: z.literal('too-large'), limit: z.int() }),
  z.object({ kind: z.literal('too-deep'), limit: z.int() }),
  z.object({ kind: z.literal('bad-request'), detail: z.string() }),
  z.object({ kind: z.literal('unknown-device') }),
  z.object({ kind: z.literal('revoked') }),
  z.object({ kind: z.literal('forbidden') }),
  z.object({ kind: z.literal('not-found') }),
  /** The push does not begin where the server stands: resend from `expected`. */
  z.object({ kind: z.literal('gap'), expected: z.int() }),
  /** The same number came with another content: this device was copied. */
  z.object({ kind: z.literal('clone'), n: z.int() }),
  z.object({ kind: z.literal('protocol-too-old'), oldest: z.int() }),
  z.object({ kind: z.literal('rate-limited'), retryAfterS: z.int() }),
  z.object({ kind: z.literal('code-refused') }),
  z.object({ kind: z.literal('already-set-up') }),
  z.object({ kind: z.literal('envelope-unreadable') }),
  z.object({ kind: z.literal('blob-mismatch') }),
  z.object({ kind: z.literal('storage-full') }),
  z.object({ kind: z.literal('server-fault') }),
])
