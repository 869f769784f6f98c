import type { RequestFailure } from '#data/request-server.ts'
import type { fr } from './fr.ts'

type Key = Extract<keyof typeof fr, `refused${string}`>

/** What each refusal means for the person in front of the screen, and what to do. Complete by type. */
export const REFUSALS: Record<RequestFailure['kind'], Key> = {
  offline: 'refusedOffline',
  'code-refused': 'refusedCode',
  'rate-limited': 'refusedTooMany',
  'already-set-up': 'refusedAlreadySetUp',
  forbidden: 'refusedForbidden',
  'unknown-device': 'refusedDevice',
  revoked: 'refusedDevice',
  clone: 'refusedDevice',
  'protocol-too-old': 'refusedOldApp',
  'storage-full': 'refusedServer',
  'server-fault': 'refusedServer',
  'bad-request': 'refusedEntry',
  'bad-json': 'refusedEntry',
  'too-large': 'refusedEntry',
  'too-deep': 'refusedEntry',
  'not-found': 'refusedServer',
  gap: 'refusedServer',
  'envelope-unreadable': 'refusedServer',
  'blob-mismatch': 'refusedServer',
}
