import type { DeviceId } from '#domain/shared/ids.ts'

/**
 * Numbers a device gave and no longer holds: an erased browser, a backup older than what devices keep.
 * The queue moves past them, and they stand here by name until the operation is found after all.
 */
export interface LossBook {
  note(device: DeviceId, numbers: readonly number[], noticedAt: number): Promise<void>
  /** Numbers of a device noted lost and not found since, in order. */
  missing(device: DeviceId): Promise<readonly number[]>
  /** One of them came after all, from a second copy. */
  found(device: DeviceId, n: number, foundAt: number): Promise<void>
}
