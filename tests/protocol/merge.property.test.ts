import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldKind, goesForward } from '#domain/field-kinds.ts'
import { disputedFields, EXISTENCE } from '#protocol/disputes.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { headsOf } from '#protocol/merge.ts'
import { type Op, type OpId, opIdParts } from '#protocol/op.ts'
import { standingHeads } from '#protocol/standing-heads.ts'
import { fold, type Played, picture, play, type Step } from './merge-world.ts'

const RUNS = { numRuns: 1_500 }
const STATUSES = ['todo', 'doing', 'done', 'measured', 'dropped']
const VALUES: Readonly<Record<string, readonly (string | number | true | null)[]>> = {
  dueOn: [1, 2, 3, null],
  finding: ['Étiquettes effacées', 'Étiquettes effacées au soleil', 'Étiquettes refaites'],
  status: STATUSES,
  'remarks.m1': [true, null],
}
const FIELDS = Object.keys(VALUES)

const step: fc.Arbitrary<Step> = fc.constantFrom(...FIELDS).chain((field) =>
  fc.record({
    device: fc.nat(7),
    act: fc.oneof(
      { weight: 8, arbitrary: fc.constant('write' as const) },
      { weight: 2, arbitrary: fc.constant('settle' as const) },
      { weight: 1, arbitrary: fc.constantFrom('delete' as const, 'keep' as const) },
    ),
    field: fc.constant(field),
    value: fc.constantFrom(...(VALUES[field] ?? [])),
    sees: fc.boolean(),
    clock: fc.nat(70 * 86_400_000),
  }),
)
const histories = fc.array(step, { minLength: 1, maxLength: 24 })

/** Any order in which a server may hear them: each device's own numbers in turn, nothing else. */
function shuffled(ops: readonly Op[], picks: Iterable<number>): Op[] {
  const queues = new Map<string, Op[]>()
  for (const op of ops) {
    const { device } = opIdParts(op.id)
    queues.set(device, [...(queues.get(device) ?? []), op])
  }
  const mixed: Op[] = []
  const source = picks[Symbol.iterator]()
  for (let left = ops.length; left > 0; left--) {
    const alive = [...queues.values()].filter((queue) => queue.length > 0)
    const op = alive[Number(source.next().value) % alive.length]?.shift()
    if (op) mixed.push(op)
  }
  return mixed
}

/** The heads of a field told from who saw what, without a line of the code under test. */
function headsByTruth({ ops, saw }: Played, field: string): readonly Op[] {
  const writes = ops.filter((op) => Object.hasOwn(op.f, field))
  return writes.filter((op) => !writes.some((later) => coveredBy(later, op.id, field, ops, saw)))
}

function coveredBy(
  later: Op,
  id: OpId,
  field: string,
  ops: readonly Op[],
  saw: Played['saw'],
): boolean {
  if (!saw.get(later.id)?.has(id)) return false
  // What was seen and not chosen against stays: an operation covers what it names.
  const named = new Set([later.f[field]?.base, ...(later.closes ?? [])])
  if (named.has(id)) return true
  return ops.some((via) => named.has(via.id) && coveredBy(via, id, field, ops, saw))
}

describe('the record is a function of the operations', () => {
  test('two to eight devices, in whatever order their operations arrive, make the same record', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat(7)), (history, picks) => {
        const { ops, server } = play(history)
        expect(picture(fold(shuffled(ops, picks)))).toBe(picture(server))
      }),
      RUNS,
    )
  })

  test('an operation repeated at any later moment changes nothing', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.tuple(fc.nat(), fc.nat())), (history, repeats) => {
        const { ops, server } = play(history)
        const heard = [...ops]
        for (const [which, where] of repeats) {
          const op = ops[which % Math.max(1, ops.length)]
          if (op) heard.splice(heard.indexOf(op) + 1 + (where % heard.length), 0, op)
        }
        expect(picture(fold(heard))).toBe(picture(server))
      }),
      RUNS,
    )
  })

  test('the clocks change which value is shown first and nothing else', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(1_000), { minLength: 24 }), (history, clocks) => {
        const { ops, server } = play(history)
        const skewed = fold(ops.map((op, at) => ({ ...op, h: hlcAt(clocks[at] ?? 0) })))
        for (const field of FIELDS) expect(headIds(skewed, field)).toEqual(headIds(server, field))
        expect(skewed && disputedFields(skewed)).toEqual(server && disputedFields(server))
        expect(skewed?.deleted === undefined).toBe(server?.deleted === undefined)
      }),
      RUNS,
    )
  })
})

describe('nothing disappears', () => {
  test('the heads of a field are exactly the writes that nobody built upon', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const played = play(history)
        const { server } = played
        for (const field of FIELDS) {
          const truth = headsByTruth(played, field).map(({ id }) => id)
          expect(headIds(server, field)).toEqual([...truth].sort())
        }
      }),
      RUNS,
    )
  })

  test('a field is in dispute when two of its writes say different things and neither gives way', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const played = play(history)
        const { server } = played
        const disputed = server ? disputedFields(server) : []
        for (const field of FIELDS) {
          const heads = headsByTruth(played, field)
          const standing = heads.filter((head) => !heads.some((other) => gives(field, head, other)))
          const values = new Set(standing.map((op) => canonicalJson(op.f[field]?.v ?? null)))
          expect(disputed.includes(field)).toBe(values.size > 1)
        }
      }),
      RUNS,
    )
  })

  test('a record stays deleted only when one of those who deleted it had seen all that was written', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { ops, saw, server } = play(history)
        const deletions = ops.filter(({ kind }) => kind === 'delete')
        const standing = deletions.filter(
          ({ id }) =>
            !ops.some(({ kind, closes = [] }) => kind === 'restore' && closes.includes(id)),
        )
        const sawAll = (deletion: Op) =>
          ops.every(
            ({ id, kind }) =>
              id === deletion.id || kind === 'delete' || saw.get(deletion.id)?.has(id) === true,
          )
        const ended = standing.filter(sawAll).map(({ id }) => id)
        expect(server?.deleted === undefined).toBe(ended.length === 0)
        if (server?.deleted) expect(ended).toContain(server.deleted)
        expect(server ? disputedFields(server).includes(EXISTENCE) : false).toBe(
          standing.length > 0 && ended.length === 0,
        )
      }),
      RUNS,
    )
  })

  test('what is shown is one of the values that stand', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { server } = play(history)
        for (const field of server ? Object.keys(server.f) : []) {
          const heads = server ? headsOf(server, field) : []
          const standing = standingHeads(heads, 'action', field)
          expect(standing[0]?.op).toBe(heads[0]?.op)
          expect(standing.every((head) => heads.includes(head))).toBe(true)
        }
      }),
      RUNS,
    )
  })
})

function headIds(state: Played['server'], field: string): readonly string[] {
  return state
    ? headsOf(state, field)
        .map(({ op }) => op)
        .sort()
    : []
}

function gives(field: string, head: Op, other: Op): boolean {
  const from = head.f[field]
  const to = other.f[field]
  if (!from || !to) return false
  const kind = fieldKind('action', field)
  if (kind === 'member') return from.v === null && to.v !== null
  if (kind !== 'status') return false
  const takenBack = from.was !== undefined && goesForward('action', from.v, from.was)
  return !takenBack && goesForward('action', from.v, to.v)
}
