// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { hashOp } from '#protocol/hash-op.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Op } from '#protocol/op.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import {
  createTestServer,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

let server: TestServer
let officer: TestDevice

beforeEach(async () => {
  server = await createTestServer()
  officer = await server.enrol(PEOPLE.officer)
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

const quality = bucketId(HOME_1, 'quality')

test('what was pushed comes back at the next pull, and its figure to the porteur', async () => {
  const op = await officer.write({ type: 'action', fields: { title: 'Ranger', status: 'todo' } })
  const pushed = await officer.sync({ ops: [op] })
  expect(pushed.body.push).toMatchObject({ last: 1, outcomes: [{ n: 1, outcome: 'applied' }] })

  const pulled = await officer.sync({ cursors: {} })
  const rows = pulled.body.pages.find(({ bucket }) => bucket === quality)?.rows ?? []
  expect(rows.map(({ id, f }) => [id, f.title?.v])).toEqual([[op.rec, 'Ranger']])

  const porteur = await server.enrol(PEOPLE.porteur)
  const seen = (await porteur.sync({ cursors: {} })).body
  expect(Object.keys(seen.grants)).not.toContain(quality)
  const figures = seen.pages.find(({ bucket }) => bucket === bucketId(HOME_1, 'figures'))
  expect(figures?.rows.map(({ id, type }) => [id, type])).toEqual([
    [`${op.rec}~figure`, 'action-figure'],
  ])
  expect(JSON.stringify(seen)).not.toContain('Ranger')
})

test('the same push sent again gets the same outcomes and changes nothing', async () => {
  const ops = [await officer.write(), await officer.write()]
  const first = await officer.sync({ ops, cursors: {} })
  const again = await officer.sync({ ops, cursors: {} })
  expect(again.body.push).toEqual(first.body.push)
  expect(again.body.pages).toEqual(first.body.pages)
})

test('a push that overlaps what the server holds takes only the rest', async () => {
  const ops = [await officer.write(), await officer.write(), await officer.write()]
  await officer.sync({ ops: ops.slice(0, 2) })
  const { body } = await officer.sync({ ops: ops.slice(1) })
  expect(body.push.last).toBe(3)
  expect(body.push.outcomes.map(({ n }) => n)).toEqual([2, 3])
})

test('a push with a hole is refused with the number expected', async () => {
  const ops = [await officer.write(), await officer.write(), await officer.write()]
  const { status, body } = await officer.sync({ ops: ops.slice(1) })
  expect([status, body.error]).toEqual([409, { kind: 'gap', expected: 1 }])
})

test('the same number with another content betrays a copied device', async () => {
  const op = await officer.write()
  await officer.sync({ ops: [op] })
  const { hash: _, ...rest } = op
  const other = await hashOp({ ...rest, f: { 'answers.C1': { v: 'no', base: null } } })
  const { status, body } = await officer.sync({ ops: [other] })
  expect([status, body.error]).toEqual([409, { kind: 'clone', n: 1 }])
})

test('the highest number declared is remembered without any operation', async () => {
  await officer.sync({ declared: 7 })
  const device = await server.store.read((session) => session.directory.device(officer.id))
  expect(device).toMatchObject({ lastN: 0, declaredN: 7 })
})

test.each<[string, (op: Op) => unknown | Promise<unknown>, string]>([
  ['an operation that is not one', () => 'hello', 'malformed'],
  ['a wrong hash', (op) => ({ ...op, hash: '0'.repeat(64) }), 'bad-hash'],
  ['an unknown type', (op) => rehashed({ ...op, type: 'spell' as never }), 'unknown-type'],
  [
    'a type in a bucket of another class',
    (op) => rehashed({ ...op, bucket: bucketId(HOME_1, 'figures') }),
    'wrong-bucket',
  ],
  [
    'a home that does not exist',
    (op) => rehashed({ ...op, bucket: 'nowhere/quality' as never }),
    'forbidden',
  ],
  ['somebody else as author', (op) => rehashed({ ...op, actor: PEOPLE.porteur }), 'forbidden'],
  [
    'another number in its id',
    (op) => rehashed({ ...op, id: `${officer.id}:9` as never }),
    'malformed',
  ],
  [
    'a text beyond the bound',
    (op) =>
      rehashed({ ...op, f: { note: { v: 'x'.repeat(LIMITS.stringLength + 1), base: null } } }),
    'too-large',
  ],
  [
    'a field named constructor',
    (op) => rehashed({ ...op, f: { 'answers.constructor': { v: 'x', base: null } } }),
    'malformed',
  ],
  [
    'a figure made by a device',
    (op) => rehashed({ ...op, type: 'action-figure', bucket: bucketId(HOME_1, 'figures') }),
    'forbidden',
  ],
])('%s is set aside, kept in the log, and the next one passes', async (_, spoil, reason) => {
  const bad = await spoil(await officer.write())
  const good = await officer.write()
  const { status, body } = await officer.sync({ ops: [bad, good], from: 1 })
  expect(status).toBe(200)
  expect(body.push.last).toBe(2)
  expect(body.push.outcomes).toMatchObject([
    { n: 1, outcome: 'quarantined', reason },
    { n: 2, outcome: 'applied' },
  ])
  const [logged] = await server.store.read((session) => session.log.ofDevice(officer.id, 1, 1))
  expect(JSON.parse(logged?.body ?? '')).toEqual(JSON.parse(JSON.stringify(bad)))
})

test('a director who writes in her home, or in another, is set aside', async () => {
  const director = await server.enrol(PEOPLE.director)
  const ops = [await director.write(), await director.write({ site: HOME_2 })]
  const { body } = await director.sync({ ops, cursors: {} })
  expect(body.push.outcomes.map(({ reason }) => reason)).toEqual(['forbidden', 'forbidden'])
  expect(body.pages.filter(({ bucket }) => bucket.endsWith('/quality'))).toEqual([])
})

test('a record cannot be moved to another home', async () => {
  const rec = recordId('9f1b2c3d-0000-4000-8000-000000000001')
  const ops = [
    await officer.write({ rec }),
    await officer.write({ rec, site: HOME_2, kind: 'set' }),
  ]
  const { body } = await officer.sync({ ops })
  expect(body.push.outcomes.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
    'applied',
    'wrong-bucket',
  ])
})

test('a field unknown to this server is kept in the log', async () => {
  const op = await rehashed({ ...(await officer.write()), later: { of: 'a newer app' } } as Op)
  const { body } = await officer.sync({ ops: [op] })
  expect(body.push.outcomes).toMatchObject([{ outcome: 'applied' }])
  const [logged] = await server.store.read((session) => session.log.ofDevice(officer.id, 1, 1))
  expect(logged?.body).toContain('a newer app')
})

test('what a newer app adds to an operation or to a write is kept as it was signed', async () => {
  const op = await officer.write()
  const write = { ...op.f['answers.C1'], why: 'a newer app' }
  const newer = await rehashed({ ...op, later: 1, f: { 'answers.C1': write } } as never)
  const { body } = await officer.sync({ ops: [newer] })
  expect(body.push.outcomes).toMatchObject([{ outcome: 'applied' }])
  const [logged] = await server.store.read((session) => session.log.ofDevice(officer.id, 1, 1))
  expect(JSON.parse(logged?.body ?? '')).toEqual(JSON.parse(JSON.stringify(newer)))
})

test('a clock ten years behind, and a server’s that fell back to 2016, refuse nothing', async () => {
  const behind = server.clock.now - 10 * 365 * 86_400_000
  const rec = recordId('9f1b2c3d-0000-4000-8000-000000000009')
  const first = await officer.write({ rec, at: behind })
  expect((await officer.sync({ ops: [first] })).body.push.outcomes).toMatchObject([
    { outcome: 'applied' },
  ])
  const today = server.clock.now
  server.clock.now = Date.parse('2016-01-01T00:00:00Z')
  const base = first.id
  const next = await officer.write({
    rec,
    kind: 'set',
    fields: { 'answers.C1': 'no' },
    base,
    at: today,
  })
  const { body } = await officer.sync({ ops: [next], cursors: {} })
  server.clock.now = today
  expect(body.push.outcomes).toMatchObject([{ outcome: 'applied' }])
  const stored = await server.store.read((session) => session.records.get(rec))
  expect(stored?.state.f['answers.C1']?.v).toBe('no')
  expect(stored?.state.x).toBeUndefined()
})

test('a clock ten years ahead is brought back to the hour of receipt, and nothing is refused', async () => {
  const ahead = server.clock.now + 10 * 365 * 86_400_000
  const op = await officer.write({ at: ahead })
  const { body } = await officer.sync({ ops: [op], cursors: {} })
  const row = body.pages.flatMap(({ rows }) => rows).find(({ id }) => id === op.rec)
  const stamp = Number.parseInt(row?.f['answers.C1']?.h.slice(0, 12) ?? '', 16)
  expect(stamp).toBe(server.clock.now)
})

test('two values written without seeing each other both stay', async () => {
  const lead = await server.enrol(PEOPLE['quality-lead'])
  const rec = recordId('9f1b2c3d-0000-4000-8000-000000000002')
  await officer.sync({ ops: [await officer.write({ rec, fields: { 'answers.C1': 'yes' } })] })
  const { body } = await lead.sync({
    ops: [await lead.write({ rec, fields: { 'answers.C1': 'no' } })],
    cursors: {},
  })
  expect(body.push.outcomes).toMatchObject([{ outcome: 'conflict' }])
  const row = body.pages.flatMap(({ rows }) => rows).find(({ id }) => id === rec)
  const values = [row?.f['answers.C1']?.v, ...(row?.x?.['answers.C1'] ?? []).map(({ v }) => v)]
  expect(values.sort()).toEqual(['no', 'yes'])
})

test('pages are cut at the limit and followed to the end without a hole', async () => {
  const ops: Op[] = []
  for (let count = 0; count < 25; count += 1) ops.push(await officer.write())
  await officer.sync({ ops })
  const cursors: Record<string, number> = {}
  const seen = new Set<string>()
  for (let round = 0; round < 40; round += 1) {
    const { body } = await officer.sync({ cursors, limit: 4 })
    expect(body.pages.flatMap(({ rows }) => rows).length).toBeLessThanOrEqual(4)
    if (body.pages.length === 0) break
    for (const page of body.pages) {
      cursors[page.bucket] = page.upTo
      for (const { id } of page.rows) seen.add(id)
    }
  }
  expect(ops.filter(({ rec }) => !seen.has(rec))).toEqual([])
  expect((await officer.sync({ cursors })).body.pages).toEqual([])
})

test('the cursor of a bucket that is not granted is ignored', async () => {
  await officer.sync({ ops: [await officer.write({ site: HOME_2 })] })
  const director = await server.enrol(PEOPLE.director)
  const { body } = await director.sync({ cursors: { [bucketId(HOME_2, 'quality')]: 0 } })
  expect(JSON.stringify(body)).not.toContain(`${HOME_2}/`)
})

function rehashed(op: Op): Promise<Op> {
  const { hash: _, ...rest } = op
  return hashOp(rest)
}
