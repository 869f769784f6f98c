import type { Fields } from '#domain/shared/json.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { disputedFields } from '#protocol/disputes.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'
import { type ReceivedRecord, stateOfReceived } from './page.ts'
import type { Snapshot } from './workspace.ts'

/** What screens see of a folded record. */
export function snapshotOf(state: RecordState, unsent: boolean): Snapshot {
  return {
    id: state.id,
    type: state.type,
    bucket: state.bucket,
    scope: parseBucketId(state.bucket)?.scope ?? '',
    fields: shownFields(state),
    disputed: disputedFields(state),
    unsent,
  }
}

/** What screens see of a record nothing was written on here: parsed at the first look. */
export function snapshotOfReceived(record: ReceivedRecord): Snapshot {
  return new LazySnapshot(record)
}

/** A class, for a closure on each of fifty thousand records would weigh more than their index. */
class LazySnapshot implements Snapshot {
  readonly #record: ReceivedRecord
  #fields: Fields | undefined
  #disputed: readonly string[] | undefined

  constructor(record: ReceivedRecord) {
    this.#record = record
  }

  get id() {
    return this.#record.id
  }
  get type() {
    return this.#record.kind.type
  }
  get bucket() {
    return this.#record.kind.bucket
  }
  get scope() {
    return parseBucketId(this.bucket)?.scope ?? ''
  }
  get unsent() {
    return false
  }
  get fields(): Fields {
    if (!this.#fields) this.#parse()
    return this.#fields ?? {}
  }
  get disputed(): readonly string[] {
    if (!this.#disputed) this.#parse()
    return this.#disputed ?? []
  }

  #parse(): void {
    const state = stateOfReceived(this.#record)
    this.#fields = shownFields(state)
    this.#disputed = disputedFields(state)
  }
}
