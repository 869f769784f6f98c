// @vitest-environment node
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LIMITS } from '#protocol/limits.ts'
import { PROTOCOL } from '#protocol/sync.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import {
  createTestServer,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'
import { readWire, type WholeAnswer } from '#tests/support/wire.ts'

let server: TestServer
let officer: TestDevice
let url: URL

beforeEach(async () => {
  await serve()
})

async function serve(options: { requestTimeoutMs?: number } = {}) {
  server = await createTestServer(options)
  officer = await server.enrol(PEOPLE.officer)
  url = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }))
}

afterEach(async () => {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

async function writeMany(count: number) {
  const ops = []
  while (ops.length < count) ops.push(await officer.write())
  return ops
}

const bodyOf = (ops: readonly unknown[], from = 1) =>
  JSON.stringify({
    protocol: PROTOCOL,
    epoch: null,
    push: { from, declared: from - 1 + ops.length, ops },
  })

async function push(body: string) {
  const response = await fetch(new URL('/v1/sync', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${officer.token}`, 'content-type': 'application/json' },
    body,
  })
  return {
    status: response.status,
    body: (await readWire(new Uint8Array(await response.arrayBuffer()))) as WholeAnswer,
  }
}

/** A socket that has announced a push of `length` bytes and sent none of it. */
async function announcePush(length: number): Promise<{ socket: Socket; answer: () => string }> {
  const socket = connect(Number(url.port), '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text
  })
  // The server may close first: what counts is what it said.
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(
    [
      'POST /v1/sync HTTP/1.1',
      `host: ${url.host}`,
      `authorization: Bearer ${officer.token}`,
      'content-type: application/json',
      `content-length: ${length}`,
      '\r\n',
    ].join('\r\n'),
  )
  return { socket, answer: () => heard }
}

const lastOf = async () =>
  (await server.store.read((session) => session.directory.device(officer.id)))?.lastN

test('a push of two hundred operations is taken whole, in one round', async () => {
  const { status, body } = await push(bodyOf(await writeMany(LIMITS.opsPerPush)))
  expect([status, body.push.last]).toEqual([200, LIMITS.opsPerPush])
  expect(body.push.outcomes.every(({ outcome }) => outcome === 'applied')).toBe(true)
})

test('thirty pushes of one device at once are taken one after the other, and none twice', async () => {
  const ops = await writeMany(30)
  const answers = await Promise.all(ops.map((_, index) => push(bodyOf(ops.slice(0, index + 1)))))
  expect(answers.map(({ status }) => status)).toEqual(ops.map(() => 200))
  const logged = await server.store.read((session) => session.log.ofDevice(officer.id, 1, 100))
  expect(logged.map(({ op }) => op)).toEqual(ops.map(({ id }) => id))
})

test('pushes that cross on the way are taken, or refused with the number expected', async () => {
  const ops = await writeMany(12)
  const parts = [ops.slice(8), ops.slice(4, 8), ops.slice(0, 4)]
  const answers = await Promise.all(
    parts.map((part, index) => push(bodyOf(part, [9, 5, 1][index] ?? 1))),
  )
  for (const { status, body } of answers) {
    if (status === 200) continue
    expect([status, body]).toMatchObject([409, { error: { kind: 'gap' } }])
  }
  expect((await push(bodyOf(ops))).body.push.last).toBe(12)
})

test('a push whose answer was lost is sent again, and is taken once', async () => {
  const ops = await writeMany(40)
  const body = bodyOf(ops)
  const { socket } = await announcePush(Buffer.byteLength(body))
  socket.end(body)
  socket.once('data', () => socket.destroy())
  while ((await lastOf()) !== 40) await wait(5)
  const again = await push(body)
  expect([again.status, again.body.push.last]).toEqual([200, 40])
  expect(again.body.push.outcomes).toHaveLength(40)
  const logged = await server.store.read((session) => session.log.ofDevice(officer.id, 1, 100))
  expect(logged).toHaveLength(40)
})

test('a body that comes slowly is taken whole, and keeps nobody waiting', async () => {
  const ops = await writeMany(3)
  const body = bodyOf(ops.slice(0, 1))
  const { socket, answer } = await announcePush(Buffer.byteLength(body))
  const half = Math.floor(body.length / 2)
  socket.write(body.slice(0, half))
  await wait(50)
  const lead = await server.enrol(PEOPLE['quality-lead'])
  expect((await lead.sync({ ops: [await lead.write()] })).status).toBe(200)
  expect(await lastOf()).toBe(0)
  socket.write(body.slice(half))
  while (!answer().includes('"last":1')) await wait(5)
  expect(answer()).toMatch(/^HTTP\/1\.1 200 /)
  socket.destroy()
})

test('a push cut in the middle of its body leaves nothing, and may be sent again', async () => {
  const body = bodyOf(await writeMany(2))
  const { socket } = await announcePush(Buffer.byteLength(body))
  socket.write(body.slice(0, 300))
  await wait(50)
  socket.destroy()
  await wait(50)
  expect(await lastOf()).toBe(0)
  expect((await push(body)).body.push.last).toBe(2)
})

test('a body that never ends is cut', async () => {
  await server.close()
  await serve({ requestTimeoutMs: 1_200 })
  const { socket, answer } = await announcePush(1_000)
  socket.write('{"protocol":1,')
  await once(socket, 'close')
  expect(answer()).toMatch(/^HTTP\/1\.1 408 /)
})
