import type { BlobShelf } from './blob-shelf.ts'
import type { ChangeLog } from './change-log.ts'
import type { Directory } from './directory.ts'
import type { IntakeBox } from './intake-box.ts'
import type { Inventory } from './inventory.ts'
import type { LossBook } from './loss-book.ts'
import type { QuarantineShelf } from './quarantine-shelf.ts'
import type { RecordBook } from './record-book.ts'

/**
 * Where the server keeps everything, and the door for another database: no SQL passes it.
 *
 * `write` is one transaction: what its work resolves with may be acknowledged, for it is on disk;
 * when the work rejects, nothing of it remains. The counters of a bucket grow in commit order, so a
 * reader with a cursor never misses a row (docs/sync.md 2.10). Where several processes share a
 * database, a write that meets another may be run again from its start: its work touches nothing but
 * its session. `read` sees one moment.
 */
export interface Store {
  /** Name and version of the driver, said at the start and in fault reports. */
  readonly driver: string
  read<T>(work: (session: Session) => Promise<T>): Promise<T>
  write<T>(work: (session: Session) => Promise<T>): Promise<T>
  /**
   * A position of the log at or below which nothing more will appear, 0 for an empty log: how far a
   * reader that keeps its position may go. Beyond it, a write still under way may commit late.
   */
  settledPosition(): Promise<number>
  /**
   * Folds what was written in passing into the data, where the engine keeps such a trail beside: it
   * is in the order of writing, and an anonymous deposit has none (`sync/mingle.ts`).
   */
  foldTrail(): Promise<void>
  close(): Promise<void>
}

/** What a transaction gives access to. */
export interface Session {
  readonly meta: Meta
  readonly directory: Directory
  readonly log: ChangeLog
  readonly losses: LossBook
  readonly records: RecordBook
  readonly quarantine: QuarantineShelf
  readonly blobs: BlobShelf
  readonly intake: IntakeBox
  readonly inventory: Inventory
  /**
   * Says that what was just asked is the last of this write. Where the store is elsewhere, its commit then leaves
   * in the same breath, and no counter is held while an answer comes back. Asking more is refused, and so is
   * failing for another reason than the store's: it would be kept all the same.
   */
  endsHere(): void
}

/** Facts of the server itself. */
export interface Meta {
  /** Changes when a backup is restored: devices then send again what the server lost. */
  epoch(): Promise<string>
  /** Gives the data a new epoch, when they were put back from a backup. */
  renewEpoch(): Promise<void>
  /** Random key, base64url: signs posters and peppers the hashes of codes. Never leaves the server. */
  serverKey(): Promise<string>
  /** True when the data are the demonstration's: nobody real is behind its people. */
  isDemo(): Promise<boolean>
  markDemo(): Promise<void>
}
