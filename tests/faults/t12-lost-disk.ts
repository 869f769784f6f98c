import { StorageError } from '#data/storage-error.ts'
import { Broken, type Fault } from './fault.ts'
import type { DiskFault } from './world/disk-faults.ts'
import { strikeDisk } from './world/disk-scenario.ts'
import { createFaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/** Calls of each kind that the scenario makes, and some more; seeds that follow visit them all. */
const CALLS: readonly (readonly [DiskFault, number])[] = [
  ['lost-connection', 60],
  ['unknown-error', 24],
  ['unheard-commit', 24],
  ['refused-open', 4],
]
const SITES = CALLS.flatMap(([fault, calls]) =>
  Array.from({ length: calls }, (_, at) => ({ fault, at })),
)

/**
 * The connection to IndexedDB lost at each call in turn, and a commit that succeeds and is told as a
 * failure: nothing said saved is lost, nothing is written twice.
 */
export const lostDisk: Fault = {
  id: 'T12',
  title: 'IndexedDB lost, closed, refused or unheard at each call',
  unit: 'strikes',
  perCommit: SITES.length,
  open: () =>
    onSharedServer(async (server, seed) => {
      const site = SITES[seed % SITES.length] ?? { fault: 'lost-connection' as const, at: 0 }
      // One time in three the connection stays lost until the person comes back.
      const lasting = Math.floor(seed / SITES.length) % 3 === 2
      await strikeDisk(server, seed, { ...site, lasting }, (error) => {
        if (error instanceof StorageError && error.kind !== 'storage-full') return
        throw new Broken('case', `a lost disk was told as ${String(error)}`)
      })
      return 1
    }, createFaultServer),
}
