import { expect, test } from 'vitest'
import { createFrameReader, encodeFrame } from '#protocol/frames.ts'
import { sha256 } from '#sync-server/sha256.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinServer } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE } from '#tests/support/test-server.ts'

const RECORDS = 1_203

test('words typed while a long answer comes do not wait for its end, and the rest comes after them', async () => {
  const server = await createTestServer()
  const lead = await joinServer(server, PEOPLE['quality-lead'])
  let asked = 0
  let isSlow = false
  const officer = await joinServer(server, PEOPLE.officer, {
    async answered(path, response) {
      if (!isSlow || path !== '/v1/sync') return response
      asked += 1
      return asked === 1 ? untilFirstPage(response) : response
    },
  })
  const before = officer.workspace.replica.list('action').length
  for (let made = 0; made < RECORDS; made++) {
    await lead.workspace.writer.create('action', HOME_1, { title: `Action ${made}` })
  }
  await lead.workspace.sync.now()

  isSlow = true
  const round = officer.workspace.sync.now()
  await expect.poll(() => officer.workspace.replica.list('action').length).toBeGreaterThan(before)
  const { id } = await officer.workspace.writer.create('audit', HOME_1, { title: 'Tapé' })
  officer.clock.advance(4_000)
  sendOneMore()
  await round

  expect(asked).toBeGreaterThan(1)
  expect(officer.workspace.sync.status()).toMatchObject({ allSent: true, complete: true })
  expect(officer.workspace.replica.list('action')).toHaveLength(before + RECORDS)
  await lead.workspace.sync.now()
  expect(lead.workspace.replica.get(id)?.fields).toMatchObject({ title: 'Tapé' })
  expect(await server.store.read(differencesWithLog)).toEqual([])
  lead.workspace.close()
  officer.workspace.close()
  await server.close()
})

let sendOneMore = () => {}

/** The head and first page of an answer; one page more when told; of the rest, nothing ever. */
async function untilFirstPage(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const frames = (createFrameReader().push(bytes) ?? []).map(({ bytes: of }) =>
    encodeFrame(new TextDecoder().decode(of), sha256),
  )
  expect(frames.length).toBeGreaterThan(3)
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      const [head, first, second] = frames
      if (!head || !first || !second) throw new Error('Too short an answer')
      controller.enqueue(head)
      controller.enqueue(first)
      sendOneMore = () => controller.enqueue(second)
    },
  })
  return new Response(body, { headers: response.headers })
}
