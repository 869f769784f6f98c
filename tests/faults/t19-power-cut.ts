import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createDice } from '#sync-server/demo/dice.ts'
import { inspectFolder, startPusher } from '#tests/support/push-over-http.ts'
import { removeBundle } from '#tests/support/server-process.ts'
import type { Fault } from './fault.ts'
import { checkFolder, untilAcknowledged } from './t03-killed-server.ts'
import {
  CRASHES,
  crash,
  type DiskImage,
  readImage,
  type Unflushed,
  writeImage,
} from './world/crash-states.ts'

interface Instant {
  readonly image: DiskImage
  readonly acknowledged: number
  readonly unflushed: Unflushed
}

/** States by instant before another is taken. */
const STATES_BY_INSTANT = 24

/**
 * The files of a server frozen in the middle of its pushes, then what a power cut may have left of
 * them: all that was acknowledged is there, the file is sound, no batch is half there.
 */
export const powerCut: Fault = {
  id: 'T19',
  title: 'power lost: states the disk may be left in, from instants of a real server',
  onFile: true,
  unit: 'states',
  perCommit: process.platform === 'win32' ? 0 : 72,
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'escale-power-'))
    const pusher = await startPusher({ dataDir: folder })
    const pushing = pusher.pushUntilCut()
    let instant: Instant | undefined
    let states = 0

    async function freeze(delayMs: number): Promise<Instant> {
      await untilAcknowledged(pusher, 1)
      await wait(delayMs)
      pusher.server.freeze()
      // An answer on its way was sent after its commit: counting it or not, the check holds.
      const acknowledged = pusher.acknowledged()
      const image = await readImage(folder).finally(pusher.server.thaw)
      const lastN = await onDisk(
        image,
        async (left) => (await inspectFolder(left, pusher.device)).lastN,
      )
      return { image, acknowledged, unflushed: lastN > acknowledged ? 1 : 0 }
    }

    return {
      async run(seed) {
        const dice = createDice(seed)
        if (states++ % STATES_BY_INSTANT === 0) instant = await freeze(dice.between(0, 30))
        if (!instant) return 0
        const { image, acknowledged, unflushed } = instant
        await onDisk(crash(image, dice.pick(CRASHES), unflushed, dice), (left) =>
          checkFolder(left, pusher, acknowledged),
        )
        return 1
      },
      async close() {
        await pusher.server.kill()
        await pushing
        await removeBundle()
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
}

async function onDisk<T>(image: DiskImage, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-left-'))
  try {
    await writeImage(folder, image)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
