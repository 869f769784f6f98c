// @vitest-environment node
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { day } from '#domain/shared/day.ts'
import { dispositifId, personId, siteId } from '#domain/shared/ids.ts'
import { LIMITS } from '#protocol/limits.ts'
import { createDispositif } from '#sync-server/setup/create-dispositif.ts'
import { openPoorLink } from '#tests/support/poor-link.ts'
import {
  createTestServer,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

let server: TestServer
let officer: TestDevice
let url: string
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(200_000)])

beforeEach(async () => {
  server = await createTestServer()
  officer = await server.enrol(PEOPLE.officer)
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  // A body refused half-way may still be on its connection.
  server.app.server.closeAllConnections()
  await server.close()
})

const addressOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function attach(bytes: Buffer, device = officer, site?: typeof HOME_2) {
  const size = bytes.length
  const photo = { sha256: addressOf(bytes), size, mime: 'image/jpeg', width: 1, height: 1 }
  const fields = { [`photos.C1.${photo.sha256}`]: photo }
  const op = await device.write({ kind: 'attach', fields, ...(site && { site }) })
  return device.sync({ ops: [op] })
}

interface Ask {
  readonly device?: TestDevice
  readonly address?: string
  readonly length?: number
  readonly offset?: number
  readonly body?: Buffer
  readonly through?: string
}

const ask = (method: string, { device = officer, length, offset, body, ...rest }: Ask = {}) =>
  fetch(`${rest.through ?? url}/v1/uploads/${rest.address ?? addressOf(jpeg)}`, {
    method,
    headers: {
      authorization: `Bearer ${device.token}`,
      'tus-resumable': '1.0.0',
      ...(length !== undefined && { 'upload-length': String(length) }),
      ...(offset !== undefined && { 'upload-offset': String(offset) }),
      ...(body && { 'content-type': 'application/offset+octet-stream' }),
    },
    ...(body && { body: new Uint8Array(body) }),
  })

const begin = (bytes = jpeg, device = officer) =>
  ask('POST', { device, address: addressOf(bytes), length: bytes.length })
const send = (bytes: Buffer, from: number, to = bytes.length, device = officer) =>
  ask('PATCH', { device, address: addressOf(bytes), offset: from, body: bytes.subarray(from, to) })
const offsetOf = async (ask: Promise<Response>) => Number((await ask).headers.get('upload-offset'))

const get = (device: TestDevice, bytes: Buffer = jpeg) =>
  server.app.inject({
    method: 'GET',
    url: `/v1/blobs/${addressOf(bytes)}`,
    headers: { authorization: `Bearer ${device.token}` },
  })

const wanted = async (device = officer) => (await device.sync({})).body.wanted

test('a photo is wanted until its last byte is here and checked, then read as a dead file', async () => {
  expect((await attach(jpeg)).body.wanted).toEqual([addressOf(jpeg)])
  expect((await ask('HEAD')).status).toBe(404)
  expect((await begin()).status).toBe(201)
  expect(await offsetOf(send(jpeg, 0, 70_000))).toBe(70_000)
  expect(await offsetOf(ask('HEAD'))).toBe(70_000)
  expect((await get(officer)).statusCode).toBe(404)
  expect(await wanted()).toEqual([addressOf(jpeg)])
  expect((await send(jpeg, 70_000)).status).toBe(204)
  expect(await wanted()).toEqual([])
  const read = await get(officer)
  expect(read.rawPayload.equals(jpeg)).toBe(true)
  expect(read.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
})

test('a photo already here answers that it is whole, to whatever is asked', async () => {
  await attach(jpeg)
  await begin()
  await send(jpeg, 0)
  expect(await offsetOf(ask('HEAD'))).toBe(jpeg.length)
  expect((await begin()).status).toBe(201)
  expect(await offsetOf(send(jpeg, 0, 1_000))).toBe(jpeg.length)
})

test('what was received before a cut is kept: the upload goes on from there', async () => {
  await attach(jpeg)
  await begin()
  const link = await openPoorLink({
    targetPort: Number(new URL(url).port),
    bitsPerSecond: 8_000_000,
  })
  link.cutAfter('up', 90_000)
  const cut = ask('PATCH', { through: link.url, offset: 0, body: jpeg })
  await expect(cut).rejects.toThrow()
  const from = await offsetOf(ask('HEAD'))
  expect(from).toBeGreaterThan(80_000)
  expect(from).toBeLessThan(90_000)
  await link.close()
  await send(jpeg, from)
  expect(await wanted()).toEqual([])
})

test('bytes at another place than the server stands are refused, and it says where it stands', async () => {
  await attach(jpeg)
  await begin()
  await send(jpeg, 0, 70_000)
  expect((await send(jpeg, 0, 70_000)).status).toBe(409)
  expect((await send(jpeg, 80_000)).status).toBe(409)
  expect(await offsetOf(ask('HEAD'))).toBe(70_000)
})

test('a photo that nobody named is refused', async () => {
  expect((await begin()).status).toBe(404)
  expect((await send(jpeg, 0)).status).toBe(404)
})

test('the address of a photo of another dispositif reads nothing: its bytes must be brought', async () => {
  await attach(jpeg)
  await begin()
  await send(jpeg, 0)
  const home = siteId('home-elsewhere')
  const person = personId('stranger')
  await createDispositif(server.store, {
    id: dispositifId('elsewhere'),
    name: 'Une autre île',
    timeZone: 'America/Martinique',
    startedOn: day('2025-11-24'),
    sites: [
      { id: home, name: 'Ailleurs', kind: 'ehpad', commune: 'Le Lamentin', places: 60, units: [] },
    ],
    people: [{ id: person, name: 'Sacha', role: 'officer', sites: [home] }],
    at: server.clock.now,
  })
  const stranger = await server.enrol(person)
  expect(await attach(jpeg, stranger, home)).toMatchObject({
    body: { wanted: [addressOf(jpeg)] },
  })
  expect((await get(stranger)).statusCode).toBe(404)
  expect((await ask('HEAD', { device: stranger })).status).toBe(404)
  expect((await get(officer)).statusCode).toBe(200)

  await begin(jpeg, stranger)
  await send(jpeg, 0, jpeg.length, stranger)
  expect((await get(stranger)).statusCode).toBe(200)
  expect(await stranger.sync({})).toMatchObject({ body: { wanted: [] } })
})

test('another size than the one named is refused', async () => {
  await attach(jpeg)
  const longer = Buffer.concat([jpeg, Buffer.from('x')])
  expect((await ask('POST', { length: longer.length })).status).toBe(422)
})

test('bytes that are not those named are thrown away, and the photo stays wanted', async () => {
  await attach(jpeg)
  await begin()
  const address = addressOf(jpeg)
  expect((await ask('PATCH', { address, offset: 0, body: randomBytes(jpeg.length) })).status).toBe(
    422,
  )
  expect(await wanted()).toEqual([address])
  expect((await ask('HEAD')).status).toBe(404)
  await begin()
  expect((await send(jpeg, 0)).status).toBe(204)
})

test('a script under the name of a photo is refused', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  await attach(svg)
  await begin(svg)
  expect((await send(svg, 0)).status).toBe(422)
})

test('the same photo from two devices at once is whole as soon as one has finished', async () => {
  const lead = await server.enrol(PEOPLE['quality-lead'])
  await attach(jpeg)
  await attach(jpeg, lead)
  await Promise.all([begin(), begin(jpeg, lead)])
  await Promise.all([send(jpeg, 0, 100_000), send(jpeg, 0, 50_000, lead)])
  await send(jpeg, 100_000)
  expect(await wanted(lead)).toEqual([])
  expect(await offsetOf(send(jpeg, 50_000, 60_000, lead))).toBe(jpeg.length)
})

test('an upload whole but unchecked, as a power cut leaves it, is finished by the next question', async () => {
  await attach(jpeg)
  await begin()
  await writeFile(partPath(jpeg), jpeg)
  expect(await wanted()).toEqual([addressOf(jpeg)])
  expect(await offsetOf(ask('HEAD'))).toBe(jpeg.length)
  expect(await wanted()).toEqual([])
  expect((await get(officer)).rawPayload.equals(jpeg)).toBe(true)
})

test('a device sends so much a day, and goes on the day after', async () => {
  await attach(jpeg)
  await server.store.write(({ blobs }) =>
    blobs.spend(
      officer.id,
      Math.floor(server.clock.now / 86_400_000),
      LIMITS.uploadBytesPerDay - jpeg.length + 1,
    ),
  )
  const refused = await begin()
  expect(refused.status).toBe(429)
  const seconds = Number(refused.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  server.clock.now += seconds * 1_000
  expect((await begin()).status).toBe(201)
})

test('an upload nobody came back for is forgotten, and begun again', async () => {
  await attach(jpeg)
  await begin()
  await send(jpeg, 0, 70_000)
  const note = `${partPath(jpeg)}.json`
  const old = JSON.parse(await readFile(note, 'utf8'))
  old.creation_date = new Date(Date.now() - 8 * 86_400_000).toISOString()
  await writeFile(note, JSON.stringify(old))
  await utimes(note, 0, 0)
  expect((await ask('HEAD')).status).toBe(410)
  expect((await begin()).status).toBe(201)
  expect(await offsetOf(ask('HEAD'))).toBe(0)
  expect(await readdir(join(server.folder, 'photos', 'parts'))).toHaveLength(2)
})

test('a photo of a home is read by those who read that home', async () => {
  await attach(jpeg, officer, HOME_2)
  await begin()
  await send(jpeg, 0)
  expect((await get(await server.enrol(PEOPLE.other))).statusCode).toBe(200)
  expect((await get(await server.enrol(PEOPLE.director))).statusCode).toBe(404)
  expect((await get(await server.enrol(PEOPLE.porteur))).statusCode).toBe(404)
})

function partPath(bytes: Buffer): string {
  return join(server.folder, 'photos', 'parts', `${officer.id}.${addressOf(bytes)}`)
}
