import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { type Fault, must } from './fault.ts'
import { checkReplay } from './invariants.ts'
import { checkWordsOnce, enrolTab } from './world/browser/browser-device.ts'
import { listen } from './world/browser/faults-page.ts'
import type { RealBrowser, RealTab } from './world/browser/real-browser.ts'
import { startBrowser } from './world/browser/start-browser.ts'
import type { TabSettings } from './world/browser/tab-page.ts'
import { createFaultServer } from './world/fault-server.ts'

const MAX_TABS = 6

interface Tabs {
  readonly open: RealTab[]
  readonly frozen: Set<RealTab>
  readonly words: string[]
  /** Saves and rounds begun and not waited for. */
  readonly running: Set<Promise<unknown>>
}

/**
 * Two to six tabs of one device in a real browser, frozen in the middle of a save or a round, thawed
 * later, closed, the lock of rounds taken from under one of them: each word said saved is on the server
 * once, and every tab ends with all of them.
 */
export const realTabs: Fault = {
  id: 'T9',
  title: 'two to six tabs of a real browser frozen, thawed, closed, their lock stolen',
  unit: 'steps',
  perCommit: 3,
  async open() {
    const server = await createFaultServer()
    const page = await listen(server.now())
    let browser: RealBrowser | undefined
    return {
      async run(seed) {
        browser ??= await startBrowser()
        const settings = await enrolTab(server.now())
        const steps = await runCase(browser, page.origin, settings, createDice(seed))
        return steps
      },
      async close() {
        await browser?.close()
        await checkReplay(server.now())
        await page.close()
        await server.close()
      },
    }

    async function runCase(
      real: RealBrowser,
      at: string,
      settings: Required<TabSettings>,
      dice: Dice,
    ): Promise<number> {
      const tabs: Tabs = { open: [], frozen: new Set(), words: [], running: new Set() }
      await openOne(real, at, settings, tabs)
      while (tabs.open.length < dice.between(2, 3)) {
        await openOne(real, at, { profile: settings.profile }, tabs)
      }
      const steps = dice.between(15, 40)
      for (let step = 0; step < steps; step++) {
        await takeStep(dice, tabs, () => openOne(real, at, { profile: settings.profile }, tabs))
      }
      for (const tab of tabs.frozen) await tab.thaw()
      await Promise.all(tabs.running)
      for (const tab of [...tabs.open, ...tabs.open]) await tab.call('sync')
      for (const tab of tabs.open) {
        const { allSent, waiting, round } = await tab.call('status')
        must(allSent, `a tab ends with ${waiting} waiting, its round ${round}`)
        const shown = await tab.call('words')
        const missing = tabs.words.filter((word) => !shown.includes(word))
        must(missing.length === 0, `a tab does not show ${missing.join()}`)
      }
      await checkWordsOnce(server.now(), settings.profile.device, tabs.words)
      for (const tab of tabs.open) await tab.close()
      return steps
    }
  },
}

async function openOne(
  browser: RealBrowser,
  origin: string,
  settings: TabSettings,
  { open }: Tabs,
): Promise<void> {
  const tab = await browser.openTab(origin)
  await tab.call('open', settings)
  open.push(tab)
}

async function takeStep(dice: Dice, tabs: Tabs, another: () => Promise<void>): Promise<void> {
  const { open, frozen, words } = tabs
  const awake = open.filter((tab) => !frozen.has(tab))
  const tab = dice.pick(awake)
  const drawn = dice.roll()
  // A frozen tab may hold the lock of rounds, or a transaction: who waits for it waits for its thaw.
  const mayWait = frozen.size === 0
  if (drawn < 0.4) {
    const word = `w-${dice.id()}`
    // Said saved or not: one that was never answered for may be there or not.
    const saving = tab.call('save', word).then((saved) => words.push(saved))
    follow(tabs, saving)
    if (mayWait && dice.chance(0.7)) await saving
  } else if (drawn < 0.65) {
    const round = tab.call('sync')
    follow(tabs, round)
    if (mayWait && dice.chance(0.5)) await round
  } else if (drawn < 0.75 && awake.length > 1) {
    await tab.freeze()
    frozen.add(tab)
  } else if (drawn < 0.85) {
    const [cold] = frozen
    await cold?.thaw()
    if (cold) frozen.delete(cold)
  } else if (drawn < 0.9 && awake.length > 1) {
    open.splice(open.indexOf(tab), 1)
    await tab.close()
  } else if (drawn < 0.95) await tab.call('stealLock')
  else if (open.length < MAX_TABS && mayWait) await another()
}

/** Keeps a promise to be waited for at the end; one whose tab was closed first is no failure. */
function follow({ running }: Tabs, promise: Promise<unknown>): void {
  const followed = promise.catch((error: unknown) => {
    if (!/closed|destroyed|AbortError/i.test(String(error))) throw error
  })
  running.add(followed)
}
