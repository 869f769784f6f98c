import { setTimeout as wait } from 'node:timers/promises'
import type { Workspace } from '#data/workspace.ts'
import type { RecordType } from '#domain/record-types.ts'
import type { Dice } from '#sync-server/demo/dice.ts'
import type { WorldDevice } from './device.ts'
import { FATES, type Fate } from './flaky-network.ts'
import type { World } from './world.ts'

export type Step = (world: World) => Promise<void>

/** Types that officer and quality lead both write; the fields are those screens write. */
const TYPES: readonly RecordType[] = ['audit', 'action', 'visit', 'epp']
const CONTENDED = ['answers.C1', 'answers.C2', 'status', 'title', 'comment'] as const
const VALUES = ['yes', 'no', 'todo', 'doing', 'done', '', 'Déjà vu', 'œuf 🥚'] as const

/** News of a server in the same process take a few ms; one that is hindered brings none. */
const LINE_MS = 150

/** Draws a step by its weight, and takes it. */
export function drawStep(dice: Dice, steps: readonly (readonly [number, Step])[]): Step {
  const total = steps.reduce((sum, [weight]) => sum + weight, 0)
  let at = dice.roll() * total
  for (const [weight, step] of steps) {
    at -= weight
    if (at < 0) return step
  }
  throw new Error('No step to draw')
}

export function anyDevice({ dice, devices }: World): WorldDevice {
  return dice.pick(devices)
}

async function anyTab({ dice }: World, device: WorldDevice): Promise<Workspace> {
  return device.tabs.length > 0 ? dice.pick(device.tabs) : device.openTab()
}

/** Somebody makes a record, or writes one or two fields of one they see, or deletes it. */
export const write: Step = async (world) => {
  const device = anyDevice(world)
  await writeOn(world, device, await anyTab(world, device))
}

export async function writeOn({ dice }: World, device: WorldDevice, tab: Workspace): Promise<void> {
  const seen = TYPES.flatMap((type) => tab.replica.list(type))
  if (seen.length === 0 || dice.chance(0.2)) {
    const home = dice.pick(device.profile.sites)
    await device.save((mark) =>
      tab.writer.create(dice.pick(TYPES), home, { ...mark, ...someFields(dice) }),
    )
    return
  }
  const { id } = dice.pick(seen)
  // A delete carries no word to look for: it counts with the next write, which brings the record back.
  if (dice.chance(0.06)) {
    await tab.writer.remove(id)
    device.countDelete()
  } else await device.save((mark) => tab.writer.set(id, { ...mark, ...someFields(dice) }), id)
}

function someFields(dice: Dice) {
  const names = [dice.pick(CONTENDED), ...(dice.chance(0.3) ? [dice.pick(CONTENDED)] : [])]
  return Object.fromEntries(names.map((name) => [name, dice.pick(VALUES)]))
}

/** A round, through up to four requests that go wrong. */
export const round: Step = async (world) => {
  const device = anyDevice(world)
  const tab = await anyTab(world, device)
  device.network.fates.push(...someFates(world.dice))
  await tab.sync.now()
  device.network.fates.length = 0
}

function someFates(dice: Dice): Fate[] {
  return Array.from({ length: dice.between(0, 4) }, () =>
    dice.chance(0.4) ? 'arrives' : dice.pick(FATES),
  )
}

/** What people do at the same second: two rounds, a write in the middle of a round. */
export const together: Step = async (world) => {
  const [one, other] = [anyDevice(world), anyDevice(world)]
  const [tab, otherTab] = [await anyTab(world, one), await anyTab(world, other)]
  one.network.fates.push(...someFates(world.dice))
  await Promise.all([tab.sync.now(), otherTab.sync.now(), writeOn(world, one, tab)])
  one.network.fates.length = 0
}

/** Somebody looks at their screen while another writes, and the line between them may be hindered. */
export const listen: Step = async (world) => {
  const [one, other] = [anyDevice(world), anyDevice(world)]
  const [tab, otherTab] = [await anyTab(world, one), await anyTab(world, other)]
  one.lookAt(true)
  await tab.sync.now()
  one.lookAt(false)
  if (world.dice.chance(0.3)) await writeOn(world, one, tab)
  await writeOn(world, other, otherTab)
  await Promise.all([heardOn(tab), otherTab.sync.now()])
}

/** Resolves once something new is on the screen, or when it is no longer expected. */
async function heardOn({ replica }: Workspace): Promise<void> {
  let stop = () => {}
  const heard = new Promise<void>((resolve) => {
    stop = replica.subscribe(resolve)
  })
  await Promise.race([heard, wait(LINE_MS)])
  stop()
}

/** The tab is closed and another opened, or a second one beside it. */
export const reopen: Step = async (world) => {
  const device = anyDevice(world)
  const tab = await anyTab(world, device)
  if (world.dice.chance(0.6) || device.tabs.length > 2) device.closeTab(tab)
  if (device.tabs.length === 0 || world.dice.chance(0.4)) await device.openTab()
}

/** A request that a device gave up on arrives after others of the same device. */
export const lateArrival: Step = async (world) => {
  for (const { network } of world.devices) await network.deliverLate()
}

export const restartServer: Step = ({ server }) => server.restart()

/** From a second to a week passes everywhere. */
export const timePasses: Step = async ({ dice, server, devices }) => {
  const ms = Math.floor(1_000 * 7 ** (dice.roll() * 7))
  server.now().clock.now += ms
  for (const { clock } of devices) clock.advance(ms)
}
