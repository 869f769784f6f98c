import type { RecordType } from '#domain/record-types.ts'
import { deviceId, personId, recordId, siteId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { disputedFields, isExistenceDisputed } from '#protocol/disputes.ts'
import {
  deletionCloses,
  fieldWrites,
  resolution,
  restoreCloses,
  type Writes,
} from '#protocol/field-write.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { type RecordState, takeOnce } from '#protocol/merge.ts'
import { type Op, type OpKind, opId } from '#protocol/op.ts'

/** One gesture of a device; `sees`: after it has heard of all the server holds. */
export interface Step {
  readonly device: number
  readonly act: 'write' | 'settle' | 'delete' | 'keep'
  readonly field: string
  readonly value: Json
  readonly sees: boolean
  /** Clocks are wrong by weeks: they may order, never decide. */
  readonly clock: number
}

export interface Played {
  readonly ops: readonly Op[]
  /** What each operation's author had in front of them, as ids: the truth the merge is held to. */
  readonly saw: ReadonlyMap<string, ReadonlySet<string>>
  readonly server: RecordState | undefined
}

/** A history of one record on one server, each device writing on top of what it last heard. */
export function play(history: readonly Step[], type: RecordType = 'action'): Played {
  const heard = new Map<number, readonly Op[]>()
  const numbers = new Map<number, number>()
  const saw = new Map<string, ReadonlySet<string>>()
  const ops: Op[] = []
  for (const step of history) {
    const mine = step.sees ? [...ops] : (heard.get(step.device) ?? [])
    const view = fold(mine)
    const n = (numbers.get(step.device) ?? 0) + 1
    const op = opOf(step, n, view, type)
    if (!op) continue
    numbers.set(step.device, n)
    ops.push(op)
    saw.set(op.id, new Set(mine.map(({ id }) => id)))
    heard.set(step.device, [...mine, op])
  }
  return { ops, saw, server: fold(ops) }
}

export function fold(ops: readonly Op[]): RecordState | undefined {
  return ops.reduce<RecordState | undefined>(takeOnce, undefined)
}

/** The record without the order of receipt: the same for whoever holds the same operations. */
export function picture(state: RecordState | undefined): string {
  if (!state) return ''
  const { last: _, ...rest } = state
  return canonicalJson(JSON.parse(JSON.stringify({ ...rest, disputed: disputedFields(state) })))
}

function opOf(
  { device, act, field, value, clock }: Step,
  n: number,
  view: RecordState | undefined,
  type: RecordType,
): Op | undefined {
  const made = (kind: OpKind, writes: Writes): Op =>
    buildOp({ device, n, clock, kind, type, ...writes })
  if (act === 'write') return made('set', fieldWrites(type, { [field]: value }, view))
  if (!view) return undefined
  if (act === 'delete') return made('delete', { f: {}, closes: deletionCloses(view) })
  if (act === 'keep') {
    return isExistenceDisputed(view)
      ? made('restore', { f: {}, closes: restoreCloses(view) })
      : undefined
  }
  return disputedFields(view).includes(field)
    ? made('resolve', resolution(view, field, value))
    : undefined
}

export function buildOp({
  device,
  n,
  clock = n,
  kind = 'set',
  type = 'action',
  f,
  closes,
}: Writes & {
  readonly device: number
  readonly n: number
  readonly clock?: number
  readonly kind?: OpKind
  readonly type?: RecordType
}): Op {
  return {
    id: opId(deviceId(`d${device}`), n),
    rec: recordId('r'),
    type,
    bucket: bucketId(siteId('home'), 'quality'),
    kind,
    f,
    ...(closes && { closes }),
    sv: 1,
    actor: personId('p'),
    h: hlcAt(clock),
    wall: clock,
    tz: 0,
    hash: '',
  }
}
