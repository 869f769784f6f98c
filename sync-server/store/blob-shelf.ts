import type { DeviceId, DispositifId, RecordId } from '#domain/shared/ids.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { NamedPhoto } from '#protocol/photos-in.ts'

/** Photos: which are expected, which are here, which record names them. Bytes are on disk apart. */
export interface BlobShelf {
  /** Remembers that a device named a photo it will send. */
  announce(blob: NamedPhoto & { device: DeviceId; dispositif: DispositifId }): Promise<void>
  /** Remembers that a record of a bucket names a photo: whoever reads the bucket may see it. */
  link(sha256: string, record: RecordId, bucket: BucketId): Promise<void>
  announced(sha256: string, dispositif: DispositifId): Promise<NamedPhoto | undefined>
  /** Photos named by a device and not here yet. */
  wantedFrom(device: DeviceId): Promise<readonly string[]>
  /** At most so many photos that records of these buckets name, that are not here and not `device`'s to send. */
  expectedIn(
    buckets: readonly BucketId[],
    device: DeviceId,
    limit: number,
  ): Promise<readonly string[]>
  /** Adds bytes to what a device sends in a day (days since 1970); gives the sum of that day. */
  spend(device: DeviceId, day: number, bytes: number): Promise<number>
  /** Says that the bytes were verified and are on disk. */
  markPresent(sha256: string, mime: string, at: number): Promise<void>
  /** Says that the bytes are not here after all: whoever announced the photo is asked for it again. */
  markAbsent(sha256: string): Promise<void>
  present(sha256: string): Promise<NamedPhoto | undefined>
  bucketsNaming(sha256: string): Promise<readonly BucketId[]>
}
