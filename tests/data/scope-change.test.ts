import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLocalDb } from '#data/db.ts'
import type { Photo } from '#data/workspace.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinServer, type RealDevice } from '#tests/support/real-device.ts'
import {
  createTestServer,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestServer,
} from '#tests/support/test-server.ts'

const DAY_MS = 86_400_000

let server: TestServer
let officer: RealDevice

beforeEach(async () => {
  server = await createTestServer()
  officer = await joinServer(server, PEOPLE.officer)
})

afterEach(async () => {
  officer.workspace.close()
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

describe('a home withdrawn', () => {
  it('leaves the device once what waited was handed over: rows, pages and bytes', async () => {
    const { workspace } = officer
    await workspace.writer.create('audit', HOME_1, { note: 'chez nous' })
    const { id } = await workspace.writer.create('audit', HOME_2, { note: 'chez eux' })
    await workspace.writer.attach(id, 'photos.P1', photo(7))
    await workspace.sync.now()
    await workspace.writer.set(id, { note: 'jamais reçu à temps' })
    await assign(HOME_1)
    await workspace.sync.now()

    const disk = await wholeDisk()
    expect(workspace.replica.list('audit', HOME_2)).toEqual([])
    expect(workspace.replica.list('audit', HOME_1)).toHaveLength(1)
    expect(disk.pages.filter((bucket) => bucket.startsWith(HOME_2))).toEqual([])
    expect(disk.photos).toEqual([])
    expect(workspace.profile.sites).toEqual([HOME_1])
    expect(workspace.sync.status()).toMatchObject({
      waiting: [],
      setAside: [{ record: id, reason: 'forbidden', fields: { note: 'jamais reçu à temps' } }],
      complete: true,
    })
    expect(workspace.sync.status().notes).toMatchObject([{ kind: 'released' }])
    const again = await officer.reopen()
    expect(again.replica.list('audit', HOME_2)).toEqual([])
    expect(again.sync.status().setAside).toHaveLength(1)
  })

  it('stays while its work cannot be sent, and comes whole when it is given back', async () => {
    const { workspace } = officer
    await workspace.writer.create('audit', HOME_2, { note: 'un' })
    await workspace.sync.now()
    await workspace.writer.create('audit', HOME_2, { note: 'hors réseau' })
    await assign(HOME_1)
    officer.offline = true
    await workspace.sync.now()
    expect(workspace.replica.list('audit', HOME_2)).toHaveLength(2)
    officer.offline = false
    await workspace.sync.now()
    expect(workspace.replica.list('audit', HOME_2)).toEqual([])

    await assign(HOME_1, HOME_2)
    await workspace.sync.now()
    expect(workspace.replica.list('audit', HOME_2).map(({ fields }) => fields.note)).toEqual(['un'])
    expect(workspace.profile.sites).toEqual([HOME_1, HOME_2])
    const again = await officer.reopen()
    expect(again.replica.list('audit', HOME_2)).toHaveLength(1)
    expect(again.sync.status()).toMatchObject({ complete: true, awaited: [] })
  })
})

it('a home granted comes with all it holds', async () => {
  await officer.workspace.writer.create('audit', HOME_2, { note: 'chez eux' })
  await officer.workspace.sync.now()
  const lead = await joinServer(server, PEOPLE['quality-lead'])
  expect(lead.workspace.replica.list('audit')).toEqual([])
  await assignTo('quality-lead', HOME_1, HOME_2)
  await lead.workspace.sync.now()
  expect(lead.workspace.replica.list('audit', HOME_2)).toHaveLength(1)
  expect(lead.workspace.profile.sites).toEqual([HOME_1, HOME_2])
  lead.workspace.close()
})

describe('a device revoked', () => {
  it('hands over what waits, then holds nothing to read', async () => {
    const { workspace } = officer
    await workspace.writer.create('audit', HOME_1, { note: 'reçu' })
    await workspace.sync.now()
    await workspace.writer.create('audit', HOME_1, { note: 'hors réseau' })
    await revoke()
    await workspace.sync.now()
    expect(await loggedWords()).toEqual(['applied', 'applied'])
    expect(workspace.replica.list('audit')).toEqual([])
    expect(workspace.replica.list('site')).toEqual([])
    expect((await wholeDisk()).pages).toEqual([])
    expect(workspace.sync.status()).toMatchObject({
      round: { kind: 'failed', error: 'revoked' },
      waiting: [],
    })
  })

  it('shows nothing more of what it wrote where it had received nothing yet', async () => {
    const { workspace } = officer
    await workspace.writer.create('audit', HOME_1, { note: 'premier mot du foyer' })
    await revoke()
    await workspace.sync.now()
    expect(await loggedWords()).toEqual(['applied'])
    expect(workspace.replica.list('audit')).toEqual([])
    expect((await officer.reopen()).replica.list('audit')).toEqual([])
  })

  it('after 30 days hands over to a quarantine that nobody reads', async () => {
    await revoke()
    server.clock.now += 31 * DAY_MS
    officer.clock.advance(31 * DAY_MS)
    await officer.workspace.writer.create('audit', HOME_1, { note: 'trop tard' })
    await officer.workspace.sync.now()
    expect(await loggedWords()).toEqual(['quarantined'])
    expect(officer.workspace.sync.status().setAside).toMatchObject([{ reason: 'revoked' }])
  })
})

function assign(...sites: SiteId[]): Promise<void> {
  return assignTo('officer', ...sites)
}

function assignTo(who: 'officer' | 'quality-lead', ...sites: SiteId[]): Promise<void> {
  return server.store.write((session) => session.directory.assignSites(PEOPLE[who], sites))
}

function revoke(): Promise<void> {
  const { device } = officer.profile
  return server.store.write((session) => session.directory.revoke(device, server.clock.now))
}

async function loggedWords() {
  const { device } = officer.profile
  const entries = await server.store.read((session) => session.log.ofDevice(device, 1, 1_000))
  return entries.map(({ outcome }) => outcome)
}

async function wholeDisk() {
  const db = createLocalDb(officer.profile.device)
  try {
    return {
      pages: (await db.pages.toArray()).map(({ bucket }) => bucket),
      photos: await db.blobs.toCollection().primaryKeys(),
    }
  } finally {
    db.close()
  }
}

function photo(seed: number): Photo {
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, seed]
  return { bytes: new Uint8Array(head).buffer, mime: 'image/jpeg', width: 4, height: 3 }
}
