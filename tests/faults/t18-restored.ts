import { PEOPLE } from '#tests/support/test-server.ts'
import { Broken, type Fault, lonely } from './fault.ts'
import { opsOnDisk, readTruth } from './invariants.ts'
import { drawStep, reopen, round, type Step, timePasses, write } from './world/steps.ts'
import { createWorld, settleAndCheck, type World } from './world/world.ts'

const HOUR_MS = 3_600_000
const LONGEST_MS = 30 * 24 * HOUR_MS

interface Backup {
  readonly name: string
  readonly madeAt: number
}

/**
 * The server put back to one hour to thirty days before, once to three times, its epoch renewed or
 * forgotten by the operator, while devices write and come back: every operation is there in the end.
 */
export const restored: Fault = {
  id: 'T18',
  title: 'the server put back 1 h to 30 days, its epoch renewed or forgotten',
  onFile: true,
  unit: 'steps',
  perCommit: 20,
  open: lonely(async (seed) => {
    const world = await createWorld(seed, [PEOPLE.officer, PEOPLE['quality-lead']])
    const backups: Backup[] = []
    const backUp: Step = async ({ server }) => {
      const { clock } = server.now()
      backups.push({ name: await server.now().backUp(), madeAt: clock.now })
    }
    const putBack: Step = async ({ dice, server }) => {
      const { clock } = server.now()
      const ageOf = ({ madeAt }: Backup) => clock.now - madeAt
      const usable = backups.filter((backup) => ageOf(backup) <= LONGEST_MS)
      if (usable.length === 0) return
      await server.now().putBack(dice.pick(usable).name, dice.pick(['renewed', 'forgotten']))
    }
    try {
      await backUp(world)
      const steps = world.dice.between(8, 25)
      for (let step = 0; step < steps; step++) {
        await drawStep(world.dice, [
          [8, write],
          [6, round],
          [2, hoursPass],
          [2, backUp],
          [2, putBack],
          [1, reopen],
        ])(world)
        await checkNothingForgotten(world)
      }
      await putBack(world)
      await settleAndCheck(world, { carriedOver: true })
      return steps
    } finally {
      await world.close()
    }
  }),
}

/** From an hour to ten days. */
const hoursPass: Step = async (world) => {
  const ms = HOUR_MS * Math.floor(240 ** world.dice.roll())
  world.server.now().clock.now += ms
  for (const { clock } of world.devices) clock.advance(ms)
  if (world.dice.chance(0.3)) await timePasses(world)
}

/** I1 while the server has forgotten: each word is on it, or on the disk of who wrote it. */
async function checkNothingForgotten({ server, devices }: World): Promise<void> {
  const { entries } = await readTruth(server.now())
  for (const { marks, profile } of devices) {
    const ops = await opsOnDisk(profile.device)
    for (const { word } of marks) {
      const isHeld = entries.some(({ body }) => body.includes(word))
      if (!isHeld && !ops.some(({ op }) => JSON.stringify(op.f).includes(word))) {
        throw new Broken('I1', `${word} is nowhere after a backup was put back`)
      }
    }
  }
}
