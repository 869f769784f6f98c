import fc from 'fast-check'
import { expect, it } from 'vitest'
import { liftSeq } from '#data/generation.ts'
import { createReplica, isOnTop } from '#data/replica.ts'
import type { KeptOp } from '#data/stored-shapes.ts'
import type { Snapshot } from '#data/workspace.ts'
import { EVENT_STATUSES } from '#domain/adverse-event/adverse-event.ts'
import { deviceId, personId, type RecordId, recordId, siteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { disputedFields } from '#protocol/disputes.ts'
import { deletionCloses, fieldWrites, restoreCloses } from '#protocol/field-write.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { type RecordState, shownFields, takeOnce } from '#protocol/merge.ts'
import { type Op, opId } from '#protocol/op.ts'
import { receivedOf } from '#tests/support/wire.ts'

const TYPE = 'adverse-event'
const BUCKET = bucketId(siteId('home'), 'events')
const IDS = ['r1', 'r2', 'r3'].map(recordId)

const rec = fc.constantFrom(...IDS)
const fields = fc
  .record(
    {
      status: fc.constantFrom(...EVENT_STATUSES),
      declaredOn: fc.constantFrom('2026-01-01', '2026-01-02'),
      'answers.details': fc.subarray(['fall', 'burn', 'other']),
      'answers.facts': fc.constantFrom('Chute.', 'Chute au lit.', null),
      'questions.q1': fc.constantFrom('Où ?', null),
      // A field this version knows nothing of.
      'later.deep': fc.constant({ list: [1, { two: '2' }] }),
    },
    { requiredKeys: [] },
  )
  .filter((some) => Object.keys(some).length > 0)
const write = fc.record({
  rec,
  act: fc.constantFrom('set', 'set', 'set', 'set', 'delete', 'restore', 'settle'),
  fields,
  /** True when its author had in front of them what is shown. */
  sees: fc.boolean(),
})
const move = fc.record({
  /** Which of those written, from the last. */
  back: fc.nat({ max: 5 }),
  to: fc.constantFrom('pending', 'acked', 'settled', 'quarantined', 'restored'),
})
/** What the server held of a record when it gave it: so many words of ours and of another device. */
const page = fc.record({
  rec,
  generation: fc.nat({ max: 2 }),
  seq: fc.integer({ min: 1, max: 6 }),
  own: fc.nat({ max: 6 }),
  others: fc.array(write, { maxLength: 3 }),
})
const step = fc.record({
  writes: fc.array(write, { maxLength: 3 }),
  moves: fc.array(move, { maxLength: 2 }),
  pages: fc.array(page, { maxLength: 2 }),
  isReversed: fc.boolean(),
})

it('what is shown is the fold of what was received and written, whatever the order it came in', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const replica = createReplica()
      const model = createModel()
      for (const { writes, moves, pages, isReversed } of steps) {
        const rows = pages.map((one) => model.receive(one))
        const written = writes.flatMap((one) => model.write(one) ?? [])
        const moved = moves.flatMap((one) => model.move(one) ?? [])
        const ops = [...new Map([...written, ...moved].map((kept) => [kept.n, kept])).values()]
        replica.change(receivedOf(rows), isReversed ? ops.reverse() : ops)
        expectSame(replica, model)
      }
    }),
    { numRuns: 150 },
  )
})

it('a record that comes twice in one answer stands once, on its last shelf', () => {
  const [first, second, last] = EVENT_STATUSES
  const rowOf = (seq: number, status: string) => {
    const op = opOf(
      { rec: recordId('r1'), act: 'set', fields: { status } },
      'other',
      seq,
      undefined,
    )
    if (!op) throw new Error('Nothing written')
    return { seq, state: takeOnce(undefined, op) }
  }
  const replica = createReplica()
  replica.change(receivedOf([rowOf(1, first)]), [])
  replica.change(receivedOf([rowOf(2, second), rowOf(3, last)]), [])
  expect(replica.counts(TYPE)).toEqual(new Map([['home', { [last]: 1 }]]))
})

function createModel() {
  const kept: KeptOp[] = []
  const received = new Map<RecordId, { seq: number; state: RecordState }>()
  let others = 0

  function onTop(id: RecordId): readonly KeptOp[] {
    const seq = received.get(id)?.seq ?? 0
    return kept.filter((one) => one.op.rec === id && isOnTop(one, seq))
  }

  /** Everything again, from what was received. */
  function fold(id: RecordId): RecordState | undefined {
    return onTop(id).reduce<RecordState | undefined>(
      (state, { op }) => takeOnce(state, op),
      received.get(id)?.state,
    )
  }

  return {
    fold,
    isUnsent: (id: RecordId) => onTop(id).some(({ state }) => state === 'pending'),
    write(one: Write): KeptOp | undefined {
      const op = opOf(one, 'own', kept.length + 1, one.sees ? fold(one.rec) : undefined)
      if (!op) return undefined
      const made: KeptOp = { n: kept.length + 1, state: 'pending', seq: 0, op, savedAt: 0 }
      kept.push(made)
      return made
    },
    move({ back, to }: { back: number; to: string }): KeptOp | undefined {
      const before = kept.at(-1 - back)
      if (!before) return undefined
      const seq = received.get(before.op.rec)?.seq ?? 0
      const after = afterMove(before, to, seq)
      kept[before.n - 1] = after
      return after
    },
    receive(one: Page): { seq: number; state: RecordState } {
      const own = kept.slice(0, one.own).flatMap(({ op }) => (op.rec === one.rec ? op : []))
      let state = own.reduce<RecordState | undefined>(takeOnce, undefined)
      const first = { ...one, act: 'set' as const, fields: { status: 'declared' }, sees: true }
      for (const other of [first, ...one.others]) {
        const op = opOf(
          { ...other, rec: one.rec },
          'other',
          ++others,
          other.sees ? state : undefined,
        )
        if (op) state = takeOnce(state, op)
      }
      if (!state) throw new Error('Nothing to hand out')
      const row = { seq: liftSeq(one.generation, one.seq), state }
      if (row.seq >= (received.get(one.rec)?.seq ?? 0)) received.set(one.rec, row)
      return row
    },
  }
}

type Write = typeof write extends fc.Arbitrary<infer One> ? One : never
type Page = typeof page extends fc.Arbitrary<infer One> ? One : never

/** As `commitResponse` and `startOver` move operations, in orders they never would too. */
function afterMove(kept: KeptOp, to: string, seq: number): KeptOp {
  if (to === 'acked') return { ...kept, state: 'acked', seq: seq + 1, reason: undefined }
  if (to === 'settled') return { ...kept, state: 'settled', seq }
  if (to === 'quarantined') return { ...kept, state: 'quarantined', reason: 'malformed' }
  // A server put back: what was received back is sent again, and shown once.
  if (to === 'restored') return { ...kept, state: 'pending', seq: 0, heldAt: seq }
  return { ...kept, state: 'pending', seq: 0 }
}

function opOf(
  { rec, act, fields }: Pick<Write, 'rec' | 'act'> & { fields: Fields },
  device: string,
  n: number,
  view: RecordState | undefined,
): Op | undefined {
  if (act === 'delete' && !view) return undefined
  const writes =
    act === 'set' || act === 'settle'
      ? fieldWrites(TYPE, fields, view)
      : {
          f: {},
          ...(view && { closes: (act === 'delete' ? deletionCloses : restoreCloses)(view) }),
        }
  return {
    id: opId(deviceId(device), n),
    rec,
    type: TYPE,
    bucket: BUCKET,
    kind: act,
    ...writes,
    sv: 1,
    actor: personId('camille'),
    h: hlcAt(1_000 + n),
    wall: 1_000 + n,
    tz: 0,
    hash: '',
  }
}

type Model = ReturnType<typeof createModel>

function expectSame(replica: ReturnType<typeof createReplica>, model: Model): void {
  const states = IDS.flatMap((id) => model.fold(id) ?? [])
  for (const id of IDS) expect(asJson(replica.stateOf(id))).toEqual(asJson(model.fold(id)))
  const live = states.filter(({ deleted }) => !deleted).map((state) => snapshotOf(state, model))
  expect(replica.list(TYPE).map(shown)).toEqual(live)
  for (const one of live) expect(shown(replica.get(one.id))).toEqual(one)
  for (const { id, deleted } of states) if (deleted) expect(replica.get(id)).toBeUndefined()
  expect(replica.disputed().map(shown)).toEqual(live.filter((one) => one.disputed.length > 0))
  const counts = new Map<string, Record<string, number>>()
  for (const status of new Set(live.map(statusOf))) {
    const here = live.filter((one) => statusOf(one) === status)
    counts.set('home', { ...counts.get('home'), [status]: here.length })
    const latest = here.sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
    const asked = { type: TYPE, scope: 'home', status } as const
    expect(replica.latest(asked, 2).map(shown)).toEqual(latest.slice(0, 2))
  }
  expect(replica.counts(TYPE)).toEqual(counts)
}

function snapshotOf(state: RecordState, { isUnsent }: Model) {
  const { id } = state
  const fields = asJson(shownFields(state)) as Fields
  return { id, fields, disputed: disputedFields(state), unsent: isUnsent(id) }
}

function shown(snapshot: Snapshot | undefined) {
  if (!snapshot) throw new Error('Not shown')
  const { id, fields, disputed, unsent } = snapshot
  return { id, fields: asJson(fields), disputed, unsent }
}

const statusOf = ({ fields }: { fields: Fields }) => String(fields.status ?? '')
const keyOf = ({ id, fields }: { id: string; fields: Fields }) =>
  `${String(fields.declaredOn ?? '').padEnd(10)}${id}`

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
