import { setTimeout as wait } from 'node:timers/promises'
import Dexie from 'dexie'
import type { LocalDb } from '#data/db.ts'
import { createLocalDb } from '#data/db.ts'
import type { CopyShelf } from '#data/second-copy/copy-shelf.ts'
import { keepSecondCopy } from '#data/second-copy/keep-second-copy.ts'
import { operationsLeft, recoverCopies } from '#data/second-copy/recover-copies.ts'
import type { Workspace } from '#data/workspace.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { joinServer } from '#tests/support/real-device.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'
import { type Fault, must } from './fault.ts'
import {
  checkEachSaveOnce,
  checkSameRecords,
  opsOnDisk,
  readableBy,
  readTruth,
} from './invariants.ts'
import { createDevice, type WorldDevice } from './world/device.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'
import { shelfInMemory } from './world/shelf-in-memory.ts'

/**
 * What of the disk is gone when the app opens again: rows of operations, all of them with what was
 * known of the server, the pages received, the bytes of photos, or the whole browser.
 */
const ERASURES = ['some-ops', 'ops-and-meta', 'pages', 'photo-bytes', 'browser'] as const
type Erasure = (typeof ERASURES)[number]

/**
 * A disk erased in part or whole between two openings, with or without the second copy of Cache Storage
 * (ADR 037), or that copy alone. Erased with it: what is lost is said, by its exact count. Left: all that
 * waited is on the server, and nothing is said lost any more. What is not lost goes on, and the device is
 * whole again after a round.
 */
export const evicted: Fault = {
  id: 'T13',
  title: 'the disk erased in part or whole between two openings',
  unit: 'erasures',
  perCommit: 50,
  open: () => onSharedServer(runCase, createFaultServer),
}

async function runCase(server: FaultServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const erasure = ERASURES[seed % ERASURES.length] ?? 'pages'
  const isCopyLeft = Math.floor(seed / ERASURES.length) % 2 === 0
  const shelf = shelfInMemory()
  const device = await createDevice(server, PEOPLE['quality-lead'], `s${seed}x`, dice)
  const tab = await device.openTab()
  await write(device, tab, dice.between(1, 4))
  if (erasure === 'photo-bytes') await attach(tab, seed)
  await tab.sync.now()
  const held = await lastHeld(server, device)
  await write(device, tab, dice.between(1, 6))
  const given = held + (await pendingOf(device)).length
  // The server heard of these numbers in a request whose words did not arrive.
  await declare(server, device, given)
  await copyWhatWaits(tab, shelf)
  device.closeTab(tab)
  const gone = await erase(erasure, device, dice)
  if (!isCopyLeft) await shelf.remove(device.profile.device)
  const erased = { erasure, gone, given, shelf, isCopyLeft }
  if (erasure === 'browser') await joinAgain(server, device, erased)
  else await comeBack(server, device, erased)
  return 1
}

interface Erased {
  readonly erasure: Erasure
  /** Numbers that IndexedDB no longer holds, and the server never had. */
  readonly gone: readonly number[]
  /** Highest number given. */
  readonly given: number
  readonly shelf: CopyShelf
  readonly isCopyLeft: boolean
}

/** The copy is made by the app itself, as soon as it may. */
async function copyWhatWaits(tab: Workspace, shelf: CopyShelf): Promise<void> {
  const stop = keepSecondCopy(tab, shelf, 0)
  const waiting = tab.sync.status().waiting.reduce((sum, { operations }) => sum + operations, 0)
  while ((await operationsLeft(shelf, nobody)) !== waiting) await wait(1)
  stop()
}

const nobody = async () => false

/** A browser where nothing is left but, at times, the copy: the next person enrolled hands it over. */
async function joinAgain(server: FaultServer, device: WorldDevice, erased: Erased): Promise<void> {
  const { gone, given, shelf, isCopyLeft } = erased
  const left = await operationsLeft(shelf, nobody)
  must(left === (isCopyLeft ? gone.length : 0), `${gone.length} wait in the copy, ${left} said`)
  const { workspace } = await joinServer(server.now(), PEOPLE['quality-lead'])
  const told = workspace.sync.status().notes.find(({ kind }) => kind === 'elsewhere')
  // Other cases of this server left their own losses: this one adds its count to theirs.
  must((told?.count ?? 0) >= gone.length, `${gone.length} lost, ${told?.count} said`)
  await recoverCopies({ workspace, shelf, isHere: nobody })
  await workspace.sync.now()
  await recoverCopies({ workspace, shelf, isHere: nobody })
  must((await shelf.list()).length === 0, 'a copy handed over is still kept')
  workspace.close()
  if (isCopyLeft) await checkRecovered(server, device, given)
}

/** Every number given is on the server, and every word once. */
async function checkRecovered(server: FaultServer, device: WorldDevice, given: number) {
  must((await lastHeld(server, device)) === given, 'the copy did not bring all that waited')
  const truth = await readTruth(server.now())
  const mine = truth.entries.filter((entry) => entry.device === device.profile.device)
  must(mine.length === given, `${given} numbers given, ${mine.length} on the server`)
  checkEachSaveOnce(device.marks, truth, [], { drained: true })
}

async function write(device: WorldDevice, tab: Workspace, count: number): Promise<void> {
  for (let made = 0; made < count; made++) {
    await device.save((mark) => tab.writer.create('audit', HOME_1, { ...mark, title: 'Avant' }))
  }
}

async function attach(tab: Workspace, seed: number): Promise<void> {
  const [audit] = tab.replica.list('audit')
  must(audit !== undefined, 'nothing to attach to')
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, seed & 0xff, (seed >> 8) & 0xff]).buffer
  const photo = { bytes, mime: 'image/jpeg', width: 1, height: 1 } as const
  await tab.writer.attach(audit.id, 'photos.P1', photo)
}

/** Erases, and gives the numbers that nobody holds any more. */
async function erase(
  erasure: Erasure,
  device: WorldDevice,
  dice: Dice,
): Promise<readonly number[]> {
  const pending = await pendingOf(device)
  const { device: id } = device.profile
  if (erasure === 'browser') {
    await Dexie.delete(`escale-${id}`)
    await Dexie.delete('escale-profiles')
    return pending
  }
  return onDisk(id, async (db) => {
    if (erasure === 'pages') await db.pages.clear()
    if (erasure === 'photo-bytes') await db.blobBytes.clear()
    if (erasure === 'ops-and-meta') {
      await db.ops.clear()
      await db.journal.clear()
      await db.pages.clear()
      await db.meta.bulkDelete(['author', 'sync'])
      return pending
    }
    if (erasure !== 'some-ops') return []
    const gone = pending.filter(() => dice.chance(0.5))
    await db.ops.bulkDelete([...gone])
    return gone
  })
}

async function comeBack(server: FaultServer, device: WorldDevice, erased: Erased): Promise<void> {
  const { erasure, given, shelf, isCopyLeft } = erased
  const tab = await device.openTab()
  await recoverCopies({ workspace: tab, shelf, isHere: async () => true })
  for (let rounds = 0; rounds < 3; rounds++) await tab.sync.now()
  if (isCopyLeft) await checkRecovered(server, device, given)
  const gone = isCopyLeft ? [] : erased.gone
  const { holes, notes, allSent, lostPhotos } = tab.sync.status()
  must(holes.join() === gone.join(), `${erasure}: lost ${gone.join()}, said ${holes.join()}`)
  const told = notes
    .filter(({ kind }) => kind === 'lost')
    .reduce((sum, { count }) => sum + count, 0)
  must(told === gone.length, `${erasure}: ${gone.length} lost, ${told} said`)
  must(!allSent || gone.length === 0, `${erasure}: all is said sent over a loss`)
  must(lostPhotos.length === 0, `${erasure}: a photo sent before is said lost`)
  must((await lastHeld(server, device)) === given, `${erasure}: the queue did not move on`)
  // Life goes on: the next number is new, and the screen is what the server holds.
  await write(device, tab, 1)
  await tab.sync.now()
  must((await lastHeld(server, device)) === given + 1, `${erasure}: a number was given twice`)
  const { person, dispositif } = device.profile
  const homes = device.profile.sites.map((home) => ({ id: home, sharesEvents: true }))
  const rights = { role: person.role, device: device.profile.device, dispositif: dispositif.id }
  checkSameRecords(tab, await readTruth(server.now()), readableBy(rights, homes))
  await tab.sync.understood()
  must(tab.sync.status().allSent, `${erasure}: not all sent once the loss was read`)
  device.closeTab(tab)
}

async function pendingOf({ profile }: WorldDevice): Promise<readonly number[]> {
  const ops = await opsOnDisk(profile.device)
  return ops.filter(({ state }) => state === 'pending').map(({ n }) => n)
}

async function lastHeld(server: FaultServer, { profile }: WorldDevice): Promise<number> {
  const { store } = server.now()
  return (await store.read(({ directory }) => directory.device(profile.device)))?.lastN ?? 0
}

async function declare(
  server: FaultServer,
  { profile }: WorldDevice,
  declaredN: number,
): Promise<void> {
  await server.now().store.write(async ({ directory }) => {
    const stored = await directory.device(profile.device)
    must(stored !== undefined, 'the device is not enrolled')
    await directory.advance(profile.device, { ...stored, declaredN })
  })
}

async function onDisk<T>(device: string, unit: (db: LocalDb) => Promise<T>): Promise<T> {
  const db = createLocalDb(device)
  try {
    return await unit(db)
  } finally {
    db.close()
  }
}
