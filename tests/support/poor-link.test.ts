// @vitest-environment node
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openPoorLink, type PoorLink } from './poor-link.ts'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

test('exactly the bytes allowed cross, in order, then the connection breaks', async () => {
  const { received, link } = await linkedServer({ lossRate: 0.2, rttMs: 2, seed: 7 })
  const sent = Buffer.from(Array.from({ length: 40_000 }, (_, index) => index % 251))
  link.cutAfter('up', 12_345)
  await send(link, sent)
  expect(received().equals(sent.subarray(0, 12_345))).toBe(true)
  expect(link.crossed('up')).toBe(12_345)
  expect(link.crossed('down')).toBe(0)
})

test('a link that is down refuses, and carries again once it is up', async () => {
  const { received, link } = await linkedServer({})
  link.down = true
  await send(link, Buffer.from('lost'))
  expect(received().length).toBe(0)
  link.down = false
  link.cutAfter('up', 4)
  await send(link, Buffer.from('kept'))
  expect(received().toString()).toBe('kept')
})

async function linkedServer(traits: Partial<Parameters<typeof openPoorLink>[0]>) {
  const parts: Buffer[] = []
  const server: Server = createServer((socket) => {
    socket.on('data', (data) => parts.push(data)).on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const link = await openPoorLink({ targetPort: port, ...traits })
  open.push(server, link)
  return { received: () => Buffer.concat(parts), link }
}

async function send({ port }: PoorLink, bytes: Buffer): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port })
  socket.on('error', () => undefined) // a broken connection is what is looked at
  socket.write(bytes)
  await new Promise((resolve) => socket.once('close', resolve))
}
