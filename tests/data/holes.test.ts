import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLocalDb, type LocalDb } from '#data/db.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinServer, type RealDevice } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

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

it('an erased store with its key kept learns what it lost, exactly, and goes on', async () => {
  await write(2)
  await officer.workspace.sync.now()
  officer.offline = true
  await write(3)
  officer.offline = false
  // The server heard of the numbers, and the answer never came back with the rest.
  await declare(5)
  officer.workspace.close()
  await onDisk(async (db) => {
    await db.ops.clear()
    await db.journal.clear()
    await db.pages.clear()
    await db.meta.bulkDelete(['author', 'sync'])
  })
  const again = await officer.reopen()
  await again.sync.now()
  expect(again.sync.status()).toMatchObject({
    holes: [3, 4, 5],
    allSent: false,
    complete: true,
    round: { kind: 'idle' },
    notes: [{ kind: 'lost', count: 3 }],
  })
  expect(again.replica.list('action')).toHaveLength(2)
  await write(1)
  await again.sync.now()
  expect(again.replica.list('action')).toHaveLength(3)
  expect(await lastOnServer()).toBe(6)
  await again.sync.understood()
  expect(again.sync.status()).toMatchObject({ holes: [], allSent: true })
})

it('an erased store that wrote nothing since opens again', async () => {
  await write(2)
  await officer.workspace.sync.now()
  officer.workspace.close()
  await onDisk((db) =>
    Promise.all([db.ops.clear(), db.journal.clear(), db.meta.bulkDelete(['author', 'sync'])]),
  )
  await (await officer.reopen()).sync.now()
  const again = await officer.reopen()
  await write(1)
  await again.sync.now()
  expect(await lastOnServer()).toBe(3)
})

it('an erased browser is told at its new enrolment', async () => {
  await write(2)
  await declare(2)
  officer.workspace.close()
  await Dexie.delete(`escale-${officer.profile.device}`)
  const fresh = await joinServer(server, PEOPLE.officer)
  expect(fresh.workspace.sync.status().notes).toMatchObject([{ kind: 'elsewhere', count: 2 }])
  fresh.workspace.close()
})

it('a copy older than what devices keep does not stop the queue', async () => {
  const backup = await server.backUp()
  await write(3)
  await officer.workspace.sync.now()
  officer.clock.advance(36 * DAY_MS)
  server.clock.now += 36 * DAY_MS
  await officer.workspace.sync.now()
  expect(await onDisk((db) => db.journal.count())).toBe(0)
  await server.putBack(backup, 'renewed')
  await write(1)
  await officer.workspace.sync.now()
  const { holes, awaited, waiting } = officer.workspace.sync.status()
  expect({ holes, waiting }).toEqual({ holes: [1, 2, 3], waiting: [] })
  expect(awaited).toHaveLength(3)
  expect(await lastOnServer()).toBe(4)
})

async function write(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await officer.workspace.writer.create('action', HOME_1, { title: `Action ${index}` })
  }
}

async function declare(declared: number): Promise<void> {
  const { device } = officer.profile
  await server.store.write(async (session) => {
    const stored = await session.directory.device(device)
    if (!stored) throw new Error('not enrolled')
    await session.directory.advance(device, { ...stored, declaredN: declared })
  })
}

async function lastOnServer(): Promise<number | undefined> {
  const { device } = officer.profile
  return (await server.store.read((session) => session.directory.device(device)))?.lastN
}

async function onDisk<T>(unit: (db: LocalDb) => Promise<T>): Promise<T> {
  const db = createLocalDb(officer.profile.device)
  try {
    return await unit(db)
  } finally {
    db.close()
  }
}
