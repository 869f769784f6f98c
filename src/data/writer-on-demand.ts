import type { Writer } from './workspace.ts'
import type { WriterParts } from './writer.ts'

/**
 * The writer of a profile, whose code is asked for as the workspace opens and stands beside the first
 * load: the first screen does not wait for it, the first tap waits if it must. A file that cannot be
 * had rejects the save, which is then shown as not kept, and is asked for again by the next one.
 */
export function writerOnDemand(parts: WriterParts): Writer {
  let reading: Promise<Writer> | undefined
  const read = () => {
    reading ??= import('./writer.ts').then(
      ({ createWriter }) => createWriter(parts),
      (error: unknown) => {
        reading = undefined
        throw error
      },
    )
    return reading
  }
  // Whoever saves first hears of a failure; nobody saves yet.
  read().catch(() => undefined)
  return {
    create: async (...args) => (await read()).create(...args),
    set: async (...args) => (await read()).set(...args),
    remove: async (...args) => (await read()).remove(...args),
    resolve: async (...args) => (await read()).resolve(...args),
    writeAgain: async (...args) => (await read()).writeAgain(...args),
    settle: async (...args) => (await read()).settle(...args),
    attach: async (...args) => (await read()).attach(...args),
  }
}
