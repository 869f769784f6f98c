import type { DeviceId } from '#domain/shared/ids.ts'
import type { QuarantineReason } from '#protocol/errors.ts'
import type { OpOutcome } from '#protocol/sync.ts'
import type { Place } from './record-book.ts'

/** One operation as received, with what became of it. Never changed once written. */
export interface LogEntry {
  readonly device: DeviceId
  readonly n: number
  /** Id of the operation, its record and bucket; empty when it could not be read. */
  readonly op: string
  readonly rec: string
  readonly bucket: string
  /** The operation as it came, JSON text. */
  readonly body: string
  /** SHA-256 of the canonical body: the same number with another digest betrays a clone. */
  readonly digest: string
  /** The stamp others see; empty when quarantined. */
  readonly hEff: string
  /** Epoch ms; the day at 00:00 UTC for an anonymous deposit. */
  readonly receivedAt: number
  readonly outcome: OpOutcome['outcome']
  readonly reason: QuarantineReason | undefined
  /** Sequence of the record in its bucket once applied. */
  readonly seq: number | undefined
  /** By how much the clock of the device was off, ms, ahead when positive; undefined for one that was not. */
  readonly clockSkewMs: number | undefined
}

/** One to write; `place` where its sequence follows from a counter raised in the same breath. */
export type NewEntry = LogEntry & { readonly place?: Place | undefined }

/** Append-only: the database itself refuses an update or a delete. */
export interface ChangeLog {
  /** At the end; or, for what came without a name, at a place drawn before all the others. */
  append(entries: readonly NewEntry[], at?: 'end' | 'drawn'): Promise<void>
  /** What was logged from a device, `from` to `to` included, in order. */
  ofDevice(device: DeviceId, from: number, to: number): Promise<readonly LogEntry[]>
  /**
   * Everything after a position, the whole log when undefined: what a replay reads. In order of
   * receipt, but for what was appended at a drawn place (`sync/mingle.ts`), which comes first.
   */
  after(
    position: number | undefined,
    limit: number,
  ): Promise<readonly (LogEntry & { position: number })[]>
  /** Position of the last entry, 0 for an empty log. */
  lastPosition(): Promise<number>
}
