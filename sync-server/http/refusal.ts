import type { RequestError, RequestErrorKind } from '#protocol/errors.ts'

/** A request that is turned away: thrown by a route, answered by the error handler. */
export class Refusal extends Error {
  readonly error: RequestError

  constructor(error: RequestError) {
    super(error.kind)
    this.name = 'Refusal'
    this.error = error
  }
}

/** The status of each refusal; the device reads the kind, the network reads the status. */
export const STATUS: Record<RequestErrorKind, number> = {
  'bad-json': 400,
  'too-large': 413,
  'too-deep': 400,
  'bad-request': 400,
  'unknown-device': 401,
  revoked: 401,
  forbidden: 403,
  'not-found': 404,
  gap: 409,
  clone: 409,
  'protocol-too-old': 426,
  'rate-limited': 429,
  'code-refused': 403,
  'already-set-up': 409,
  'envelope-unreadable': 422,
  'blob-mismatch': 422,
  'storage-full': 507,
  'server-fault': 500,
}
