import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CopyShelf } from '#data/second-copy/copy-shelf.ts'
import { keepSecondCopy } from '#data/second-copy/keep-second-copy.ts'
import { operationsLeft, recoverCopies } from '#data/second-copy/recover-copies.ts'
import type { Bytes } from '#protocol/sealed-file.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinTablet, type Tablet } from '#tests/support/rendezvous-world.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

let server: TestServer
let officer: Tablet
let lead: Tablet
let stop = () => {}
/** What Cache Storage holds, and that no erasure of IndexedDB touches. */
let kept: Map<string, Bytes>
let shelf: CopyShelf

beforeEach(async () => {
  server = await createTestServer()
  officer = await joinTablet(server, PEOPLE.officer)
  lead = await joinTablet(server, PEOPLE['quality-lead'])
  kept = new Map()
  shelf = {
    put: async (device, file) => void kept.set(device, file),
    remove: async (device) => void kept.delete(device),
    list: async () => [...kept].map(([device, file]) => ({ device, file })),
  }
  stop = keepSecondCopy(officer.workspace, shelf)
})

afterEach(async () => {
  stop()
  officer.close()
  lead.close()
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

const nobody = async () => false
const somebody = async () => true

async function writeOffline(count: number) {
  officer.isOnline = false
  const { id } = await officer.workspace.writer.create('audit', HOME_1, { note: 'mot 1' })
  for (let word = 2; word <= count; word++) {
    await officer.workspace.writer.set(id, { note: `mot ${word}` })
  }
  await vi.waitFor(async () => expect(await operationsLeft(shelf, nobody)).toBe(count), 5_000)
  return id
}

it('what waits is there a second time, sealed, until the server has it', async () => {
  await writeOffline(3)
  const text = new TextDecoder().decode([...kept.values()][0])
  expect(text).not.toContain('mot 3')
  officer.isOnline = true
  await officer.workspace.sync.now()
  await vi.waitFor(() => expect(kept.size).toBe(0), 5_000)
})

it('a hand that never rests is copied too', async () => {
  officer.isOnline = false
  const { id } = await officer.workspace.writer.create('audit', HOME_1, { note: 'mot 1' })
  let words = 1
  while (kept.size === 0 && words < 40) {
    words += 1
    await officer.workspace.writer.set(id, { note: `mot ${words}` })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(kept.size).toBe(1)
})

it('a browser that erased its store: whoever opens it next hands the words over', async () => {
  const id = await writeOffline(3)
  stop()
  officer.close()
  await Dexie.delete(`escale-${officer.workspace.profile.device}`)
  expect(await operationsLeft(shelf, nobody)).toBe(3)

  await recoverCopies({ workspace: lead.workspace, shelf, isHere: nobody })
  await lead.workspace.sync.now()
  await lead.workspace.sync.now()
  expect(lead.workspace.replica.get(id)?.fields).toEqual({ note: 'mot 3' })
  // At the next opening the copy is let go, for the server answered for it.
  await recoverCopies({ workspace: lead.workspace, shelf, isHere: nobody })
  expect(kept.size).toBe(0)
  expect(lead.handover.carried()).toEqual([])
})

it('a store that lost its last operations sends them from its own copy', async () => {
  const id = await writeOffline(3)
  stop()
  const { device } = officer.workspace.profile
  const rows = await operationsOnDisk(device)
  await eraseOperations(device)
  expect(rows).toBe(3)
  const again = await officer.reopen()
  expect(again.sync.status().waiting).toEqual([])
  officer.isOnline = true
  await recoverCopies({ workspace: again, shelf, isHere: somebody })
  await again.sync.now()
  await again.sync.now()
  await lead.workspace.sync.now()
  expect(lead.workspace.replica.get(id)?.fields).toEqual({ note: 'mot 3' })
})

it('copies of devices that still have their store stay where they are', async () => {
  await writeOffline(2)
  await recoverCopies({ workspace: lead.workspace, shelf, isHere: somebody })
  await recoverCopies({ workspace: officer.workspace, shelf, isHere: nobody })
  expect(lead.handover.carried()).toEqual([])
  expect(kept.size).toBe(1)
})

async function operationsOnDisk(device: string): Promise<number> {
  return withRows(device, (table) => table.count())
}

async function eraseOperations(device: string): Promise<void> {
  await withRows(device, (table) => table.clear())
}

async function withRows<T>(device: string, unit: (table: Dexie.Table) => PromiseLike<T>) {
  const db = await new Dexie(`escale-${device}`).open()
  try {
    return await unit(db.table('ops'))
  } finally {
    db.close()
  }
}
