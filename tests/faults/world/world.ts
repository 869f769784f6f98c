import type { Workspace } from '#data/workspace.ts'
import type { PersonId } from '#domain/shared/ids.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { HOME_1 } from '#tests/support/test-server.ts'
import { Broken, must } from '../fault.ts'
import {
  checkEachSaveOnce,
  checkNoLeak,
  checkNothingInvented,
  checkNoValueVanished,
  checkReplay,
  checkSameRecords,
  opsOnDisk,
  readableBy,
  readTruth,
} from '../invariants.ts'
import { createDevice, type WorldDevice } from './device.ts'
import { createFaultServer, type FaultServer } from './fault-server.ts'
import { freshBrowser } from './fresh-browser.ts'

/** A server, the devices of its people, and one seed for all that befalls them. */
export interface World {
  readonly dice: Dice
  readonly server: FaultServer
  readonly devices: readonly WorldDevice[]
  join(person: PersonId): Promise<WorldDevice>
  close(): Promise<void>
}

export async function createWorld(seed: number, people: readonly PersonId[]): Promise<World> {
  freshBrowser()
  const dice = createDice(seed)
  const server = await createFaultServer()
  const devices: WorldDevice[] = []
  const join = async (person: PersonId) => {
    const device = await createDevice(server, person, `d${devices.length}`, dice)
    devices.push(device)
    await (await device.openTab()).sync.now()
    return device
  }
  for (const person of people) await join(person)
  return {
    dice,
    server,
    devices,
    join,
    async close() {
      for (const { tabs } of devices) for (const tab of tabs) tab.close()
      await server.close()
    },
  }
}

/** Checked in the middle of anything: what was saved is somewhere, and no one says more than is true. */
export async function checkMeanwhile({ server, devices }: World): Promise<void> {
  const truth = await readTruth(server.now())
  for (const device of devices) {
    device.expectHonest()
    const onDisk = await opsOnDisk(device.profile.device)
    checkEachSaveOnce(device.marks, truth, onDisk, { drained: false })
    const held = truth.entries.filter((entry) => entry.device === device.profile.device).length
    const isHonest = (tab: Workspace) => !tab.sync.status().allSent || held >= device.given()
    if (!(await eventually(() => device.tabs.every(isHonest)))) {
      throw new Broken(
        'I6',
        `${device.name} says all is sent with ${held} held of ${device.given()}`,
      )
    }
  }
}

/** A tab hears of what another wrote a few turns of the loop later: no clock, a bounded patience. */
async function eventually(isSo: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 2_000 && !isSo(); turn++) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  return isSo()
}

interface Oracle {
  /** What a device may read in the end, told by who knows the case; the test dispositif's unless told. */
  readonly mayRead?: (device: WorldDevice) => (bucket: string) => boolean
  /** False where rights changed on the way: who heard what when is then checked by the case. */
  readonly hadSameRights?: boolean
  /** True where a server was put back (`checkEachSaveOnce`). */
  readonly carriedOver?: boolean
}

/** The network comes back, everybody sends and receives, then every invariant is checked. */
export async function settleAndCheck(
  world: World,
  { mayRead: mayReadOf = readingOf, hadSameRights = true, carriedOver = false }: Oracle = {},
): Promise<void> {
  const { server, devices } = world
  for (const { network } of devices) {
    network.fates.length = 0
    await network.deliverLate()
  }
  // Once to send, once to hear what the others sent. A server put back without a word is found out by
  // sums, which wait for a round that brings no news.
  const passes = carriedOver ? 4 : 2
  for (let pass = 0; pass < passes; pass++) {
    for (const device of devices) {
      if (device.tabs.length === 0) await device.openTab()
      for (const tab of device.tabs) await tab.sync.now()
    }
  }
  const truth = await readTruth(server.now())
  for (const device of devices) {
    device.expectHonest()
    const onDisk = await opsOnDisk(device.profile.device)
    checkEachSaveOnce(device.marks, truth, onDisk, { drained: true, carriedOver })
    checkNothingInvented(device.profile.device, truth, onDisk)
    const mayRead = mayReadOf(device)
    for (const tab of device.tabs) {
      const status = tab.sync.status()
      must(
        status.allSent === (status.setAside.length === 0),
        `${device.name} ends with ${JSON.stringify(status)}`,
      )
      checkSameRecords(tab, truth, mayRead)
    }
    if (hadSameRights) checkNoLeak(device, truth, mayRead)
  }
  checkNoValueVanished(truth)
  await checkReplay(server.now())
  must(server.now().faults.length === 0, `The server reported ${String(server.now().faults[0])}`)
}

/** What the test dispositif lets a person read: only home 1 shares its events with the officer. */
function readingOf({ profile: { device, dispositif, person, sites } }: WorldDevice) {
  const homes = sites.map((id) => ({ id, sharesEvents: id === HOME_1 }))
  return readableBy({ role: person.role, device, dispositif: dispositif.id }, homes)
}
