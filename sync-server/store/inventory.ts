import type { DeviceId } from '#domain/shared/ids.ts'
import type { NamedPhoto } from '#protocol/photos-in.ts'
import type { BucketSum } from './record-book.ts'

/** Sizes of what the store holds, all dispositifs together. */
export interface Counts {
  readonly dispositifs: number
  readonly sites: number
  readonly people: number
  readonly records: number
  readonly operations: number
  /** Operations set aside that nobody has settled yet. */
  readonly quarantined: number
}

/** Where a record lies, as the database orders it: what its state says too. */
export interface RecordPlace {
  readonly id: string
  readonly bucket: string
  readonly seq: number
  readonly type: string
  /** Its state as it travels. */
  readonly line: string
  readonly deleted: boolean
}

export interface ListedDevice {
  readonly id: DeviceId
  readonly label: string
  /** True for the server's own device of a dispositif. */
  readonly isServer: boolean
  /** Highest number held without a hole, and highest the device ever declared. */
  readonly lastN: number
  /** Where its numbers begin: 1, or further for a copy of another device. */
  readonly firstN: number
  readonly declaredN: number
  readonly revokedAt: number | undefined
  /** When its last operation came, epoch ms; undefined for one that only reads so far. */
  readonly lastReceivedAt: number | undefined
  /** By how much its clock was off at that operation, ms (`LogEntry`); undefined when it was not. */
  readonly clockSkewMs: number | undefined
}

/** The whole store, over every dispositif: for the operator's commands, never for a route. */
export interface Inventory {
  counts(): Promise<Counts>
  devices(): Promise<readonly ListedDevice[]>
  buckets(): Promise<readonly (BucketSum & { id: string })[]>
  places(): Promise<readonly RecordPlace[]>
  /** Every photo named; `presentAt` is undefined until its bytes were verified. */
  photos(): Promise<readonly (NamedPhoto & { presentAt: number | undefined })[]>
}
