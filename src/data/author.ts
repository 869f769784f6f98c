import { RECORD_CLASSES, type RecordType } from '#domain/record-types.ts'
import type { DispositifId, RecordId, SiteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { hashOp } from '#protocol/hash-op.ts'
import { nextHlc } from '#protocol/hlc.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'
import { type FieldWrite, type Op, opId, SCHEMA_VERSION } from '#protocol/op.ts'
import { awaitedIn, type LocalState } from './local-state.ts'
import type { Profile } from './workspace.ts'

/** What a person did, before it has a number. */
export type Intent =
  | {
      readonly kind: 'create'
      readonly id: RecordId
      readonly type: RecordType
      readonly scope: SiteId | DispositifId
      readonly fields: Fields
    }
  | { readonly kind: 'set' | 'attach'; readonly id: RecordId; readonly fields: Fields }
  | { readonly kind: 'delete'; readonly id: RecordId }

/** Someone writes on a record this device does not show: a bug of the screen that offered it. */
export class UnknownRecordError extends Error {
  override readonly name = 'UnknownRecordError'
}

/**
 * The next operation of this device. Its base, field by field, is what the screen shows, operations
 * of this device not yet sent included: two quick taps follow one another and undo nothing. The
 * stamp never goes back, whatever the clock of the tablet does (rule R-SYN-1).
 */
export async function composeOp(
  intent: Intent,
  { device, person }: Pick<Profile, 'device' | 'person'>,
  { author, sync, replica, ops }: LocalState,
  nowMs: number,
): Promise<Op> {
  const before = replica.stateOf(intent.id)
  const seq = replica.seqOf(intent.id)
  const isAwaited = before && seq > 0 && awaitedIn(sync.value)(before.bucket, seq)
  return hashOp({
    id: opId(device, author.value.declared + 1),
    ...placeOf(intent, before ?? placeWrittenHere(intent.id, ops)),
    kind: intent.kind,
    f:
      intent.kind === 'delete'
        ? {}
        : // The server may have lost this record: what is shown of it goes with the gesture.
          writesOf({ ...(isAwaited && shownFields(before)), ...intent.fields }, before),
    ...(intent.kind === 'delete' && before && { closes: [before.last] }),
    sv: SCHEMA_VERSION,
    actor: person.id,
    h: nextHlc(author.value.hlc, nowMs + sync.value.offsetMs),
    wall: nowMs,
    tz: -new Date(nowMs).getTimezoneOffset(),
  })
}

/**
 * Where this device made a record that no longer shows, its creation having been set aside while
 * someone was writing on it: what they write is kept and sent all the same.
 */
function placeWrittenHere(id: RecordId, ops: LocalState['ops']): Place | undefined {
  const kept = [...ops.values()].find(({ op }) => op.rec === id)
  return kept && { id, type: kept.op.type, bucket: kept.op.bucket }
}

type Place = Pick<RecordState, 'id' | 'type' | 'bucket'>

function placeOf(intent: Intent, before: Place | undefined): Pick<Op, 'rec' | 'type' | 'bucket'> {
  if (intent.kind === 'create') {
    const bucket = bucketId(intent.scope, RECORD_CLASSES[intent.type])
    return { rec: intent.id, type: intent.type, bucket }
  }
  if (!before) throw new UnknownRecordError(`No record ${intent.id} on this device`)
  return { rec: before.id, type: before.type, bucket: before.bucket }
}

function writesOf(fields: Fields, before: RecordState | undefined): Record<string, FieldWrite> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, v]) => {
      const shown = before && Object.hasOwn(before.f, name) ? before.f[name] : undefined
      return [name, { v, base: shown?.op ?? null }]
    }),
  )
}
