import type { SyncStatus } from '#data/workspace.ts'
import type { StatusTone } from '#ui/status-line.tsx'

export type SyncSentence = { readonly tone: StatusTone } & (
  | { readonly key: 'savedHere' | 'deviceRefused' }
  | { readonly key: 'waiting' | 'sending' | 'review'; readonly count: number }
  | { readonly key: 'allSent'; readonly confirmedAt: number }
)

/** Failures that no retry mends: a person must look. The network coming back is not one of them. */
const REFUSALS = new Set(['clone', 'revoked', 'unknown-device', 'forbidden', 'protocol-too-old'])

/**
 * The one sentence of the shell about the data. What needs a person comes first, then what waits;
 * « envoyé » is said last and only when the status says so, with the hour of the server's answer.
 */
export function syncSentence(status: SyncStatus): SyncSentence {
  const { round, setAside, holes, lostPhotos, waiting, allSent, lastContactAt, toSettle } = status
  const toReview = toSettle + setAside.length + holes.length + (lostPhotos?.length ?? 0)
  if (round.kind === 'failed' && REFUSALS.has(round.error)) {
    return { tone: 'attention', key: 'deviceRefused' }
  }
  if (toReview > 0) return { tone: 'attention', key: 'review', count: toReview }

  const count = waiting.reduce((sum, { operations, photos }) => sum + operations + photos, 0)
  if (count > 0) {
    return { tone: 'waiting', key: round.kind === 'running' ? 'sending' : 'waiting', count }
  }
  if (allSent && lastContactAt !== undefined) {
    return { tone: 'received', key: 'allSent', confirmedAt: lastContactAt }
  }
  return { tone: 'saved', key: 'savedHere' }
}
