import { day } from '#domain/shared/day.ts'
import { dispositifId, type PersonId, personId, siteId } from '#domain/shared/ids.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import { createDispositif } from '#sync-server/setup/create-dispositif.ts'
import { type Fault, lonely } from './fault.ts'
import { readableBy } from './invariants.ts'
import { createDevice, type WorldDevice } from './world/device.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { FATES } from './world/flaky-network.ts'
import { freshBrowser } from './world/fresh-browser.ts'
import { writeOn } from './world/steps.ts'
import { settleAndCheck, type World } from './world/world.ts'

const DAY_MS = 86_400_000
const HOMES = 5
/** A campaign plays the whole of it; a commit, a short season on fewer devices. */
const WHOLE = { devices: 60, days: 90 }
const SHORT = { devices: 10, days: 14 }
/** One case in so many is the whole one. */
const WHOLE_EVERY = 8
/** A backup never older than what devices send again. */
const BACKUP_EVERY_DAYS = 7

/**
 * Ninety days of five homes and sixty devices that come back about once a week, over a network that
 * loses, repeats, cuts and lies, a server restarted and put back to its last weekly copy, clocks that
 * drift, tabs closed and opened: then everybody comes back, and every invariant is checked.
 */
export const soak: Fault = {
  id: 'T24',
  title: 'a season of five homes, every fault mixed (60 devices and 90 days one case in eight)',
  onFile: true,
  unit: 'rounds',
  perCommit: 1,
  open: lonely(runCase),
}

async function runCase(seed: number): Promise<number> {
  freshBrowser()
  const { devices: count, days } = seed % WHOLE_EVERY === 0 ? WHOLE : SHORT
  const dice = createDice(seed)
  const server = await createFaultServer()
  const people = await foundHomes(server)
  const devices: WorldDevice[] = []
  const join = async (person: PersonId) => {
    const device = await createDevice(server, person, `d${devices.length}`, dice)
    devices.push(device)
    const tab = await device.openTab()
    await tab.sync.now()
    return device
  }
  const world: World = { dice, server, devices, join, close: async () => {} }
  try {
    for (let index = 0; index < count; index++) {
      await join(people[index % people.length] ?? dice.pick(people))
    }
    const rounds = await playSeason(world, days)
    await settleAndCheck(world, { mayRead: readingOf, carriedOver: true })
    return rounds
  } finally {
    for (const { tabs } of devices) for (const tab of tabs) tab.close()
    await server.close()
  }
}

async function playSeason(world: World, days: number): Promise<number> {
  const { dice, server, devices } = world
  let backup = await server.now().backUp()
  let rounds = 0
  for (let today = 1; today <= days; today++) {
    server.now().clock.now += DAY_MS
    for (const device of devices) {
      device.clock.advance(DAY_MS + dice.between(-60_000, 60_000))
      if (dice.chance(1 / 7)) rounds += await comeBack(world, device)
    }
    if (dice.chance(0.1)) await server.restart()
    if (today % BACKUP_EVERY_DAYS === 0) backup = await server.now().backUp()
    else if (dice.chance(0.02)) {
      await server.now().putBack(backup, dice.pick(['renewed', 'forgotten']))
    }
  }
  return rounds
}

/** A visit: some words, at times another tab, and a round or two through what the network makes of them. */
async function comeBack({ dice, ...world }: World, device: WorldDevice): Promise<number> {
  const tab = device.tabs[0] ?? (await device.openTab())
  for (let words = dice.between(0, 4); words > 0; words--) {
    await writeOn({ dice, ...world }, device, tab)
  }
  device.network.fates.push(
    ...Array.from({ length: dice.between(0, 3) }, () =>
      dice.chance(0.5) ? ('arrives' as const) : dice.pick(FATES),
    ),
  )
  await tab.sync.now()
  device.network.fates.length = 0
  if (dice.chance(0.3)) await device.network.deliverLate()
  // A tablet is put away: its tab is gone, and nothing of it is in memory.
  device.closeTab(tab)
  return 1
}

async function foundHomes(server: FaultServer): Promise<readonly PersonId[]> {
  const sites = Array.from({ length: HOMES }, (_, index) => siteId(`season-home-${index}`))
  const people = [
    { id: personId('season-officer'), name: 'Camille', role: 'officer' as const, sites },
    ...sites.flatMap((site, index) => [
      {
        id: personId(`season-lead-${index}`),
        name: `Référente ${index}`,
        role: 'quality-lead' as const,
        sites: [site],
      },
      {
        id: personId(`season-director-${index}`),
        name: `Directrice ${index}`,
        role: 'director' as const,
        sites: [site],
      },
    ]),
  ]
  await createDispositif(server.now().store, {
    id: dispositifId('season'),
    name: 'Cinq maisons',
    timeZone: 'America/Guadeloupe',
    startedOn: day('2025-11-24'),
    sites: sites.map((id, index) => ({
      id,
      name: `Maison ${index}`,
      kind: 'ehpad' as const,
      commune: 'Les Abymes',
      places: 60,
      units: [],
    })),
    people,
    at: server.now().clock.now,
  })
  return people.map(({ id }) => id)
}

function readingOf({ profile: { device, dispositif, person, sites } }: WorldDevice) {
  const homes = sites.map((id) => ({ id, sharesEvents: false }))
  return readableBy({ role: person.role, device, dispositif: dispositif.id }, homes)
}
