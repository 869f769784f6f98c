import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLocalDb, type LocalDb } from '#data/db.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinServer, type RealDevice } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

const DAY_MS = 86_400_000
const QUALITY = `${HOME_1}/quality`

let server: TestServer
let officer: RealDevice
let lead: RealDevice

beforeEach(async () => {
  server = await createTestServer()
  officer = await joinServer(server, PEOPLE.officer)
  lead = await joinServer(server, PEOPLE['quality-lead'])
})

afterEach(async () => {
  officer.workspace.close()
  lead.workspace.close()
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

test('a backup put back, its epoch forgotten, whose counters already passed the cursor, is found out', async () => {
  const kept = await audit(officer, 'dans la copie')
  await lead.workspace.sync.now()
  const backup = await server.backUp()
  const gone = await audit(lead, 'hors copie')
  await officer.workspace.sync.now()
  await server.putBack(backup, 'forgotten')
  // Another device writes first: the counter passes the officer's cursor, and nothing else shows it.
  const director = await joinServer(server, PEOPLE['quality-lead'])
  const missed = await audit(director, 'au rang que l’officier tenait')
  // Sequences of figures jump by drawn numbers (ADR 034): enough of them, and that counter passes too.
  for (let more = 0; more < 200; more++) await director.workspace.writer.create('audit', HOME_1, {})
  const next = await audit(director, 'au rang suivant')
  await officer.workspace.sync.now()
  expect(shown(officer, kept, gone, missed, next)).toEqual([true, true, false, true])

  await dayAfter(officer)
  expect(shown(officer, kept, gone, missed, next)).toEqual([true, true, true, true])
  expect(officer.workspace.sync.status()).toMatchObject({
    allSent: true,
    complete: true,
    awaited: [gone],
    notes: [{ kind: 'repaired' }],
  })

  // What is awaited is no difference: the next day finds the two equal.
  await officer.workspace.sync.understood()
  await dayAfter(officer)
  expect(officer.workspace.sync.status().notes).toEqual([])

  await lead.workspace.sync.now()
  await dayAfter(officer)
  expect(officer.workspace.sync.status()).toMatchObject({ awaited: [], notes: [] })
  director.workspace.close()
})

test('a record lost from the disk of this device comes back at the next start, and what waits stays', async () => {
  const early = await audit(officer, 'première')
  const late = await audit(lead, 'seconde')
  await officer.workspace.sync.now()
  officer.offline = true
  await officer.workspace.writer.set(early, { note: 'en attente' })
  await onDisk(officer, (db) => db.pages.clear())
  const again = await officer.reopen()
  expect(again.replica.get(late)).toBeUndefined()

  officer.offline = false
  // What waits is news of that bucket: it is compared at the round after, the same day.
  await again.sync.now()
  await again.sync.now()
  expect(again.replica.get(late)?.fields).toEqual({ note: 'seconde' })
  expect(again.replica.get(early)?.fields).toEqual({ note: 'en attente' })
  expect(again.sync.status()).toMatchObject({ allSent: true, complete: true })
  expect(again.sync.status().notes[0]).toMatchObject({ kind: 'repaired' })
})

test('a page altered on the disk of this device is read again from the server', async () => {
  const id = await audit(lead, 'mot juste')
  await officer.workspace.sync.now()
  await onDisk(officer, (db) =>
    db.pages
      .where('[bucket+no]')
      .between([QUALITY, 0], [QUALITY, Number.POSITIVE_INFINITY])
      .modify((page) => {
        const text = new TextDecoder().decode(page.sealed)
        page.sealed = new TextEncoder().encode(text.replace('juste', 'faux!')).buffer
      }),
  )
  const again = await officer.reopen()
  expect(again.replica.get(id)?.fields).toEqual({ note: 'mot faux!' })
  await again.sync.now()
  expect(again.replica.get(id)?.fields).toEqual({ note: 'mot juste' })
  expect(again.sync.status()).toMatchObject({
    complete: true,
    awaited: [],
    notes: [{ kind: 'repaired', count: 1 }],
  })
})

test('devices that hold what the server holds hear of nothing, at a start and day after day', async () => {
  await audit(officer, 'un')
  await audit(lead, 'deux')
  for (const device of [officer, lead]) {
    await device.workspace.sync.now()
    await dayAfter(device)
    await device.reopen()
    await device.workspace.sync.now()
    expect(device.workspace.sync.status()).toMatchObject({ notes: [], complete: true })
  }
})

async function audit({ workspace }: RealDevice, note: string) {
  const { id } = await workspace.writer.create('audit', HOME_1, { note })
  await workspace.sync.now()
  return id
}

function shown({ workspace }: RealDevice, ...ids: Awaited<ReturnType<typeof audit>>[]) {
  return ids.map((id) => workspace.replica.get(id) !== undefined)
}

async function dayAfter({ clock, workspace }: RealDevice) {
  clock.advance(DAY_MS)
  await workspace.sync.now()
}

async function onDisk({ profile }: RealDevice, act: (db: LocalDb) => Promise<unknown>) {
  const db = createLocalDb(profile.device)
  await act(db)
  db.close()
}
