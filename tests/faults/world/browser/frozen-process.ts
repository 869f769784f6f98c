import { readdir, readFile } from 'node:fs/promises'
import type { RealTab } from './real-browser.ts'

/**
 * A tab that is frozen with its process, at any instruction; Linux alone, for its /proc.
 *
 * @param group Group of the browser's processes.
 * @param name How the kernel names those that hold the pages of a site (15 letters at most).
 * @throws Error when the tab does not have one process of its own.
 */
export async function openFreezable(
  group: number,
  name: string,
  open: () => Promise<Omit<RealTab, 'freeze' | 'thaw'>>,
): Promise<RealTab> {
  const before = await pagesOf(group, name)
  const tab = await open()
  const own = (await pagesOf(group, name)).filter((pid) => !before.includes(pid))
  const [pid] = own
  if (own.length !== 1 || pid === undefined) {
    throw new Error(`A tab has ${own.length} processes of its own`)
  }
  return {
    ...tab,
    freeze: async () => void process.kill(pid, 'SIGSTOP'),
    thaw: async () => void process.kill(pid, 'SIGCONT'),
  }
}

async function pagesOf(group: number, name: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))
  const found = await Promise.all(
    pids.map(async (pid) => {
      // One that ended since is no page.
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      const [, its = '', owner = ''] = /\((.*)\) \S \d+ (\d+) /.exec(stat) ?? []
      return its.startsWith(name) && Number(owner) === group ? [Number(pid)] : []
    }),
  )
  return found.flat()
}
