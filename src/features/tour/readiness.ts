import type { SyncStatus } from '#data/workspace.ts'

/** What the browser says of this device; undefined where it says nothing. */
export interface DeviceState {
  readonly persisted: boolean | undefined
  readonly freeBytes: number | undefined
  /** 0 to 1. */
  readonly battery: number | undefined
  readonly opensOffline: boolean
}

export const CHECKS = [
  'received',
  'contact',
  'app',
  'storage',
  'space',
  'battery',
  'waiting',
  'photos',
] as const
export type Check = (typeof CHECKS)[number]
/** `missing` holds the departure back; `watch` is to be known before leaving. */
export type CheckState = 'ok' | 'watch' | 'missing'

/** Room for about a hundred photos of an audit. */
const LITTLE_SPACE_BYTES = 200_000_000
const LOW_BATTERY = 0.5

/**
 * The state of each check before a round. Three things hold the departure back: data not received
 * whole, a server that never answered, an app that would not open without the network. The rest is
 * said, and the officer judges.
 */
export function readiness(status: SyncStatus, device: DeviceState): Record<Check, CheckState> {
  return {
    received: status.complete ? 'ok' : 'missing',
    contact:
      status.lastContactAt === undefined
        ? 'missing'
        : status.round.kind === 'failed'
          ? 'watch'
          : 'ok',
    app: device.opensOffline ? 'ok' : 'missing',
    storage: device.persisted === true ? 'ok' : 'watch',
    space: (device.freeBytes ?? LITTLE_SPACE_BYTES) >= LITTLE_SPACE_BYTES ? 'ok' : 'watch',
    battery: (device.battery ?? 1) >= LOW_BATTERY ? 'ok' : 'watch',
    waiting: status.waiting.length + status.setAside.length === 0 ? 'ok' : 'watch',
    photos: status.lostPhotos.length === 0 ? 'ok' : 'watch',
  }
}

export function isReady(checks: Record<Check, CheckState>): boolean {
  return Object.values(checks).every((state) => state !== 'missing')
}
