import { PEOPLE } from '#tests/support/test-server.ts'
import { type Fault, lonely } from './fault.ts'
import {
  drawStep,
  lateArrival,
  listen,
  reopen,
  restartServer,
  round,
  timePasses,
  together,
  write,
} from './world/steps.ts'
import { checkMeanwhile, createWorld, settleAndCheck } from './world/world.ts'

const STEPS = [
  [9, write],
  [6, round],
  [3, together],
  [3, listen],
  [2, reopen],
  [1, lateArrival],
  [1, restartServer],
  [1, timePasses],
] as const

/**
 * Whole histories: the real client on IndexedDB, the real server on SQLite, and between them a network
 * that refuses, cuts, repeats, delays and lies. A director or the porteur also
 * writes, which is set aside, and reads no more than they may.
 */
export const fullStack: Fault = {
  id: 'T2',
  title: 'histories of the whole stack, client and server real',
  unit: 'steps',
  perCommit: 200,
  open: lonely(async (seed) => {
    const third = seed % 2 === 0 ? PEOPLE.director : PEOPLE.porteur
    const world = await createWorld(seed, [PEOPLE.officer, PEOPLE['quality-lead'], third])
    try {
      const steps = world.dice.between(10, 40)
      for (let step = 0; step < steps; step++) {
        await drawStep(world.dice, STEPS)(world)
        if (world.dice.chance(0.3)) await checkMeanwhile(world)
      }
      await settleAndCheck(world)
      return steps
    } finally {
      await world.close()
    }
  }),
}
