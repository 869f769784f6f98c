// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Op } from '#protocol/op.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import {
  createTestServer,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

let server: TestServer
let officer: TestDevice
let ops: Op[]

beforeEach(async () => {
  server = await createTestServer()
  officer = await server.enrol(PEOPLE.officer)
  ops = []
  for (let count = 0; count < 6; count += 1) ops.push(await officer.write())
  await officer.sync({ ops: ops.slice(0, 2) })
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

const missing = () => server.store.read((session) => session.losses.missing(officer.id))

test('numbers said lost are noted by name and what follows passes', async () => {
  const { body } = await officer.sync({ ops: ops.slice(4), lost: [3, 4] })
  expect(body.push).toMatchObject({ last: 6, lost: [3, 4] })
  expect(body.push.outcomes.map(({ n }) => n)).toEqual([5, 6])
  expect(await missing()).toEqual([3, 4])
})

test('the same message again changes nothing and gets the same answer', async () => {
  const first = await officer.sync({ ops: ops.slice(4), lost: [3, 4] })
  const again = await officer.sync({ ops: ops.slice(4), lost: [3, 4] })
  expect(again.body.push).toEqual(first.body.push)
})

test('a number the server holds cannot be said lost, nor one beyond a hole', async () => {
  const { body } = await officer.sync({ lost: [1, 2, 4, 5] })
  expect(body.push).toMatchObject({ last: 2, declared: 6 })
  expect(await missing()).toEqual([])
})

test('what follows a hole nobody speaks of still waits', async () => {
  const { status, body } = await officer.sync({ ops: ops.slice(4), lost: [3] })
  expect([status, body.error]).toEqual([409, { kind: 'gap', expected: 3 }])
  expect(await missing()).toEqual([])
})

test('one found after all is taken, in its turn or with others, and is no longer missing', async () => {
  await officer.sync({ ops: ops.slice(4), lost: [3, 4] })
  const { body } = await officer.sync({ ops: ops.slice(2, 3) })
  expect(body.push).toMatchObject({
    last: 6,
    lost: [4],
    outcomes: [{ n: 3, outcome: 'applied' }],
  })
  const whole = await officer.sync({ ops })
  expect(whole.body.push.lost).toBeUndefined()
  expect(whole.body.push.outcomes).toHaveLength(6)
})

test('an erased device learns how far it had counted', async () => {
  const { body } = await officer.sync({ declared: 0 })
  expect(body.push).toMatchObject({ last: 2 })
  await officer.sync({ declared: 9 })
  expect((await officer.sync({ declared: 0 })).body.push).toMatchObject({ last: 2, declared: 9 })
})

test('a person who enrols anew is told what their other devices never handed over', async () => {
  await officer.sync({ declared: 9, lost: [3] })
  const again = await server.enrol(PEOPLE.officer)
  expect(again.enrolled.unsent).toBe(7)
  expect((await server.enrol(PEOPLE['quality-lead'])).enrolled.unsent).toBeUndefined()
})
