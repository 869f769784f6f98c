import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceId, dispositifId, personId, recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { applyOp, type RecordState, shownFields } from '#protocol/merge.ts'
import { type Op, type OpId, opId } from '#protocol/op.ts'

const RECORD = recordId('r')
const FIELDS = ['a', 'b']

interface Step {
  readonly device: number
  readonly field: string
  readonly value: number
  /** Writes before having seen the others, or after. */
  readonly sees: boolean
  readonly clock: number
}

const steps = fc.array(
  fc.record({
    device: fc.integer({ min: 0, max: 3 }),
    field: fc.constantFrom(...FIELDS),
    value: fc.integer({ min: 0, max: 4 }),
    sees: fc.boolean(),
    // Clocks are wrong by up to five weeks either way: they may order, never decide.
    clock: fc.integer({ min: 0, max: 70 * 86_400_000 }),
  }),
  { minLength: 1, maxLength: 25 },
)

/** A history on one server: each device writes on top of what it last saw there. */
function play(history: readonly Step[]) {
  const seen = new Map<number, RecordState | undefined>()
  const last = new Map<number, number>()
  const ops: Op[] = []
  let server: RecordState | undefined
  for (const step of history) {
    if (step.sees) seen.set(step.device, server)
    const n = (last.get(step.device) ?? 0) + 1
    last.set(step.device, n)
    const op = buildOp(step, n, seen.get(step.device))
    ops.push(op)
    server = applyOp(server, op).record
    // A device always knows what it wrote itself.
    seen.set(step.device, applyOp(seen.get(step.device), op).record)
  }
  return { ops, server }
}

function buildOp(step: Step, n: number, view: RecordState | undefined): Op {
  return {
    id: opId(deviceId(`d${step.device}`), n),
    rec: RECORD,
    type: 'audit',
    bucket: bucketId(dispositifId('s'), 'quality'),
    kind: 'set',
    f: { [step.field]: { v: step.value, base: view?.f[step.field]?.op ?? null } },
    sv: 1,
    actor: personId('p'),
    h: hlcAt(step.clock),
    wall: step.clock,
    tz: 0,
    hash: '',
  }
}

function fold(ops: readonly Op[]): RecordState | undefined {
  return ops.reduce<RecordState | undefined>((state, op) => applyOp(state, op).record, undefined)
}

function valuesOf(state: RecordState | undefined, field: string): string[] {
  const heads = [state?.f[field], ...(state?.x?.[field] ?? [])]
  return heads.flatMap((head) => (head ? [canonicalJson(head.v)] : [])).sort()
}

test('no distinct value disappears without an author who had seen it', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { ops, server } = play(history)
      for (const field of FIELDS) {
        const writes = ops.filter((op) => field in op.f)
        const replaced = new Set<OpId | null | undefined>(writes.map((op) => op.f[field]?.base))
        // Who replaced a value had seen it, whichever of the devices that wrote it they looked at.
        const seen = new Set(
          writes.filter(({ id }) => replaced.has(id)).map((op) => op.f[field]?.v),
        )
        const unseen = writes.filter((op) => !seen.has(op.f[field]?.v) && !isOwnLater(op, writes))
        for (const op of unseen) {
          expect(valuesOf(server, field)).toContain(canonicalJson(op.f[field]?.v ?? null))
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

test('an operation repeated right after itself changes no value', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (history, at) => {
      const { ops } = play(history)
      const cut = at % ops.length
      const repeated = [...ops.slice(0, cut + 1), ...ops.slice(cut, cut + 1), ...ops.slice(cut + 1)]
      for (const field of FIELDS) {
        expect(valuesOf(fold(repeated), field)).toEqual(valuesOf(fold(ops), field))
      }
    }),
    { numRuns: 2_000 },
  )
})

test('devices that write without seeing each other converge, in whatever order they arrive', () => {
  const lines = fc.array(
    fc.record({
      field: fc.constantFrom(...FIELDS),
      clock: fc.integer({ min: 0, max: 1_000_000 }),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(fc.tuple(lines, lines, lines), fc.infiniteStream(fc.nat(2)), (devices, picks) => {
      const queues = devices.map((writes, device) => {
        let view: RecordState | undefined
        return writes.map((write, index) => {
          // Every value its own: two devices that wrote the same one have nothing to settle.
          const value = device * 100 + index
          const op = buildOp({ ...write, device, value, sees: false }, index + 1, view)
          view = applyOp(view, op).record
          return op
        })
      })
      const inTurn = queues.flat()
      const mixed = interleave(queues, picks)
      expect(mixed).toHaveLength(inTurn.length)
      for (const field of FIELDS) {
        expect(valuesOf(fold(mixed), field)).toEqual(valuesOf(fold(inTurn), field))
      }
      const shown = (ops: readonly Op[]) => {
        const state = fold(ops)
        return state && canonicalJson({ ...shownFields(state) })
      }
      expect(shown(mixed)).toBe(shown(inTurn))
    }),
    { numRuns: 2_000 },
  )
})

test('a delete does not beat an edit its author had not seen', () => {
  const created = buildOp({ device: 0, field: 'a', value: 1, sees: true, clock: 1 }, 1, undefined)
  const base = applyOp(undefined, created).record
  const edit = buildOp({ device: 1, field: 'a', value: 2, sees: true, clock: 2 }, 1, base)
  const removal: Op = {
    ...buildOp({ device: 0, field: 'a', value: 0, sees: true, clock: 3 }, 2, base),
    kind: 'delete',
    f: {},
    closes: [base.last],
  }
  expect(applyOp(base, removal).record.deleted).toBe(removal.id)
  const late = applyOp(applyOp(base, edit).record, removal)
  expect([late.record.deleted, late.outcome]).toEqual([undefined, 'conflict'])
  const revived = applyOp(applyOp(base, removal).record, edit)
  expect([revived.record.deleted, revived.outcome]).toEqual([undefined, 'conflict'])
})

/** The same device wrote here again later: its own earlier value was on its screen. */
function isOwnLater(op: Op, writes: readonly Op[]): boolean {
  const device = op.id.split(':')[0]
  return writes.slice(writes.indexOf(op) + 1).some((later) => later.id.split(':')[0] === device)
}

function interleave(queues: readonly (readonly Op[])[], picks: Iterable<number>): Op[] {
  const rest = queues.map((queue) => [...queue])
  const mixed: Op[] = []
  const source = picks[Symbol.iterator]()
  while (rest.some((queue) => queue.length > 0)) {
    const alive = rest.filter((queue) => queue.length > 0)
    const op = alive[Number(source.next().value) % alive.length]?.shift()
    if (op) mixed.push(op)
  }
  return mixed
}
