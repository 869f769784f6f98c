// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LEAST_FREE_BYTES } from '#sync-server/store/free-space.ts'
import { createTestServer, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

let server: TestServer
let free: number
beforeEach(async () => {
  free = LEAST_FREE_BYTES
  server = await createTestServer({ freeBytes: async () => free })
})
afterEach(() => server.close())

test('a disk below 500 MB acknowledges nothing, and what was kept back passes once there is room', async () => {
  const officer = await server.enrol(PEOPLE.officer)
  const ops = [await officer.write()]
  free = LEAST_FREE_BYTES - 1
  const refused = await officer.sync({ ops })
  expect(refused.status).toBe(507)
  expect(refused.body.error).toEqual({ kind: 'storage-full' })
  free = LEAST_FREE_BYTES
  expect((await officer.sync({ ops })).body.push).toMatchObject({ last: 1 })
  expect(server.faults).toEqual([])
})

test('reading goes on with a full disk', async () => {
  const officer = await server.enrol(PEOPLE.officer)
  free = 0
  const read = await officer.sync({ cursors: {} })
  expect(read.status).toBe(200)
  expect(read.body.pages.length).toBeGreaterThan(0)
})

test('nobody is enrolled on a full disk: the code stays good', async () => {
  const code = await server.codeFor(PEOPLE.officer)
  const enrol = () =>
    server.app.inject({ method: 'POST', url: '/v1/enrol', payload: { code, label: 'Tablette' } })
  free = 0
  expect((await enrol()).statusCode).toBe(507)
  free = LEAST_FREE_BYTES
  expect((await enrol()).statusCode).toBe(200)
})
