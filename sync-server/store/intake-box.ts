import type { RecordId, SiteId } from '#domain/shared/ids.ts'
import type { BucketId } from '#domain/site/bucket.ts'

export interface IntakeKey {
  readonly id: string
  readonly site: SiteId
  /** Raw P-256 point, base64url. */
  readonly publicKey: string
  /** Private scalar as the HPKE library serialises it, base64url. */
  readonly privateKey: string
}

/** What depositing needs: keys of envelopes, envelopes already filed, receipts. */
export interface IntakeBox {
  addKey(key: IntakeKey & { createdAt: number }): Promise<void>
  key(id: string): Promise<IntakeKey | undefined>
  /** The key new envelopes are sealed to. */
  currentKey(site: SiteId): Promise<IntakeKey | undefined>
  /** The day an envelope was filed, undefined when it never was. */
  filedOn(envelope: string): Promise<string | undefined>
  markFiled(envelope: string, day: string): Promise<void>
  /** Records that keep no place of their own in their bucket before `until`, epoch ms. */
  mingle(records: readonly { record: RecordId; bucket: BucketId; until: number }[]): Promise<void>
  /** Those of some buckets; forgets the ones whose time is over at `now`. */
  mingledIn(buckets: readonly BucketId[], now: number): Promise<readonly RecordId[]>
  addReceipt(receipt: { hash: string; site: SiteId; event: RecordId }): Promise<void>
  /** The event of a receipt of this home; undefined when there is none. */
  eventOfReceipt(hash: string, site: SiteId): Promise<RecordId | undefined>
}
