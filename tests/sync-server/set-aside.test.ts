import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dispositifId, recordId } from '#domain/shared/ids.ts'
import { devicesResponse, quarantineResponse } from '#protocol/care.ts'
import { hashOp } from '#protocol/hash-op.ts'
import type { Op } from '#protocol/op.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import {
  createTestServer,
  DISPOSITIF,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await createTestServer()
})
afterEach(() => server.close())

async function get(device: TestDevice, url: string) {
  const response = await server.app.inject({
    method: 'GET',
    url,
    headers: { authorization: `Bearer ${device.token}` },
  })
  const body = response.json()
  if (response.statusCode === 200) shapeOf(url).parse(body)
  return { status: response.statusCode, body }
}

const shapeOf = (url: string) => (url === '/v1/devices' ? devicesResponse : quarantineResponse)

/** The director has no right to write on quality records: the operation is set aside. */
async function setAside() {
  const author = await server.enrol(PEOPLE.director)
  const op = await author.write({ fields: { 'answers.C1': 'yes' } })
  const { body } = await author.sync({ ops: [op] })
  expect(body.push.outcomes[0]).toMatchObject({ outcome: 'quarantined', reason: 'forbidden' })
  return { author, op }
}

async function settle(device: TestDevice, closes: readonly Op['id'][], over: Partial<Op> = {}) {
  const draft = await device.write({ kind: 'settle', closes, fields: { reason: 'Vu ensemble' } })
  const { hash: _, ...op } = {
    ...draft,
    rec: recordId(DISPOSITIF),
    type: 'dispositif' as const,
    bucket: `${dispositifId(DISPOSITIF)}/config` as Op['bucket'],
    ...over,
  }
  const { body } = await device.sync({ ops: [await hashOp(op)] })
  return body.push.outcomes[0]
}

describe('the queue of what others could not file', () => {
  test('shows its words to who may read the place they were meant for', async () => {
    const { op } = await setAside()
    const lead = await server.enrol(PEOPLE['quality-lead'])
    const { body } = await get(lead, '/v1/quarantine')
    expect(body.items).toEqual([
      {
        op: op.id,
        reason: 'forbidden',
        receivedAt: server.clock.now,
        label: 'Tablette',
        role: 'director',
        content: { rec: op.rec, type: 'audit', bucket: op.bucket, fields: { 'answers.C1': 'yes' } },
      },
    ])
  })

  test('tells the porteur that something waits, without a word of it', async () => {
    await setAside()
    const { body } = await get(await server.enrol(PEOPLE.porteur), '/v1/quarantine')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).not.toHaveProperty('content')
  })

  test('is closed to a director of another home, and to who looks after none', async () => {
    const { op } = await setAside()
    const elsewhere = await server.enrol(PEOPLE.other)
    expect((await get(elsewhere, '/v1/quarantine')).body.items).toEqual([])
    expect((await get(await server.enrol(PEOPLE.officer), '/v1/quarantine')).status).toBe(403)
    expect((await get(await server.enrol(PEOPLE.declarant), '/v1/quarantine')).status).toBe(403)
    expect(await settle(elsewhere, [op.id])).toMatchObject({ outcome: 'quarantined' })
  })

  test('loses what someone ended, and the log keeps who did', async () => {
    const { op } = await setAside()
    const lead = await server.enrol(PEOPLE['quality-lead'])
    expect(await settle(lead, [op.id])).toMatchObject({ outcome: 'applied' })
    expect((await get(lead, '/v1/quarantine')).body.items).toEqual([])
    const [entry] = (await server.store.read((session) => session.log.after(0, 1_000))).filter(
      ({ body }) => body.includes('Vu ensemble'),
    )
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({
      actor: PEOPLE['quality-lead'],
      closes: [op.id],
    })
    expect(await server.store.read(differencesWithLog)).toEqual([])
  })

  test('is ended by the author alone for what they wrote themselves, whatever their role', async () => {
    const { author, op } = await setAside()
    expect(await settle(author, [op.id])).toMatchObject({ outcome: 'applied' })
    const lead = await server.enrol(PEOPLE['quality-lead'])
    expect((await get(lead, '/v1/quarantine')).body.items).toEqual([])
  })

  test('is not ended by an operation that says nothing, or that hides on another record', async () => {
    const { author, op } = await setAside()
    expect(await settle(author, [])).toMatchObject({ reason: 'malformed' })
    expect(await settle(author, [op.id], { type: 'person' })).toMatchObject({
      reason: 'wrong-bucket',
    })
    expect(await settle(author, ['nobody:1' as Op['id']])).toMatchObject({ reason: 'forbidden' })
  })
})

describe('the devices of a home', () => {
  test('are seen by who looks after it, with their last contact and what they did not send', async () => {
    const tablet = await server.enrol(PEOPLE.officer)
    await tablet.sync({ ops: [await tablet.write()], declared: 4 })
    const lead = await server.enrol(PEOPLE['quality-lead'])
    const { body } = await get(lead, '/v1/devices')
    const seen = body.devices.find(({ device }: { device: string }) => device === tablet.id)
    expect(seen).toEqual({
      device: tablet.id,
      label: 'Tablette',
      role: 'officer',
      sites: [HOME_1, HOME_2],
      lastContactAt: server.clock.now,
      missing: 3,
      revoked: false,
    })
  })

  test('say when they were withdrawn', async () => {
    const tablet = await server.enrol(PEOPLE.officer)
    await server.store.write((session) => session.directory.revoke(tablet.id, server.clock.now))
    const { body } = await get(await server.enrol(PEOPLE.porteur), '/v1/devices')
    expect(body.devices).toContainEqual(
      expect.objectContaining({ device: tablet.id, revoked: true }),
    )
  })

  test('of another home, and of others for a declarant, are not shown', async () => {
    const lead = await server.enrol(PEOPLE['quality-lead'])
    const other = await server.enrol(PEOPLE.other)
    const declarant = await server.enrol(PEOPLE.declarant)
    const idsFor = async (device: TestDevice) =>
      (await get(device, '/v1/devices')).body.devices.map((seen: { device: string }) => seen.device)
    expect(await idsFor(other)).not.toContain(lead.id)
    expect(await idsFor(declarant)).toEqual([declarant.id])
  })
})

test('the words a device sends are known to be a person’s, and no device may say otherwise', async () => {
  const tablet = await server.enrol(PEOPLE.officer)
  const { body } = await tablet.sync({ cursors: {} })
  const config = body.pages.find(({ bucket }) => bucket.endsWith('/config'))
  const record = config?.rows.find(({ id }) => String(id) === tablet.id)
  expect(record?.f.person?.v).toBe(PEOPLE.officer)
  const porteur = await server.enrol(PEOPLE.porteur)
  const forged = await porteur.write({ rec: recordId(tablet.id), type: 'device', kind: 'set' })
  const { hash: _, ...op } = { ...forged, bucket: record?.bucket as Op['bucket'] }
  const answer = await porteur.sync({ ops: [await hashOp(op)] })
  expect(answer.body.push.outcomes[0]).toMatchObject({ reason: 'forbidden' })
})
