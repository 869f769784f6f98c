import type { Json } from '#domain/shared/json.ts'
import { disputedFields, EXISTENCE, valuesInDispute } from '#protocol/disputes.ts'
import type { Head } from '#protocol/head.ts'
import { hlcMs } from '#protocol/hlc.ts'
import { headsOf, type RecordState } from '#protocol/merge.ts'
import { opIdParts } from '#protocol/op.ts'
import type { Dispute, DisputedValue } from './workspace.ts'

/** What of a record waits for a person, as the screens read it. */
export function readDisputes(state: RecordState): readonly Dispute[] {
  return disputedFields(state).map((field) => ({
    field,
    values:
      field === EXISTENCE
        ? keptOrDeleted(state)
        : valuesInDispute(state, field).map((heads) => disputedValue(heads[0]?.v ?? null, heads)),
  }))
}

/** Kept, by whoever wrote last; deleted, by whoever had not seen it. */
function keptOrDeleted(state: RecordState): readonly DisputedValue[] {
  const written = Object.keys(state.f).flatMap((field) => headsOf(state, field))
  const last = written.reduce<Head | undefined>(
    (latest, head) => (latest && latest.h >= head.h ? latest : head),
    undefined,
  )
  return [disputedValue(true, last ? [last] : []), disputedValue(null, state.ends ?? [])]
}

function disputedValue(value: Json, heads: readonly Head[]): DisputedValue {
  return {
    value,
    authors: heads.map(({ op, h }) => ({ device: opIdParts(op).device, at: hlcMs(h) })),
    was: heads[0]?.was,
  }
}
