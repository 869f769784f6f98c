/* What runs in the browser: one page by side, driven from outside through `bench`. */
import type { Profile } from '#data/workspace.ts'
import { createBaselineClient } from './baseline-client.ts'
import type { BenchClient } from './bench-client.ts'
import { createOurClient } from './our-client.ts'

interface Settings {
  readonly profile: Profile
  readonly token: string
  readonly epoch: string
  readonly scopes: readonly string[]
  readonly statuses: readonly string[]
}

/** Calls in one measure where one call is shorter than the clock can tell. */
const GROUPS_AT_ONCE = 20
const RECENT = 50
const CLOCK_LOOKS = 30

async function start() {
  const settings: Settings = await (await fetch('/assets/settings.json')).json()
  const isOurs = document.title === 'ours'
  const client: BenchClient = isOurs
    ? createOurClient(settings.profile, settings)
    : createBaselineClient(settings.token)
  const { scopes, statuses } = settings

  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    return performance.now() - from
  }

  let longestMs = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration)
  }).observe({ type: 'longtask' })

  const bench = {
    /** The longest time the page could not answer a tap since last asked; 0 below 50 ms. */
    async longestTask() {
      // The observer is told in a task of its own.
      await new Promise((resolve) => setTimeout(resolve))
      const ms = longestMs
      longestMs = 0
      return ms
    },
    async firstPull() {
      await client.reset()
      const ms = await timed(async () => {
        await client.sync()
        await client.recent({ scope: scopes[0] ?? '', status: 'closed' }, RECENT)
      })
      return { ms, count: await client.count() }
    },
    open: () => client.open(),
    reopen: async () => {
      await client.close()
      await client.open()
    },
    /** Ms of each edit. */
    async edits(ids: readonly string[], text: string) {
      const all: number[] = []
      for (const id of ids) all.push(await timed(() => client.edit(id, text)))
      return all
    },
    sync: () => timed(() => client.sync()),
    /** A round, until a change made elsewhere is on disk and read. */
    async syncUntil(id: string, text: string) {
      const from = performance.now()
      const { ended } = await client.syncUntil(id, text)
      const ms = performance.now() - from
      await ended
      return ms
    },
    /**
     * Waits, without asking, for a change made elsewhere to be on disk and read; gives that moment, epoch ms by the
     * clock of this page. Undefined where nothing comes by itself.
     */
    async heardAt(id: string, text: string) {
      if (!client.heard) return undefined
      await client.heard(id, text)
      return performance.timeOrigin + performance.now()
    },
    async listen(isOn: boolean) {
      await client.listen?.(isOn)
    },
    /** Ms to add to the clock of the server to have that of this page: of many ways there and back, the shortest. */
    async clockOffset() {
      let best = { tripMs: Number.POSITIVE_INFINITY, offset: 0 }
      for (let turn = 0; turn < CLOCK_LOOKS; turn++) {
        const from = performance.timeOrigin + performance.now()
        const there = Number(await (await fetch('/assets/clock')).text())
        const to = performance.timeOrigin + performance.now()
        if (to - from < best.tripMs) best = { tripMs: to - from, offset: (from + to) / 2 - there }
      }
      return best.offset
    },
    /** Ms of each list: every home and status, as a person goes through the tabs. */
    async recent() {
      const all: number[] = []
      for (const scope of scopes) {
        for (const status of statuses) {
          all.push(await timed(() => client.recent({ scope, status }, RECENT)))
        }
      }
      return all
    },
    async group() {
      let total = 0
      const ms = await timed(async () => {
        for (let n = 0; n < GROUPS_AT_ONCE; n++) total = await client.group(scopes, statuses)
      })
      return { ms: ms / GROUPS_AT_ONCE, total }
    },
    async eventIds(limit: number) {
      const lists = []
      for (const scope of scopes) {
        for (const status of statuses) lists.push(await client.recent({ scope, status }, limit))
      }
      return lists.flat().map((line) => line.slice(0, line.indexOf(' ')))
    },
    isIsolated: () => crossOriginIsolated,
  }
  Object.assign(globalThis, { bench })
  if (location.hash === '#cold') {
    await client.open()
    await client.recent({ scope: scopes[0] ?? '', status: 'closed' }, RECENT)
    Object.assign(globalThis, { coldMs: performance.now() })
  }
  Object.assign(globalThis, { isReady: true })
  return bench
}

export type Bench = Awaited<ReturnType<typeof start>>

await start()
