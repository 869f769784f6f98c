import { createLocalDb } from '#data/db.ts'
import type { Workspace } from '#data/workspace.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'
import { type Fault, lonely, must } from './fault.ts'
import {
  checkEachSaveOnce,
  checkNothingInvented,
  checkReplay,
  opsOnDisk,
  readTruth,
} from './invariants.ts'
import { createDevice, type WorldDevice } from './world/device.ts'
import { createFaultServer } from './world/fault-server.ts'
import type { Fate } from './world/flaky-network.ts'
import { freshBrowser } from './world/fresh-browser.ts'
import { createLinkedServer, type LinkedServer } from './world/linked-server.ts'

const LINKS = [
  { bitsPerSecond: 64_000, rttMs: 40 },
  { bitsPerSecond: 256_000, rttMs: 120 },
  { bitsPerSecond: 1_000_000, rttMs: 20 },
  { rttMs: 300 },
] as const

/** One case in so many is as slow as a satellite: each request there and back takes two seconds. */
const SATELLITE_EVERY = 50
const SATELLITE = { rttMs: 2_000 } as const

/** Who answers in the server's place: a portal's page, junk, another Escale to whom the name led. */
type Impostor = 'captive-portal' | 'junk' | 'another-server'

/**
 * A slow link that loses packets, is cut, and where others answer in the server's place: what they say
 * moves no cursor and no operation, and everything is there once in the end.
 */
export const poorNetwork: Fault = {
  id: 'T23',
  title: 'a slow, lossy, cut link, captive portals, names that lead elsewhere',
  unit: 'rounds',
  perCommit: 8,
  open: lonely(runCase),
}

async function runCase(seed: number): Promise<number> {
  freshBrowser()
  const dice = createDice(seed)
  const traits = {
    ...(seed % SATELLITE_EVERY === SATELLITE_EVERY - 1 ? SATELLITE : dice.pick(LINKS)),
    lossRate: dice.pick([0.02, 0.05]),
    seed: (seed % 9_999) + 1,
  }
  const server = await createLinkedServer(traits)
  const other = await createFaultServer()
  let isElsewhere = false
  const way = {
    ...server,
    fetch: (url: string, init: RequestInit) => (isElsewhere ? other : server).fetch(url, init),
  }
  const device = await createDevice(way, PEOPLE.officer, 'd0', dice)
  try {
    const tab = await device.openTab()
    await tab.sync.now()
    const rounds = dice.between(4, 10)
    for (let round = 0; round < rounds; round++) {
      await write(device, tab, dice)
      if (dice.chance(0.35)) {
        const impostor = dice.pick(['captive-portal', 'junk', 'another-server'] as const)
        isElsewhere = impostor === 'another-server'
        await meetImpostor(device, tab, impostor)
        isElsewhere = false
      } else {
        if (dice.chance(0.4))
          server.link.cutAfter(dice.pick(['up', 'down']), dice.between(1, 4_000))
        await tab.sync.now()
      }
      device.expectHonest()
    }
    await checkAllThere(server, device, tab)
    return rounds
  } finally {
    for (const tab of [...device.tabs]) device.closeTab(tab)
    await server.close()
    await other.close()
  }
}

async function write(device: WorldDevice, tab: Workspace, dice: Dice): Promise<void> {
  for (let count = dice.between(0, 3); count > 0; count--) {
    const [audit] = tab.replica.list('audit')
    if (audit && dice.chance(0.6)) {
      await device.save((mark) => tab.writer.set(audit.id, mark), audit.id)
    } else await device.save((mark) => tab.writer.create('audit', HOME_1, mark))
  }
}

/** A round answered by somebody else: it changes nothing on the disk but what the device says. */
async function meetImpostor(
  device: WorldDevice,
  tab: Workspace,
  impostor: Impostor,
): Promise<void> {
  const before = await positionsOnDisk(device)
  if (impostor !== 'another-server') {
    device.network.fates.push(...Array.from({ length: 6 }, (): Fate => impostor))
  }
  await tab.sync.now()
  device.network.fates.length = 0
  const after = await positionsOnDisk(device)
  must(before === after, `${impostor} moved ${before} to ${after}`)
  must(tab.sync.status().round.kind === 'failed', `a round answered by ${impostor} was taken`)
}

/** Cursors, rights, states of operations and pages, as they lie on the disk. */
async function positionsOnDisk({ profile }: WorldDevice): Promise<string> {
  const db = createLocalDb(profile.device)
  try {
    const sync = await db.meta.get('sync')
    const ops = (await db.ops.toArray()).map(({ n, state, seq }) => [n, state, seq])
    const settled = await db.journal.count()
    const pages = await db.pages.toCollection().primaryKeys()
    return JSON.stringify([sync?.sealed, ops, settled, pages])
  } finally {
    db.close()
  }
}

async function checkAllThere(
  server: LinkedServer,
  device: WorldDevice,
  tab: Workspace,
): Promise<void> {
  server.link.cutAfter('up', Number.POSITIVE_INFINITY)
  server.link.cutAfter('down', Number.POSITIVE_INFINITY)
  await tab.sync.now()
  await tab.sync.now()
  device.expectHonest()
  must(tab.sync.status().allSent, `not all sent: ${JSON.stringify(tab.sync.status())}`)
  const truth = await readTruth(server.now())
  const onDisk = await opsOnDisk(device.profile.device)
  checkEachSaveOnce(device.marks, truth, onDisk, { drained: true })
  checkNothingInvented(device.profile.device, truth, onDisk)
  await checkReplay(server.now())
  must(server.now().faults.length === 0, `The server reported ${String(server.now().faults[0])}`)
}
