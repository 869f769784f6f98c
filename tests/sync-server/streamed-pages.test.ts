// @vitest-environment node
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { createBrotliDecompress } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { createFrameReader } from '#protocol/frames.ts'
import { PROTOCOL } from '#protocol/sync.ts'
import { createTestServer, PEOPLE, type TestDevice } from '#tests/support/test-server.ts'

/** Who asks, the rights and heads, the first page. */
const READS_OF_FIRST_PAGE = 3

test('a page of a long answer has arrived, readable, before the next one is made', async () => {
  const server = await createTestServer()
  const officer = await server.enrol(PEOPLE.officer)
  await pushMany(officer, 1_100)
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 })
  let release = () => {}
  const arrived = new Promise<void>((resolve) => (release = resolve))
  const { read } = server.store
  let reads = 0
  vi.spyOn(server.store, 'read').mockImplementation(async (work) => {
    reads += 1
    if (reads > READS_OF_FIRST_PAGE) await arrived
    return read(work)
  })

  const answer = await ask(new URL('/v1/sync', address), officer.token)
  expect(answer.headers['content-encoding']).toBe('br')
  const frames = createFrameReader()
  let count = 0
  for await (const chunk of answer.pipe(createBrotliDecompress())) {
    count += frames.push(chunk)?.length ?? Number.NaN
    if (count > 1) release()
  }
  expect(frames.isBetween()).toBe(true)
  expect(reads).toBeGreaterThan(READS_OF_FIRST_PAGE + 1)
  expect(count).toBeGreaterThan(3)
  await server.close()
})

async function pushMany(device: TestDevice, count: number): Promise<void> {
  for (let sent = 0; sent < count; ) {
    const ops = []
    while (ops.length < 500 && sent + ops.length < count) ops.push(await device.write())
    const { status } = await device.sync({ ops })
    expect(status).toBe(200)
    sent += ops.length
  }
}

async function ask(url: URL, token: string): Promise<IncomingMessage> {
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'br',
    authorization: `Bearer ${token}`,
  }
  const asking = request(url, { method: 'POST', headers })
  asking.end(JSON.stringify({ protocol: PROTOCOL, pull: { grants: '', cursors: '' } }))
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  return answer
}
