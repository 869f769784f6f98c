import { bucketId } from '#domain/site/bucket.ts'
import { hashOp } from '#protocol/hash-op.ts'
import type { Op } from '#protocol/op.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { joinDirectly } from '#tests/support/enrol-directly.ts'
import { HOME_1, HOME_2, PEOPLE } from '#tests/support/test-server.ts'
import { type Fault, must } from './fault.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/**
 * Operations no honest client writes, among honest ones: each is answered for, none stops the queue,
 * none is applied in disguise, and a body beyond the bounds is refused whole.
 */
export const hostile: Fault = {
  id: 'T7',
  title: 'hostile operations: huge, deep, unknown, misplaced, out of any shape',
  unit: 'operations',
  perCommit: 400,
  open: () => onSharedServer(runCase, () => createFaultServer()),
}

async function runCase(server: FaultServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const running = server.now()
  const device = await joinDirectly(running, PEOPLE.officer)
  const raws: { raw: unknown; honest: boolean }[] = []
  for (let count = dice.between(2, 6); count > 0; count--) {
    // U+0000 is a letter as another: a store that cannot hold it must not stop the queue.
    const op = await device.write({
      fields: { 'answers.C1': dice.pick(['yes', 'a\u0000b', '\ud800']) },
    })
    const honest = dice.chance(0.3)
    raws.push({ raw: honest ? op : await spoil(dice, op), honest })
  }
  const last = await device.write()
  raws.push({ raw: last, honest: true })
  const { status, body } = await device.sync({
    ops: raws.map(({ raw }) => raw),
    from: 1,
    cursors: {},
  })
  const logged = await running.store.read(({ log }) => log.ofDevice(device.id, 1, 1_000_000))
  if (status !== 200) {
    must(status === 400 || status === 413, `answered ${status}`)
    must(logged.length === 0, 'a body refused was kept in part')
    return raws.length
  }
  must(body.push.last === raws.length, `the queue stopped at ${body.push.last}`)
  must(logged.length === raws.length, `${logged.length} logged of ${raws.length}`)
  for (const [index, { honest, raw }] of raws.entries()) {
    const outcome = body.push.outcomes[index]
    must(outcome?.n === index + 1, `no answer for ${index + 1}`)
    const isSetAside = outcome.outcome === 'quarantined'
    must(honest !== isSetAside, `${JSON.stringify(raw).slice(0, 200)} was ${outcome.outcome}`)
    must(!isSetAside || outcome.reason !== undefined, 'set aside without a reason')
  }
  return raws.length
}

type Spoiler = (op: Op) => unknown

const SPOILERS: readonly Spoiler[] = [
  () => null,
  () => 42,
  () => [],
  () => ({}),
  (op) => ({ ...op, n: undefined, id: 'none' }),
  (op) => rehashed({ ...op, id: `${op.id}9` as never }),
  (op) => rehashed({ ...op, rec: '../../etc/passwd' as never }),
  (op) => rehashed({ ...op, rec: `${op.rec}~figure` as never }),
  (op) => rehashed({ ...op, type: 'toString' as never }),
  (op) => rehashed({ ...op, type: 'spell' as never }),
  (op) => rehashed({ ...op, type: 'event-figure', bucket: bucketId(HOME_1, 'figures') }),
  (op) => rehashed({ ...op, bucket: bucketId(HOME_2, 'identity') }),
  (op) => rehashed({ ...op, bucket: `${HOME_1}/quality/../events` as never }),
  (op) => rehashed({ ...op, bucket: '__proto__/quality' as never }),
  (op) => rehashed({ ...op, actor: PEOPLE.director }),
  (op) => rehashed({ ...op, kind: 'purge' as never }),
  (op) => rehashed({ ...op, sv: 0 }),
  (op) => rehashed({ ...op, sv: 1e308 }),
  (op) => rehashed({ ...op, wall: Number.NaN }),
  (op) => rehashed({ ...op, wall: 1.5 }),
  (op) => rehashed({ ...op, h: 'ffffffffffffffff0' as never }),
  (op) => rehashed({ ...op, tz: 100_000 }),
  (op) => rehashed({ ...op, closes: ['x'] as never }),
  (op) => ({ ...op, hash: op.hash.toUpperCase() }),
  (op) => ({ ...op, hash: '' }),
  (op) => ({ ...op, f: { ...op.f, 'answers.C2': { v: 'slipped in', base: null } } }),
  (op) => withField(op, 'constructor', 'x'),
  (op) => withField(op, 'answers.prototype.x', 'x'),
  (op) => withField(op, '', 'x'),
  (op) => withField(op, 'a b', 'x'),
  (op) => withField(op, 'a\u0000b', 'x'),
  (op) => withField(op, 'x'.repeat(201), 'x'),
  (op) => withField(op, 'note', 'x'.repeat(65_537)),
  (op) =>
    withField(
      op,
      'note',
      Array.from({ length: 5_001 }, () => 0),
    ),
  (op) => withField(op, 'note', nested(TOO_DEEP)),
  (op) => manyFields(op, 1_001),
  (op) => rehashed({ ...op, f: [] as never }),
  (op) => rehashed({ ...op, f: { note: 'bare' } as never }),
  (op) => rehashed({ ...op, f: { note: { v: 'x', base: 'nobody' } } as never }),
]

/** Beyond the depth of a body: the whole request is turned away. */
const TOO_DEEP = 40

async function spoil(dice: Dice, op: Op): Promise<unknown> {
  return dice.pick(SPOILERS)(op)
}

function withField(op: Op, name: string, v: unknown) {
  return rehashed({ ...op, f: { [name]: { v, base: null } } as never })
}

function manyFields(op: Op, count: number) {
  const names = Array.from({ length: count }, (_, index) => `f${index}`)
  return rehashed({
    ...op,
    f: Object.fromEntries(names.map((name) => [name, { v: 1, base: null }])),
  })
}

function nested(depth: number): unknown {
  return depth === 0 ? 0 : [nested(depth - 1)]
}

function rehashed(op: Op): Promise<Op> {
  const { hash: _, ...rest } = op
  return hashOp(rest)
}
