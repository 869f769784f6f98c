import type { Fields } from '#domain/shared/json.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { disputedFields } from '#protocol/disputes.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'
import { fieldsOfReceived, type ReceivedRecord, stateOfReceived } from './page.ts'
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

const NONE: readonly string[] = []

/**
 * What screens see of a record nothing was written on here: parsed at the first look. A class, for a
 * closure on each of fifty thousand records would weigh more than their index.
 */
export class ReceivedSnapshot implements Snapshot {
  readonly #record: ReceivedRecord
  #fields: Fields | undefined
  #isSeen = false
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
    this.#isSeen = true
    this.#fields ??= fieldsOfReceived(this.#record)
    return this.#fields
  }
  get disputed(): readonly string[] {
    if (!this.#record.beside) return NONE
    this.#disputed ??= disputedFields(stateOfReceived(this.#record))
    return this.#disputed
  }

  /** Parses it before somebody looks; false when it was already. */
  prepare(): boolean {
    if (this.#fields) return false
    this.#fields = fieldsOfReceived(this.#record)
    return true
  }

  /** Forgets what `prepare` parsed, unless somebody looked since: those fields stay the same object. */
  release(): void {
    if (!this.#isSeen) this.#fields = undefined
  }
}
