import { createLocalDb } from '#data/db.ts'
import type { Workspace } from '#data/workspace.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import { type DiskImage, readImage, writeImage } from '#tests/support/disk-image.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'
import { Broken, type Fault, must } from './fault.ts'
import { opsOnDisk, readTruth } from './invariants.ts'
import { createDevice, type WorldDevice } from './world/device.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

const DAY_MS = 86_400_000

/** One of the tablets that a backup made of one: a disk of its own, put in place when it is woken. */
interface Copy {
  image: DiskImage
}

/**
 * A tablet restored from its own backup, once or twice, each copy going on with its work: every word is
 * on the server once, every fork is seen. One time in three the device is reported stolen in the end:
 * it hands over what waits, then reads nothing.
 */
export const copied: Fault = {
  id: 'T17',
  title: 'a device copied by its backup, then at times revoked',
  unit: 'copies',
  perCommit: 50,
  open: () => onSharedServer(runCase, createFaultServer),
}

async function runCase(server: FaultServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const device = await createDevice(server, PEOPLE.officer, `s${seed}x`, dice)
  let tab = await device.openTab()
  await tab.sync.now()
  await write(device, tab, dice.between(1, 3))
  if (dice.chance(0.5)) await tab.sync.now()
  device.closeTab(tab)
  const { device: id } = device.profile
  const image = await readImage(id)
  const copies: Copy[] = Array.from({ length: dice.between(2, 3) }, () => ({ image }))

  async function awake(copy: Copy, unit: () => Promise<void>): Promise<void> {
    await writeImage(id, copy.image)
    tab = await device.openTab()
    try {
      await unit()
    } finally {
      device.closeTab(tab)
      copy.image = await readImage(id)
    }
  }

  for (let step = dice.between(3, 10); step > 0; step--) {
    const copy = dice.pick(copies)
    await awake(copy, async () => {
      await write(device, tab, dice.between(0, 2))
      if (dice.chance(0.5)) await syncAndSee(server, device, tab)
    })
  }
  const isStolen = dice.chance(0.33)
  if (isStolen) await revokeAll(server, device)
  // Twice: what the first of them sent, the others hear of the second time.
  for (const copy of [...copies, ...copies]) {
    await awake(copy, async () => {
      await syncAndSee(server, device, tab)
      await tab.sync.now()
      await checkTold(tab, device, isStolen)
    })
  }
  await checkOnce(server, device)
  if (isStolen) await checkLate(server, device, awake, dice.pick(copies), () => tab)
  return copies.length
}

async function write(device: WorldDevice, tab: Workspace, count: number): Promise<void> {
  for (let made = 0; made < count; made++) {
    await device.save((mark) => tab.writer.create('audit', HOME_1, { ...mark, title: 'Copie' }))
  }
}

/** A round of a copy: when another took a number that waits here, it must be told and renamed. */
async function syncAndSee(server: FaultServer, device: WorldDevice, tab: Workspace) {
  const before = await opsOnDisk(device.profile.device)
  const { entries } = await readTruth(server.now())
  const taken = new Map(entries.map(({ op, body }) => [op, body]))
  const isForked = before.some(({ state, op }) => {
    const body = taken.get(op.id)
    return state === 'pending' && body !== undefined && !body.includes(op.hash)
  })
  const told = () => tab.sync.status().notes.filter(({ kind }) => kind === 'renumbered').length
  const toldBefore = told()
  await tab.sync.now()
  must(!isForked || told() > toldBefore, 'two tablets under one name, and nobody was told')
}

async function revokeAll(server: FaultServer, { profile }: WorldDevice): Promise<void> {
  const { store, clock } = server.now()
  await store.write(({ directory }) => directory.revoke(profile.device, clock.now))
}

async function checkTold(tab: Workspace, device: WorldDevice, isStolen: boolean): Promise<void> {
  const { waiting, round, allSent } = tab.sync.status()
  must(waiting.length === 0, `${waiting.length} records still wait: ${JSON.stringify(round)}`)
  if (!isStolen) {
    must(allSent, `a copy ends with ${JSON.stringify(round)}`)
    return
  }
  const db = createLocalDb(device.profile.device)
  const pages = await db.pages.count().finally(() => db.close())
  if (pages > 0) throw new Broken('I5', `a stolen tablet still holds ${pages} pages`)
  must(tab.replica.list('audit').length === 0, 'a stolen tablet still shows records')
}

/** I1 over all the names the tablet had. */
async function checkOnce(server: FaultServer, { marks }: WorldDevice): Promise<void> {
  const { entries } = await readTruth(server.now())
  for (const { word } of marks) {
    const held = entries.filter(({ body }) => body.includes(word))
    if (held.length !== 1) throw new Broken('I1', `${word} is ${held.length} times on the server`)
  }
}

/** After thirty days what a revoked tablet hands over waits in quarantine, and is still there. */
async function checkLate(
  server: FaultServer,
  device: WorldDevice,
  awake: (copy: Copy, unit: () => Promise<void>) => Promise<void>,
  copy: Copy,
  tab: () => Workspace,
): Promise<void> {
  server.now().clock.now += 31 * DAY_MS
  device.clock.advance(31 * DAY_MS)
  await awake(copy, async () => {
    await write(device, tab(), 1)
    await tab().sync.now()
  })
  const { entries } = await readTruth(server.now())
  const word = device.marks.at(-1)?.word ?? ''
  const late = entries.find(({ body }) => body.includes(word))
  must(late?.outcome === 'quarantined', `a late word of a stolen tablet was ${late?.outcome}`)
}
