import type { LastBackup } from './backup/last-backup.ts'

/** What an operator looks at first. Times in epoch ms, sizes in bytes. */
export interface ServerState {
  readonly version: string
  readonly driver: string
  readonly epoch: string
  readonly now: number
  readonly dataBytes: number
  readonly freeBytes: number
  /** True when the server refuses to acknowledge anything more. */
  readonly isFull: boolean
  readonly lastBackup: LastBackup | null
  readonly dispositifs: number
  readonly sites: number
  readonly people: number
  readonly records: number
  readonly operations: number
  readonly quarantined: number
  readonly photos: { readonly expected: number; readonly present: number }
  readonly devices: readonly DeviceState[]
}

export interface DeviceState {
  readonly id: string
  readonly label: string
  readonly revoked: boolean
  /** When its last operation came; null for one that only reads so far. */
  readonly lastReceivedAt: number | null
  /** Written on the device and not here yet, as far as it told. */
  readonly waiting: number
  /** By how much its clock was off when it last wrote, ms, ahead when positive; null when it was not. */
  readonly clockSkewMs: number | null
  /** Numbers the device gave and no longer holds. */
  readonly lost: readonly number[]
}
