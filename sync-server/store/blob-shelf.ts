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
  /**
   * Says that a device of the dispositif brought the bytes, that they were verified and are on disk. Another
   * dispositif that names the same address must bring them too: an address is no right to read.
   */
  markPresent(photo: {
    sha256: string
    dispositif: DispositifId
    mime: string
    at: number
  }): Promise<void>
  /** Says that the bytes are not here after all: whoever announced the photo is asked for it again. */
  markAbsent(sha256: string): Promise<void>
  /** The photo, when its bytes are on disk and this dispositif has brought them. */
  present(sha256: string, dispositif: DispositifId): Promise<NamedPhoto | undefined>
  bucketsNaming(sha256: string): Promise<readonly BucketId[]>
}
