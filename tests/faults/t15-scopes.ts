import { createLocalDb } from '#data/db.ts'
import type { PersonId, SiteId } from '#domain/shared/ids.ts'
import { HOME_1, HOME_2, PEOPLE } from '#tests/support/test-server.ts'
import { Broken, type Fault, lonely } from './fault.ts'
import { readableBy, readTruth } from './invariants.ts'
import type { WorldDevice } from './world/device.ts'
import { drawStep, reopen, round, timePasses, write } from './world/steps.ts'
import { createWorld, settleAndCheck, type World } from './world/world.ts'

const HOMES = [HOME_1, HOME_2] as const

/** Whom homes are granted to, and withdrawn from. */
const MOVED = ['officer', 'quality-lead', 'director'] as const

/** From which answer on a device had which homes: what the oracle knows of its rights. */
interface Era {
  readonly from: number
  readonly homes: readonly SiteId[]
}

/**
 * Homes granted, withdrawn and given back while people write without network: what was written before
 * they heard is on the server, applied or set aside; what left their rights leaves their disk, and no
 * word written elsewhere comes after.
 */
export const scopes: Fault = {
  id: 'T15',
  title: 'homes granted and withdrawn while work waits',
  unit: 'steps',
  perCommit: 60,
  open: lonely(async (seed) => {
    const world = await createWorld(
      seed,
      MOVED.map((role) => PEOPLE[role]),
    )
    const eras = new Map<WorldDevice, Era[]>(
      world.devices.map((device) => [device, [{ from: 0, homes: device.profile.sites }]]),
    )
    const move = () => moveSomeone(world, eras)
    try {
      const steps = world.dice.between(10, 30)
      for (let step = 0; step < steps; step++) {
        await drawStep(world.dice, [
          [8, write],
          [6, round],
          [3, move],
          [1, reopen],
          [1, timePasses],
        ])(world)
      }
      await settleAndCheck(world, {
        mayRead: (device) => mayReadIn(device, eras.get(device)?.at(-1)),
        hadSameRights: false,
      })
      for (const device of world.devices) await checkEras(world, device, eras.get(device) ?? [])
      return steps
    } finally {
      await world.close()
    }
  }),
}

async function moveSomeone({ dice, server, devices }: World, eras: Map<WorldDevice, Era[]>) {
  const device = dice.pick(devices)
  const homes = HOMES.filter(() => dice.chance(0.6))
  const { person } = device.profile
  await assign(server.now().store, person.id, homes)
  eras.get(device)?.push({ from: device.heard.length, homes })
}

function assign(
  store: ReturnType<World['server']['now']>['store'],
  person: PersonId,
  homes: readonly SiteId[],
): Promise<void> {
  return store.write(({ directory }) => directory.assignSites(person, homes))
}

function mayReadIn(
  { profile: { person, device, dispositif } }: WorldDevice,
  era: Era | undefined,
): (bucket: string) => boolean {
  const homes = (era?.homes ?? []).map((id) => ({ id, sharesEvents: id === HOME_1 }))
  return readableBy({ role: person.role, device, dispositif: dispositif.id }, homes)
}

/** I5 through time: no answer of an era carries a word of what that era did not grant. */
async function checkEras(
  { server }: World,
  device: WorldDevice,
  eras: readonly Era[],
): Promise<void> {
  const { entries } = await readTruth(server.now())
  for (const [index, era] of eras.entries()) {
    const mayRead = mayReadIn(device, era)
    const foreign = entries.filter(
      (entry) => entry.device !== device.profile.device && !mayRead(entry.bucket),
    )
    const words = foreign.flatMap(({ body }) => body.match(/"[a-z]+\d*-\d+-"/g) ?? [])
    for (const text of device.heard.slice(era.from, eras[index + 1]?.from)) {
      const leak = words.find((word) => text.includes(word))
      if (leak) throw new Broken('I5', `${device.name} received ${leak} after it left its rights`)
    }
  }
  const db = createLocalDb(device.profile.device)
  const pages = await db.pages.toArray().finally(() => db.close())
  const kept = pages.find(({ bucket }) => !mayReadIn(device, eras.at(-1))(bucket))
  if (kept) throw new Broken('I5', `${device.name} still holds ${kept.bucket}`)
}
