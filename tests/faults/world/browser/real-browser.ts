import type { TabPage } from './tab-page.ts'

/** A real browser on a profile folder of its own, which can be killed and started again on it. */
export interface RealBrowser {
  /** Opens `/faults/` of a server that listens (`listen`). */
  openTab(origin: string): Promise<RealTab>
  /** SIGKILL to all its processes at once: no word of farewell to any page. */
  kill(): Promise<void>
  /** Starts again on what the disk holds. */
  start(): Promise<void>
  /** Kills it and forgets its folder. */
  close(): Promise<void>
}

export interface RealTab {
  call<K extends keyof TabPage>(
    name: K,
    ...given: Parameters<TabPage[K]>
  ): Promise<Awaited<ReturnType<TabPage[K]>>>
  /** Tells each word that `saveForEver` says saved. */
  hear(told: (word: string) => void): Promise<void>
  /** Stops the page in the middle of whatever it does, until it is thawed. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  close(): Promise<void>
}

const MAX_STARTS = 3

/** A start on a loaded machine may hang before anything of ours runs: it is made again. */
export async function startPatiently(
  startOnce: () => Promise<void>,
  kill: () => Promise<void>,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await startOnce()
    } catch (error) {
      await kill()
      if (tries === MAX_STARTS) throw error
    }
  }
}
