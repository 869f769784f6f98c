import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** All the processes of a browser, started as one group and ended as one. */
export interface BrowserProcess {
  readonly child: ChildProcess
  /** SIGKILL to all of them at once: no word of farewell to any page. */
  kill(): Promise<void>
}

/** @param isTalkedTo Whether orders go to its input and its output is read. */
export function spawnBrowser(
  path: string,
  flags: readonly string[],
  env: NodeJS.ProcessEnv = {},
  isTalkedTo = false,
): BrowserProcess {
  const child = spawn(path, flags, {
    env: { ...process.env, ...env },
    stdio: isTalkedTo ? 'pipe' : ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  return {
    child,
    async kill() {
      const { pid, exitCode, signalCode } = child
      if (pid === undefined || exitCode !== null || signalCode) return
      const ended = once(child, 'exit')
      process.kill(-pid, 'SIGKILL')
      await ended
      await groupGone(pid)
    },
  }
}

/**
 * The process that keeps the disk may outlive the first one for a moment: two of them on one profile
 * would damage what the fault looks at. A loaded machine reaps late: half a minute is enough.
 */
async function groupGone(group: number): Promise<void> {
  for (let tries = 0; tries < 3_000; tries++) {
    try {
      process.kill(-group, 0)
    } catch {
      return
    }
    await wait(10)
  }
}
