import { describe, expect, it } from 'vitest'
import { syncSentence } from '#app/sync-sentence.ts'
import type { SyncStatus, Waiting } from '#data/workspace.ts'
import { recordId } from '#domain/shared/ids.ts'

const QUIET: SyncStatus = {
  waiting: [],
  setAside: [],
  holes: [],
  awaited: [],
  notes: [],
  clockOffsetMs: 0,
  lostPhotos: [],
  photos: { waiting: 0, totalBytes: 0, sentBytes: 0, sending: { kind: 'idle' } },
  expectedPhotos: [],
  round: { kind: 'idle' },
  lastContactAt: undefined,
  toSettle: 0,
  allSent: false,
  complete: true,
}
const AUDIT: Waiting = {
  record: recordId('0197b0a0-0000-7000-8000-000000000001'),
  type: 'audit',
  scope: 'site',
  operations: 12,
  photos: 3,
  lastWrittenAt: 0,
}

describe('the one sentence about the data', () => {
  it('before any answer of the server, only says that things are saved here', () => {
    expect(syncSentence(QUIET)).toEqual({ tone: 'saved', key: 'savedHere' })
  })

  it('counts answers and photos that wait', () => {
    const status = { ...QUIET, waiting: [AUDIT], lastContactAt: 5, allSent: false }
    expect(syncSentence(status)).toEqual({ tone: 'waiting', key: 'waiting', count: 15 })
  })

  it('offline is a normal state, not an alarm', () => {
    const round = { kind: 'failed', error: 'offline', retryAt: 9 } as const
    expect(syncSentence({ ...QUIET, waiting: [AUDIT], round }).tone).toBe('waiting')
  })

  it('says « envoyé » only with the hour the server confirmed it', () => {
    expect(syncSentence({ ...QUIET, allSent: true, lastContactAt: 7 })).toEqual({
      tone: 'received',
      key: 'allSent',
      confirmedAt: 7,
    })
    expect(syncSentence({ ...QUIET, allSent: true }).key).toBe('savedHere')
  })

  it('what needs a person comes before what waits', () => {
    const status = { ...QUIET, waiting: [AUDIT], holes: [4, 5] }
    expect(syncSentence(status)).toEqual({ tone: 'attention', key: 'review', count: 2 })
  })

  it('a refused device is said, not hidden behind a retry', () => {
    const round = { kind: 'failed', error: 'revoked', retryAt: 9 } as const
    expect(syncSentence({ ...QUIET, round }).key).toBe('deviceRefused')
  })
})
