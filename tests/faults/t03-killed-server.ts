import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createDice } from '#sync-server/demo/dice.ts'
import { inspectFolder, type Pusher, startPusher } from '#tests/support/push-over-http.ts'
import { removeBundle, startServer } from '#tests/support/server-process.ts'
import { Broken, type Fault, must } from './fault.ts'

/** What is on the disk after a brutal end: all that was acknowledged, nothing twice, no half batch. */
export async function checkFolder(folder: string, pusher: Pusher, acknowledged: number) {
  const { lastN, logged, differences } = await inspectFolder(folder, pusher.device)
  if (lastN < acknowledged) throw new Broken('I1', `${acknowledged} acknowledged, ${lastN} held`)
  const expected = pusher.written.slice(0, lastN).map(({ id }) => id)
  if (logged.join() !== expected.join()) throw new Broken('I1', `the log holds ${logged.join()}`)
  if (differences.length > 0) throw new Broken('I4', `${differences.join()} differ from the log`)
}

/** Waits until so many more pushes were acknowledged: a condition, not a delay. */
export async function untilAcknowledged(pusher: Pusher, more: number): Promise<void> {
  const enough = pusher.acknowledgements() + more
  while (pusher.acknowledgements() < enough) await wait(1)
}

/**
 * A real server process ended by SIGKILL at any microsecond of a push, on a disk it takes up again.
 * The hour of the cut depends on the machine: a seed draws it again, it cannot repeat it.
 */
export const killedServer: Fault = {
  id: 'T3',
  title: 'the server killed (SIGKILL) at any instant of a push',
  onFile: true,
  unit: 'kills',
  perCommit: 20,
  atLeast: 20,
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'escale-kill-'))
    const pusher = await startPusher({ dataDir: folder })
    return {
      async run(seed) {
        const dice = createDice(seed)
        const pushing = pusher.pushUntilCut()
        await untilAcknowledged(pusher, dice.between(1, 3))
        await wait(dice.between(0, 30))
        await pusher.server.kill()
        must((await pushing) === undefined, 'the kill did not cut the push')
        await checkFolder(folder, pusher, pusher.acknowledged())
        pusher.server = await startServer({ dataDir: folder, empty: true })
        return 1
      },
      async close() {
        await pusher.pushAll()
        await pusher.server.stop()
        await checkFolder(folder, pusher, pusher.written.length)
        await removeBundle()
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
}
