import type { FaultBench } from '../fault.ts'
import { must } from '../fault.ts'
import { checkReplay } from '../invariants.ts'
import type { FaultServer } from './fault-server.ts'
import { freshBrowser } from './fresh-browser.ts'

/** Cases on one server before it is checked whole and another takes its place. */
const CASES_BY_SERVER = 100

/**
 * A bench whose cases share a server, each with devices of its own; its log is replayed (I4) every
 * hundred cases and at the end. A fault that only the replay sees is told of the last case.
 */
export async function onSharedServer<S extends FaultServer>(
  run: (server: S, seed: number) => Promise<number>,
  make: () => Promise<S>,
): Promise<FaultBench> {
  let server: S | undefined
  let cases = 0

  async function retire(): Promise<void> {
    const done = server
    server = undefined
    if (!done) return
    try {
      const { faults } = done.now()
      must(faults.length === 0, `The server reported ${String(faults[0])}`)
      await checkReplay(done.now())
    } finally {
      await done.close()
    }
  }

  return {
    async run(seed) {
      freshBrowser()
      server ??= await make()
      const units = await run(server, seed)
      cases++
      if (cases % CASES_BY_SERVER === 0) await retire()
      return units
    },
    close: retire,
  }
}
