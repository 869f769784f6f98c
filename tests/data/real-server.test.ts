import { afterEach, expect, it } from 'vitest'
import type { Workspace } from '#data/workspace.ts'
import type { PersonId } from '#domain/shared/ids.ts'
import { joinServer } from '#tests/support/real-device.ts'
import {
  createTestServer,
  DISPOSITIF,
  HOME_1,
  PEOPLE,
  type TestServer,
} from '#tests/support/test-server.ts'

const open: { close(): void | Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

it('an officer and a quality lead meet on the real server, photo included', async () => {
  const server = await createTestServer()
  open.push(server)
  const officer = await join(server, PEOPLE.officer)
  expect(officer.replica.list('site', DISPOSITIF)).toHaveLength(2)
  const { id } = await officer.writer.create('audit', HOME_1, {
    form: 'audit-medication',
    'answers.C1': 'no',
  })
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]).buffer
  await officer.writer.attach(id, 'photos.P1', { bytes, mime: 'image/jpeg', width: 4, height: 3 })
  await officer.sync.now()
  expect(officer.sync.status()).toMatchObject({
    round: { kind: 'idle' },
    waiting: [],
    setAside: [],
    allSent: true,
    complete: true,
  })

  const lead = await join(server, PEOPLE['quality-lead'])
  expect(lead.replica.get(id)?.fields).toMatchObject({ 'answers.C1': 'no' })
  await lead.writer.set(id, { 'answers.C1': 'yes' })
  await lead.sync.now()
  await officer.sync.now()
  expect(officer.replica.get(id)).toMatchObject({
    fields: { 'answers.C1': 'yes' },
    disputed: [],
    unsent: false,
  })
})

it('what a director may not write is set aside by the real server, and kept here', async () => {
  const server = await createTestServer()
  open.push(server)
  const director = await join(server, PEOPLE.director)
  const { id } = await director.writer.create('action', HOME_1, { title: 'à moi' })
  await director.sync.now()
  expect(director.sync.status()).toMatchObject({
    allSent: false,
    waiting: [],
    setAside: [{ n: 1, record: id, reason: 'forbidden', fields: { title: 'à moi' } }],
  })
})

it('a tablet ten years behind its server writes, sends, and is told its difference', async () => {
  const server = await createTestServer()
  open.push(server)
  const tenYears = 10 * 365 * 86_400_000
  const late = await joinServer(server, PEOPLE.officer)
  open.push(late.workspace)
  late.clock.set(server.clock.now - tenYears)
  const { id } = await late.workspace.writer.create('audit', HOME_1, { note: 'en retard' })
  await late.workspace.sync.now()
  const lead = await join(server, PEOPLE['quality-lead'])
  expect(lead.replica.get(id)?.fields).toEqual({ note: 'en retard' })
  const { allSent, clockOffsetMs } = late.workspace.sync.status()
  expect(allSent).toBe(true)
  expect(Math.round(clockOffsetMs / 60_000)).toBe(tenYears / 60_000)
})

async function join(server: TestServer, person: PersonId): Promise<Workspace> {
  const { workspace } = await joinServer(server, person)
  open.push(workspace)
  return workspace
}
