import type { DispositifId, RecordId } from '#domain/shared/ids.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { RecordState } from '#protocol/merge.ts'
import type { RecentChanges } from './recent-changes.ts'

export interface StoredRecord {
  readonly seq: number
  readonly state: RecordState
}

/** A record ready to travel (`pack-record.ts`): nobody reads it again on its way out. */
export interface StoredLine {
  readonly seq: number
  readonly line: string
  readonly changes: RecentChanges
}

/** What a bucket holds at one moment (`line-sum.ts`). */
export interface BucketSum {
  readonly head: number
  readonly rows: number
  readonly sum: number
}

/** A sequence, as far as it is known before the counter of its bucket was raised: so many before its head. */
export interface Place {
  readonly bucket: BucketId
  readonly before: number
}

export interface StampOptions {
  /**
   * Records whose sequence must not tell when they came (`sync/mingle.ts`): they take theirs out of the
   * gap left at each write.
   */
  readonly mingled?: ReadonlySet<RecordId>
  /** Written together with the records: all of it is one way to the store, which alone knows the sequences yet. */
  readonly beside?: (places: ReadonlyMap<RecordId, Place>) => Promise<unknown>
}

/** The present state of every record: the fold of the log, kept ready to be handed out. */
export interface RecordBook {
  get(id: RecordId): Promise<StoredRecord | undefined>
  /**
   * As `get`, for what another write may be making (`willMake`) at this moment: that one comes wholly before
   * this write, and is seen, or wholly after it, in the log too.
   */
  getSettled(id: RecordId): Promise<StoredRecord | undefined>
  /** Says which records this write will make, of those that others read without holding. Before `hold`. */
  willMake(ids: readonly RecordId[]): Promise<void>
  /** The records that exist of those named. */
  find(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, StoredRecord>>
  /**
   * As `find`, to change them. Nobody else may change them before this write ends: what
   * is about to be merged is read this way, all at once, so that no other writer comes in between.
   */
  hold(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, StoredRecord>>
  /**
   * Writes states and gives each the next sequence of its bucket. Called once, last in a
   * transaction, so that a bucket's counter is held as short as possible. A record that `hold` did
   * not give is written as a new one.
   */
  stamp(
    dispositif: DispositifId,
    states: readonly RecordState[],
    options?: StampOptions,
  ): Promise<Map<RecordId, number>>
  /** Draws another place in their table for records: their rank there would tell who came first. */
  hidePlaces(records: readonly RecordId[]): Promise<void>
  /** The counter of each bucket; a bucket nobody wrote in is absent. */
  heads(buckets: readonly BucketId[]): Promise<Map<BucketId, number>>
  /** What each bucket holds, kept as it is written; a bucket nobody wrote in is absent. */
  sums(buckets: readonly BucketId[]): Promise<Map<BucketId, BucketSum>>
  /** Records of a bucket changed after `seq`, oldest change first. */
  changedAfter(bucket: BucketId, seq: number, limit: number): Promise<readonly StoredLine[]>
  /** Every record, by id, for the comparison with the replay of the log. */
  all(): Promise<readonly StoredRecord[]>
}
