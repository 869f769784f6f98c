import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDice } from '#sync-server/demo/dice.ts'
import { startPusher } from '#tests/support/push-over-http.ts'
import { removeBundle, startServer } from '#tests/support/server-process.ts'
import { type Fault, must } from './fault.ts'
import { checkFolder } from './t03-killed-server.ts'

/** Leaves the write-ahead log room for a few pushes at most. */
const ROOM_KB = [40, 400] as const

/**
 * No file of the server may grow past a bound (`ulimit -f`, which needs no right of the machine): the
 * push that meets it is refused by a status, never acknowledged, and goes through once there is room.
 */
export const noRoom: Fault = {
  id: 'T20',
  title: 'no room left for the server’s files in the middle of a push',
  onFile: true,
  unit: 'fillings',
  perCommit: process.platform === 'win32' ? 0 : 3,
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'escale-full-'))
    const pusher = await startPusher({ dataDir: folder })
    await pusher.server.stop()
    return {
      async run(seed) {
        const { size } = await stat(join(folder, 'escale.sqlite'))
        // The bound is over the data file, so that the log beside it meets its own first.
        const fileLimitKb = Math.ceil(size / 1_024) + createDice(seed).between(...ROOM_KB)
        pusher.server = await startServer({ dataDir: folder, empty: true, fileLimitKb })
        const status = await pusher.pushUntilCut()
        must(status === 500 || status === 507, `a full disk was answered ${status}`)
        await pusher.server.kill()
        await checkFolder(folder, pusher, pusher.acknowledged())
        pusher.server = await startServer({ dataDir: folder, empty: true })
        await pusher.pushAll()
        await pusher.server.stop()
        await checkFolder(folder, pusher, pusher.written.length)
        return 1
      },
      async close() {
        await removeBundle()
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
}
