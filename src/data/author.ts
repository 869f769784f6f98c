import { RECORD_CLASSES, type RecordType } from '#domain/record-types.ts'
import type { DispositifId, RecordId, SiteId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import {
  deletionCloses,
  fieldWrites,
  resolution,
  restoreCloses,
  type Writes,
} from '#protocol/field-write.ts'
import { hashOp } from '#protocol/hash-op.ts'
import { nextHlc } from '#protocol/hlc.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'
import { type Op, type OpId, opId, opIdParts, SCHEMA_VERSION } from '#protocol/op.ts'
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
  | { readonly kind: 'delete' | 'restore'; readonly id: RecordId }
  /** Settles a field in dispute: `value` is kept, every value this device knows of is closed. */
  | {
      readonly kind: 'resolve'
      readonly id: RecordId
      readonly field: string
      readonly value: Json
    }
  /** Writes once more what an operation set aside said, on the values its author had seen. */
  | { readonly kind: 'again'; readonly id: RecordId; readonly op: Op }
  /** Ends operations set aside; `id` is the dispositif, for it writes on no record. */
  | {
      readonly kind: 'settle'
      readonly id: RecordId
      readonly ops: readonly OpId[]
      readonly reason: string
    }

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
  { person, dispositif }: Pick<Profile, 'person' | 'dispositif'>,
  local: LocalState,
  nowMs: number,
): Promise<Op> {
  const { identity, author, sync, replica, ops } = local
  const before = replica.stateOf(intent.id)
  return hashOp({
    id: opId(identity.value.device, author.value.declared + 1),
    ...placeOf(intent, before ?? placeWrittenHere(intent.id, ops), dispositif.id),
    kind: intent.kind === 'again' ? intent.op.kind : intent.kind,
    ...writesOf(intent, before, local),
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

function placeOf(
  intent: Intent,
  before: Place | undefined,
  dispositif: DispositifId,
): Pick<Op, 'rec' | 'type' | 'bucket'> {
  if (intent.kind === 'settle') {
    return { rec: intent.id, type: 'dispositif', bucket: bucketId(dispositif, 'config') }
  }
  if (intent.kind === 'create') {
    const bucket = bucketId(intent.scope, RECORD_CLASSES[intent.type])
    return { rec: intent.id, type: intent.type, bucket }
  }
  if (!before) throw new UnknownRecordError(`No record ${intent.id} on this device`)
  return { rec: before.id, type: before.type, bucket: before.bucket }
}

function writesOf(intent: Intent, before: RecordState | undefined, local: LocalState): Writes {
  switch (intent.kind) {
    case 'delete':
      return { f: {}, ...(before && { closes: deletionCloses(before) }) }
    case 'restore':
      return { f: {}, ...(before && { closes: restoreCloses(before) }) }
    case 'resolve':
      if (!before) throw new UnknownRecordError(`No record ${intent.id} on this device`)
      return resolution(before, intent.field, intent.value)
    case 'settle':
      return { f: { reason: { v: intent.reason, base: null } }, closes: intent.ops }
    case 'again':
      return againOn(intent.op, before)
    case 'create':
      return fieldWrites(intent.type, intent.fields, before)
    default: {
      const type = (before ?? placeWrittenHere(intent.id, local.ops))?.type
      if (!type) throw new UnknownRecordError(`No record ${intent.id} on this device`)
      const shown = before && isAwaited(before, local) ? shownFields(before) : {}
      const fields = { ...shown, ...intent.fields }
      return fieldWrites(type, fields, before, (op) => isUnsent(op, local))
    }
  }
}

/** The server may have lost this record: what is shown of it goes with the gesture. */
function isAwaited({ id, bucket }: RecordState, { replica, sync }: LocalState): boolean {
  const seq = replica.seqOf(id)
  return seq > 0 && awaitedIn(sync.value)(bucket, seq)
}

/**
 * The writes of an operation set aside, on the values its author had seen: what others wrote since
 * becomes a disagreement. What it had built upon of this same device was set aside with it, or was
 * written again just before.
 */
function againOn({ id, f, closes }: Op, before: RecordState | undefined): Writes {
  const { device } = opIdParts(id)
  const isOwn = (op: OpId | null | undefined) => op != null && opIdParts(op).device === device
  const writes = Object.entries(f).map(([field, write]) => {
    const shown = before && Object.hasOwn(before.f, field) ? before.f[field]?.op : undefined
    const base = isOwn(write.base) ? (isOwn(shown) ? (shown ?? null) : null) : write.base
    return [field, { ...write, base }] as const
  })
  return { f: Object.fromEntries(writes), ...(closes && { closes }) }
}

/** Written here and not sent: what is typed on top belongs to the same edit. */
function isUnsent(op: OpId, { ops }: LocalState): boolean {
  const kept = ops.get(opIdParts(op).n)
  return kept?.op.id === op && kept.state === 'pending'
}
