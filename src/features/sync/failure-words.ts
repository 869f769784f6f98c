import type { SyncStatus } from '#data/workspace.ts'
import type { QuarantineReason } from '#protocol/errors.ts'
import type { fr } from './fr.ts'

type FailureKind = Extract<SyncStatus['round'], { kind: 'failed' }>['error']

/** Why the last exchange brought nothing, in plain words. Complete by type. */
export const FAILURE_WORDS: Record<FailureKind, Extract<keyof typeof fr, `failed${string}`>> = {
  offline: 'failedOffline',
  disk: 'failedDisk',
  'server-fault': 'failedServer',
  'rate-limited': 'failedBusy',
  'storage-full': 'failedServerFull',
  'unknown-device': 'failedUnknownDevice',
  revoked: 'failedRevoked',
  forbidden: 'failedForbidden',
  clone: 'failedClone',
  'protocol-too-old': 'failedTooOld',
  gap: 'failedAgain',
  'bad-json': 'failedAgain',
  'bad-request': 'failedAgain',
  'too-large': 'failedAgain',
  'too-deep': 'failedAgain',
  'not-found': 'failedAgain',
  'code-refused': 'failedAgain',
  'already-set-up': 'failedAgain',
  'envelope-unreadable': 'failedAgain',
  'blob-mismatch': 'failedPhoto',
}

/** What to do about it, without an administrator. Complete by type. */
export const TODO_WORDS: Record<QuarantineReason, Extract<keyof typeof fr, `todo${string}`>> = {
  malformed: 'todoAgain',
  'bad-hash': 'todoAgain',
  'unknown-type': 'todoUpdate',
  'wrong-bucket': 'todoAgain',
  forbidden: 'todoRights',
  revoked: 'todoRights',
  'too-large': 'todoShorten',
}

/** Why the server set an operation aside. Complete by type. */
export const REASON_WORDS: Record<QuarantineReason, Extract<keyof typeof fr, `reason${string}`>> = {
  malformed: 'reasonMalformed',
  'bad-hash': 'reasonBadHash',
  'unknown-type': 'reasonUnknownType',
  'wrong-bucket': 'reasonWrongBucket',
  forbidden: 'reasonForbidden',
  'too-large': 'reasonTooLarge',
  revoked: 'reasonRevoked',
}
