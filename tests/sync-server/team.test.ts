import { afterEach, beforeEach, expect, test } from 'vitest'
import { devicesResponse } from '#protocol/care.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import {
  createTestServer,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

/* What the porteur does of people and devices once they are there. */

let server: TestServer
let porteur: TestDevice

beforeEach(async () => {
  server = await createTestServer()
  porteur = await server.enrol(PEOPLE.porteur)
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

async function post(device: TestDevice, url: string, payload?: object) {
  const { statusCode, body } = await server.app.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${device.token}` },
    ...(payload && { payload }),
  })
  return { status: statusCode, body: JSON.parse(body) }
}

const bucketsOf = async (device: TestDevice) =>
  Object.keys((await device.sync({ cursors: {} })).body.grants)

test('a home taken from a person is read no more, one given is read, and all hear whose homes they are', async () => {
  const lead = await server.enrol(PEOPLE['quality-lead'])
  expect(await bucketsOf(lead)).toContain(`${HOME_1}/quality`)
  const url = `/v1/people/${PEOPLE['quality-lead']}/sites`
  expect(await post(porteur, url, { sites: [HOME_2, HOME_2] })).toMatchObject({
    status: 200,
    body: { sites: [HOME_2] },
  })
  const buckets = await bucketsOf(lead)
  expect(buckets).toContain(`${HOME_2}/quality`)
  expect(buckets).not.toContain(`${HOME_1}/quality`)
  const { pages } = (await porteur.sync({ cursors: {} })).body
  const person = pages
    .flatMap(({ rows }) => rows)
    .find(({ id }) => id === (PEOPLE['quality-lead'] as string))
  expect(person?.f.sites?.v).toEqual([HOME_2])
})

test('someone who left keeps no home', async () => {
  const lead = await server.enrol(PEOPLE['quality-lead'])
  await post(porteur, `/v1/people/${PEOPLE['quality-lead']}/sites`, { sites: [] })
  const buckets = await bucketsOf(lead)
  for (const home of [HOME_1, HOME_2]) {
    expect(buckets.filter((bucket) => bucket.startsWith(`${home}/`))).toEqual([])
  }
})

test.each([
  ['a home of nobody here', PEOPLE.director, { sites: ['elsewhere'] }, 400],
  ['somebody unknown', 'nobody', { sites: [HOME_1] }, 404],
  ['the porteur, who has every home', PEOPLE.porteur, { sites: [HOME_1] }, 400],
  ['a list that is not one', PEOPLE.director, { sites: HOME_1 }, 400],
])('%s is refused, and nothing changes', async (_, person, payload, status) => {
  const director = await server.enrol(PEOPLE.director)
  const before = await bucketsOf(director)
  expect((await post(porteur, `/v1/people/${person}/sites`, payload)).status).toBe(status)
  expect(await bucketsOf(director)).toEqual(before)
})

test('a device whose access is withdrawn reads nothing, and the porteur sees whose it was', async () => {
  const lead = await server.enrol(PEOPLE['quality-lead'])
  const kept = await lead.write()
  expect(await post(porteur, `/v1/devices/${lead.id}/revoke`)).toMatchObject({ status: 200 })
  const { body } = await lead.sync({ ops: [kept], cursors: {} })
  expect(body.revoked).toBe(true)
  expect(body.pages).toEqual([])
  expect(body.push.outcomes).toMatchObject([{ outcome: 'applied' }])
  const { body: list } = await server.app
    .inject({ url: '/v1/devices', headers: { authorization: `Bearer ${porteur.token}` } })
    .then((response) => ({ body: devicesResponse.parse(response.json()) }))
  expect(list.devices.find(({ device }) => device === lead.id)).toMatchObject({
    person: PEOPLE['quality-lead'],
    revoked: true,
  })
})

test('asking twice does not lengthen the thirty days of deposit', async () => {
  const lead = await server.enrol(PEOPLE['quality-lead'])
  await post(porteur, `/v1/devices/${lead.id}/revoke`)
  const revokedAt = () =>
    server.store.read(async ({ directory }) => (await directory.device(lead.id))?.revokedAt)
  const first = await revokedAt()
  server.clock.now += 86_400_000
  await post(porteur, `/v1/devices/${lead.id}/revoke`)
  expect(await revokedAt()).toBe(first)
})

test('the porteur cannot shut the door behind them, nor on the server itself', async () => {
  expect((await post(porteur, `/v1/devices/${porteur.id}/revoke`)).status).toBe(400)
  const dispositif = porteur.enrolled.dispositif.id
  expect((await post(porteur, `/v1/devices/server:${dispositif}/revoke`)).status).toBe(404)
})
