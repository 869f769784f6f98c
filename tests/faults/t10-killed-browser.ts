import { setTimeout as wait } from 'node:timers/promises'
import { createDice } from '#sync-server/demo/dice.ts'
import { Broken, type Fault, must } from './fault.ts'
import { checkReplay } from './invariants.ts'
import { checkWordsOnce, enrolTab } from './world/browser/browser-device.ts'
import { listen } from './world/browser/faults-page.ts'
import type { RealBrowser } from './world/browser/real-browser.ts'
import { startBrowser } from './world/browser/start-browser.ts'
import { createFaultServer } from './world/fault-server.ts'

/**
 * All the processes of a real browser killed while it saves and sends: each word it said saved is on
 * the disk when it is started again, then on the server, once.
 */
export const killedBrowser: Fault = {
  id: 'T10',
  title: 'a real browser killed (SIGKILL) at any instant of a save',
  unit: 'words said saved',
  perCommit: 3,
  async open() {
    const server = await createFaultServer()
    const page = await listen(server.now())
    const settings = await enrolTab(server.now())
    const words: string[] = []
    let browser: RealBrowser | undefined

    /** Opens the device and looks for every word ever said saved. */
    async function reopen(real: RealBrowser) {
      const tab = await real.openTab(page.origin)
      const isFirst = words.length === 0
      await tab.call('open', isFirst ? settings : { profile: settings.profile })
      const shown = new Set(await tab.call('words'))
      const lost = words.find((word) => !shown.has(word))
      if (lost) throw new Broken('I1', `${lost} was said saved, and is not on the disk`)
      return tab
    }

    return {
      async run(seed) {
        const dice = createDice(seed)
        if (browser) await browser.start()
        else browser = await startBrowser()
        const before = words.length
        try {
          const tab = await reopen(browser)
          await tab.hear((word) => words.push(word))
          // Neither ends: the process does.
          tab.call('saveForEver', `k${seed}`).catch(() => undefined)
          if (dice.chance(0.5)) tab.call('sync').catch(() => undefined)
          while (words.length === before) await wait(5)
          await wait(dice.between(0, 400))
        } finally {
          // Whatever was found: a second browser on one profile would find its files taken.
          await browser.kill()
        }
        return words.length - before
      },
      async close() {
        try {
          if (!browser) return
          await browser.start()
          const tab = await reopen(browser)
          const { allSent, round } = await tab.call('sync')
          must(allSent, `not all was sent after the kills: ${round}`)
          await checkWordsOnce(server.now(), settings.profile.device, words)
          await checkReplay(server.now())
        } finally {
          await browser?.close()
          await page.close()
          await server.close()
        }
      },
    }
  },
}
