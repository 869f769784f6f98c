import { StorageError } from '#data/storage-error.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import { Broken, type Fault } from './fault.ts'
import { strikeDisk } from './world/disk-scenario.ts'
import { createFaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/** More writes than the scenario makes: the last positions strike nothing, and show it. */
const WRITES = 44

/** The disk is full at each write in turn: words are saved, or the person is told that they are not. */
export const fullDisk: Fault = {
  id: 'T11',
  title: 'the quota exhausted at each write, once or from then on',
  unit: 'strikes',
  perCommit: 60,
  open: () =>
    onSharedServer(async (server, seed) => {
      const fault = createDice(seed).pick(['quota-abort', 'quota-throw'] as const)
      const strike = { fault, at: seed % WRITES, lasting: seed % 3 === 0 }
      await strikeDisk(server, seed, strike, (error) => {
        if (error instanceof StorageError && error.kind === 'storage-full') return
        throw new Broken('case', `a full disk was told as ${String(error)}`)
      })
      return 1
    }, createFaultServer),
}
