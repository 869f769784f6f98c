/**
 * Why a request (never its content) was refused. The server answers `{ error }` with a status; the
 * client maps each kind to a sentence in a complete record.
 */
export type RequestError =
  | { kind: 'bad-json' }
  | { kind: 'too-large'; limit: number }
  | { kind: 'too-deep'; limit: number }
  | { kind: 'bad-request'; detail: string }
  | { kind: 'unknown-device' }
  | { kind: 'revoked' }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  /** The push does not begin where the server stands: resend from `expected`. */
  | { kind: 'gap'; expected: number }
  /** The same number came with another content: this device was copied. */
  | { kind: 'clone'; n: number }
  | { kind: 'protocol-too-old'; oldest: number }
  | { kind: 'rate-limited'; retryAfterS: number }
  | { kind: 'code-refused' }
  | { kind: 'already-set-up' }
  | { kind: 'envelope-unreadable' }
  | { kind: 'blob-mismatch' }
  | { kind: 'storage-full' }
  | { kind: 'server-fault' }

export type RequestErrorKind = RequestError['kind']

/** Why an operation waits in quarantine. It is kept and acknowledged, never dropped. */
export const QUARANTINE_REASONS = [
  'malformed',
  'bad-hash',
  'unknown-type',
  'wrong-bucket',
  'forbidden',
  'too-large',
] as const
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number]
