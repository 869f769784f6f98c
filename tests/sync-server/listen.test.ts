// @vitest-environment node
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/shared/ids.ts'
import { writeCursors } from '#protocol/cursor-text.ts'
import { createFrameReader } from '#protocol/frames.ts'
import { QUIET } from '#protocol/listen.ts'
import { PROTOCOL } from '#protocol/sync.ts'
import {
  createTestServer,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

let server: TestServer
let url: URL
let officer: TestDevice
let leaving: AbortController

beforeEach(async () => {
  leaving = new AbortController()
  server = await createTestServer()
  officer = await server.enrol(PEOPLE.officer)
  url = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }))
})
afterEach(async () => {
  leaving.abort()
  expect(server.faults).toEqual([])
  await server.close()
})

/** A standing answer, and the texts of its frames as they come; `ended` once the server closed it. */
async function listen(
  person: PersonId,
  { tag, device }: { tag?: string; device?: TestDevice } = {},
) {
  const { sync, token } = device ?? (await server.enrol(person))
  const { body } = await sync({ cursors: {} })
  const places = Object.keys(body.grants).sort()
  const upTo = Object.fromEntries(body.pages.map((page) => [page.bucket, page.upTo]))
  const response = await fetch(new URL('/v1/listen', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      protocol: PROTOCOL,
      pull: {
        grants: tag ?? body.tag,
        cursors: writeCursors(places.map((bucket) => upTo[bucket] ?? 0)),
      },
    }),
    signal: leaving.signal,
  })
  expect(response.status).toBe(200)
  const texts: string[] = []
  const line = { texts, isOver: false }
  read(response, texts).then(
    () => {
      line.isOver = true
    },
    () => undefined,
  )
  if (tag === undefined) await until(() => texts.length > 0)
  return line
}

async function read({ body }: Response, texts: string[]): Promise<void> {
  const frames = createFrameReader()
  for await (const chunk of body ?? []) {
    for (const { bytes } of frames.push(chunk) ?? []) texts.push(new TextDecoder().decode(bytes))
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 500) throw new Error('It did not happen')
    await wait(10)
  }
}

const said = (texts: readonly string[]) => texts.filter((text) => text !== QUIET)

async function write(device: TestDevice, site = HOME_1, note = 'un') {
  const op = await device.write({ type: 'action', site, kind: 'create', fields: { note } })
  await device.sync({ ops: [op] })
  return op.rec
}

test('what someone keeps is told at once to who may read it, and to nobody else', async () => {
  // An enrolment is news too: all of them come first.
  const people = [PEOPLE['quality-lead'], PEOPLE.director, PEOPLE.other] as const
  const devices = await Promise.all(people.map((person) => server.enrol(person)))
  const [lead, director, elsewhere] = await Promise.all([
    listen(people[0], { device: devices[0] as TestDevice }),
    listen(people[1], { device: devices[1] as TestDevice }),
    listen(people[2], { device: devices[2] as TestDevice }),
  ])
  const rec = await write(officer)
  await until(() => said(lead.texts).length > 0 && said(director.texts).length > 0)
  await until(() => lead.texts.join().includes(rec) && director.texts.join().includes(rec))
  await wait(100)
  expect(said(elsewhere.texts)).toEqual([])
  await write(officer, HOME_2)
  await until(() => said(elsewhere.texts).length > 0)
  expect(elsewhere.texts.join()).not.toContain(rec)
})

test('a hand that writes without rest is told together, and every word of it', async () => {
  const lead = await listen(PEOPLE['quality-lead'])
  const recs: string[] = []
  for (let n = 0; n < 6; n += 1) recs.push(await write(officer, HOME_1, `${n}`))
  await until(() => recs.every((rec) => lead.texts.join().includes(rec)))
  const heads = said(lead.texts).filter((text) => text.includes('"pages"'))
  expect(heads.length).toBeLessThan(recs.length)
})

test('what was kept since the cursors is told first', async () => {
  const device = await server.enrol(PEOPLE['quality-lead'])
  const { sync } = device
  let rec = ''
  const line = await listen(PEOPLE['quality-lead'], {
    device: {
      ...device,
      async sync(body) {
        const answer = await sync(body)
        rec = await write(officer)
        return answer
      },
    },
  })
  await until(() => said(line.texts).length > 0)
  expect(line.texts.join()).toContain(rec)
})

test('a device that is revoked hears nothing more', async () => {
  const device = await server.enrol(PEOPLE['quality-lead'])
  const line = await listen(PEOPLE['quality-lead'], { device })
  await server.store.write((session) => session.directory.revoke(device.id, server.clock.now))
  await write(officer)
  await until(() => line.isOver)
  expect(said(line.texts)).toEqual([])
})

test('a home that is withdrawn is told no more, and the line ends', async () => {
  const lead = await listen(PEOPLE['quality-lead'])
  await server.store.write((session) =>
    session.directory.assignSites(PEOPLE['quality-lead'], [HOME_2]),
  )
  await write(officer)
  await until(() => lead.isOver)
  expect(said(lead.texts)).toEqual([])
})

test('cursors made for other rights are not answered', async () => {
  const line = await listen(PEOPLE['quality-lead'], { tag: 'of-yesterday' })
  await until(() => line.isOver)
  expect(said(line.texts)).toEqual([])
})

test('the server does not wait for who listens before it stops', async () => {
  const line = await listen(PEOPLE['quality-lead'])
  const from = performance.now()
  await server.app.close()
  await until(() => line.isOver)
  expect(performance.now() - from).toBeLessThan(5_000)
})
