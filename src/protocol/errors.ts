import type * as z from 'zod/mini'
import type { requestError } from './request-error.ts'

/** Why a request was refused (`request-error.ts`): a type alone, so that pages load no shape for it. */
export type RequestError = z.infer<typeof requestError>

export type RequestErrorKind = RequestError['kind']

/** Why an operation waits in quarantine. It is kept and acknowledged, never dropped. */
export const QUARANTINE_REASONS = [
  'malformed',
  'bad-hash',
  'unknown-type',
  'wrong-bucket',
  'forbidden',
  'too-large',
  /** Handed over more than 30 days after the device was revoked. */
  'revoked',
] as const
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number]
