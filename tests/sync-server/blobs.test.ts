// @vitest-environment node
import { createHash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LIMITS } from '#protocol/limits.ts'
import {
  createTestServer,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

let server: TestServer
let officer: TestDevice
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(2_000)])

beforeEach(async () => {
  server = await createTestServer()
  officer = await server.enrol(PEOPLE.officer)
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  await server.close()
})

const addressOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function attach(bytes: Buffer, site?: typeof HOME_2) {
  const photo = {
    sha256: addressOf(bytes),
    size: bytes.length,
    mime: 'image/jpeg',
    width: 1,
    height: 1,
  }
  const fields = { [`photos.C1.${photo.sha256}`]: photo }
  const op = await officer.write({ kind: 'attach', fields, ...(site && { site }) })
  return officer.sync({ ops: [op] })
}

const put = (bytes: Buffer, device: TestDevice = officer, address = addressOf(bytes)) =>
  server.app.inject({
    method: 'PUT',
    url: `/v1/blobs/${address}`,
    headers: { authorization: `Bearer ${device.token}`, 'content-type': 'image/jpeg' },
    payload: bytes,
  })

const get = (device: TestDevice, bytes: Buffer = jpeg) =>
  server.app.inject({
    method: 'GET',
    url: `/v1/blobs/${addressOf(bytes)}`,
    headers: { authorization: `Bearer ${device.token}` },
  })

test('a photo is wanted until its bytes are here, then read as a dead file', async () => {
  const announced = await attach(jpeg)
  expect(announced.body.wanted).toEqual([addressOf(jpeg)])
  expect((await get(officer)).statusCode).toBe(404)
  expect((await put(jpeg)).statusCode).toBe(200)
  expect((await officer.sync({})).body.wanted).toEqual([])
  const read = await get(officer)
  expect(read.rawPayload.equals(jpeg)).toBe(true)
  expect(read.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect((await put(jpeg)).statusCode).toBe(200)
})

test('a photo that nobody named is refused', async () => {
  expect((await put(jpeg)).statusCode).toBe(404)
})

test('bytes that are not those named are refused, and stay wanted', async () => {
  await attach(jpeg)
  const other = Buffer.concat([jpeg, Buffer.from('x')])
  expect((await put(other, officer, addressOf(jpeg))).statusCode).toBe(422)
  expect((await officer.sync({})).body.wanted).toEqual([addressOf(jpeg)])
})

test('a script under the name of a photo is refused', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  await attach(svg)
  expect((await put(svg)).statusCode).toBe(422)
})

test('a photo beyond the bound is refused', async () => {
  const response = await put(Buffer.alloc(LIMITS.blobBytes + 1))
  expect(response.statusCode).toBe(413)
})

test('a photo of a home is read by those who read that home', async () => {
  await attach(jpeg, HOME_2)
  await put(jpeg)
  expect((await get(await server.enrol(PEOPLE.other))).statusCode).toBe(200)
  expect((await get(await server.enrol(PEOPLE.director))).statusCode).toBe(404)
  expect((await get(await server.enrol(PEOPLE.porteur))).statusCode).toBe(404)
})
