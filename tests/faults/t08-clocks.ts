import { hlcMs } from '#protocol/hlc.ts'
import { PEOPLE } from '#tests/support/test-server.ts'
import { Broken, type Fault, lonely, must } from './fault.ts'
import { readTruth } from './invariants.ts'
import { anyDevice, drawStep, reopen, round, type Step, together, write } from './world/steps.ts'
import { createWorld, settleAndCheck, type World } from './world/world.ts'

const YEAR_MS = 365.25 * 86_400_000
const OFFSETS_MS = [
  1_000,
  60_000,
  3_600_000,
  86_400_000,
  35 * 86_400_000,
  YEAR_MS,
  10 * YEAR_MS,
] as const

/** The clock of one device becomes wrong by a second to ten years, goes back to 1970, or is put right. */
const wrongClock: Step = async (world) => {
  const { dice, server } = world
  const { clock } = anyDevice(world)
  const right = server.now().clock.now
  if (dice.chance(0.15)) clock.set(dice.between(0, 86_400_000))
  else if (dice.chance(0.3)) clock.set(right)
  else clock.set(right + (dice.chance(0.5) ? 1 : -1) * dice.pick(OFFSETS_MS))
}

/** The clock of the server loses a year, as after a dead battery, or comes back. */
function wrongServer(start: number): Step {
  return async ({ dice, server }) => {
    const { clock } = server.now()
    clock.now = dice.chance(0.5) ? start - YEAR_MS : start + dice.between(0, 86_400_000)
  }
}

/**
 * Clocks of devices ten years off either way, jumping while someone types, and a server a year late:
 * no write is refused, nobody is handed a stamp of the future, and whoever saw a value and writes
 * after it is who is shown.
 */
export const clocks: Fault = {
  id: 'T8',
  title: 'wrong clocks: ±1 s to ±10 years, 1970, jumps, a server a year late',
  unit: 'steps',
  perCommit: 60,
  open: lonely(async (seed) => {
    const world = await createWorld(seed, [PEOPLE.officer, PEOPLE['quality-lead'], PEOPLE.officer])
    const start = world.server.now().clock.now
    const steps = [
      [8, write],
      [4, round],
      [2, together],
      [1, reopen],
      [5, wrongClock],
      [1, wrongServer(start)],
    ] as const
    try {
      const count = world.dice.between(10, 35)
      for (let step = 0; step < count; step++) await drawStep(world.dice, steps)(world)
      world.server.now().clock.now = start + 2 * 86_400_000
      await settleAndCheck(world)
      await checkNobodySuffered(world, start + 2 * 86_400_000)
      return count
    } finally {
      await world.close()
    }
  }),
}

async function checkNobodySuffered(world: World, latestMs: number): Promise<void> {
  const { entries, records } = await readTruth(world.server.now())
  const refused = entries.find(({ outcome }) => outcome === 'quarantined')
  if (refused) throw new Broken('case', `${refused.op} was refused for ${refused.reason}`)
  for (const { id, f } of records) {
    const ahead = Object.values(f).find(({ h }) => hlcMs(h) > latestMs)
    must(!ahead, `${id} carries a stamp of the future`)
  }
  await checkLastWordStands(world)
}

/** A sound device writes over what it sees: its value is the one shown everywhere. */
async function checkLastWordStands({ devices, server }: World): Promise<void> {
  const [sound] = devices
  const [tab] = sound?.tabs ?? []
  if (!sound || !tab) return
  sound.clock.set(server.now().clock.now)
  const [audit] = tab.replica.list('audit')
  if (!audit || audit.disputed.includes('title')) return
  await sound.save((mark) => tab.writer.set(audit.id, { ...mark, title: 'Vu et repris' }))
  await tab.sync.now()
  const { records } = await readTruth(server.now())
  const shown = records.find(({ id }) => id === audit.id)
  must(
    shown?.f.title?.v === 'Vu et repris' && !shown.x?.title,
    `${String(shown?.f.title?.v)} is shown over what was written after it`,
  )
}
