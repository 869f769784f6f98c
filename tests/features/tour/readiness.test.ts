import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '#data/workspace.ts'
import { type DeviceState, isReady, readiness } from '#features/tour/readiness.ts'

const RECEIVED: SyncStatus = {
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
  lastContactAt: 1,
  toSettle: 0,
  allSent: true,
  complete: true,
}
const TABLET: DeviceState = {
  persisted: true,
  freeBytes: 11_000_000_000,
  battery: 0.84,
  opensOffline: true,
}

describe('ready to leave', () => {
  it('is said when all was received and the app opens without the network', () => {
    expect(isReady(readiness(RECEIVED, TABLET))).toBe(true)
  })

  it.each([
    ['a bucket is missing', { ...RECEIVED, complete: false }, TABLET],
    ['the server never answered', { ...RECEIVED, lastContactAt: undefined }, TABLET],
    ['the app is not kept', RECEIVED, { ...TABLET, opensOffline: false }],
  ])('is not said when %s', (_, status, device) => {
    expect(isReady(readiness(status, device))).toBe(false)
  })

  it('is still said, with a warning, when the network is off or the browser promises nothing', () => {
    const status: SyncStatus = {
      ...RECEIVED,
      round: { kind: 'failed', error: 'offline', retryAt: 2 },
    }
    expect(readiness(RECEIVED, TABLET).photos).toBe('ok')
    expect(readiness({ ...RECEIVED, lostPhotos: ['a'] }, TABLET).photos).toBe('watch')
    const checks = readiness(status, { ...TABLET, persisted: false, battery: 0.2, freeBytes: 1 })
    expect(isReady(checks)).toBe(true)
    expect(checks).toMatchObject({
      contact: 'watch',
      storage: 'watch',
      battery: 'watch',
      space: 'watch',
    })
  })
})
