import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  createTestServer,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

/* How long a device opens the server, and what becomes of what waits on one that no longer does. */

const DAY_MS = 86_400_000
let server: TestServer
let tablet: TestDevice

beforeEach(async () => {
  server = await createTestServer()
  tablet = await server.enrol(PEOPLE.officer)
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  await server.close()
})

test('a tablet heard each month is one of the house for years', async () => {
  for (let month = 0; month < 30; month++) {
    server.clock.now += 30 * DAY_MS
    const { status, body } = await tablet.sync({ ops: [await tablet.write()], cursors: {} })
    expect(status).toBe(200)
    expect(body.revoked).toBeUndefined()
    expect(body.push.outcomes).toMatchObject([{ outcome: 'applied' }])
  }
})

test('one silent for more than ninety days reads nothing, and what waited on it is taken', async () => {
  const waiting = await tablet.write()
  server.clock.now += 91 * DAY_MS
  const { status, body } = await tablet.sync({ ops: [waiting], cursors: {} })
  expect(status).toBe(200)
  expect(body.revoked).toBe(true)
  expect(body.pages).toEqual([])
  expect(body.push.outcomes).toMatchObject([{ outcome: 'applied' }])
  server.clock.now += DAY_MS
  expect((await tablet.sync({ cursors: {} })).body.revoked).toBe(true)
})

test('what it brings more than thirty days later still is set aside, and not lost', async () => {
  const waiting = await tablet.write()
  server.clock.now += 121 * DAY_MS
  const { body } = await tablet.sync({ ops: [waiting], cursors: {} })
  expect(body.push.outcomes).toMatchObject([{ outcome: 'quarantined', reason: 'revoked' }])
})
