import { setTimeout as wait } from 'node:timers/promises'
import { FAULTS_PAGE } from './faults-page.ts'
import { openFreezable } from './frozen-process.ts'
import type { RealBrowser, RealTab } from './real-browser.ts'
import { startWebkit, type WebkitPage } from './webkit-host.ts'

/** The system's WebKitGTK; the process of a tab is stopped at any instruction. */
export async function startWebkitBrowser(): Promise<RealBrowser> {
  const { newPage, group, kill, start, close } = await startWebkit()
  return {
    openTab: (origin) =>
      openFreezable(group(), 'WebKitWebProces', async () => tabOf(await newPage(), origin)),
    kill,
    start,
    close,
  }
}

async function tabOf(page: WebkitPage, origin: string): Promise<Omit<RealTab, 'freeze' | 'thaw'>> {
  await page.load(`${origin}${FAULTS_PAGE}`)
  while ((await page.run('return String(globalThis.isReady)')) !== 'true') await wait(20)
  let isClosed = false
  return {
    async call(name, ...given) {
      const args = JSON.stringify([name, given])
      const words = await page
        .run(`return JSON.stringify((await callTab(...${args})) ?? null)`)
        .catch((error: unknown) => {
          throw isClosed ? new Error('The tab was closed') : error
        })
      return JSON.parse(words)
    },
    async hear(told) {
      page.onTold(told)
      await page.run('globalThis.hear = (word) => webkit.messageHandlers.told.postMessage(word)')
    },
    async close() {
      isClosed = true
      await page.close()
    },
  }
}
