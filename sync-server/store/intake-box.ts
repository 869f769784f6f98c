import type { RecordId, SiteId } from '#domain/shared/ids.ts'

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
  addReceipt(receipt: { hash: string; site: SiteId; event: RecordId }): Promise<void>
  eventOfReceipt(hash: string): Promise<RecordId | undefined>
}
