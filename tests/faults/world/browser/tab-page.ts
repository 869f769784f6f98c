/* What runs in each tab of a real browser: the client's own code, driven from outside through `tab`. */
import { keepCredential } from '#data/enrol.ts'
import { browserEnv } from '#data/env.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import type { Profile, Workspace } from '#data/workspace.ts'
import type { Json } from '#domain/shared/json.ts'

export interface TabSettings {
  readonly profile: Profile
  /** Given to the first tab of a device only. */
  readonly credential?: { readonly token: string; readonly epoch: string }
}

export interface TabStatus {
  readonly allSent: boolean
  readonly waiting: number
  readonly round: string
}

/** Set from outside: told of each word once it was said saved. */
declare const hear: (word: string) => void

let workspace: Workspace | undefined
let settings: TabSettings | undefined

function opened(): Workspace {
  if (!workspace) throw new Error('The tab has not opened its workspace')
  return workspace
}

async function save(word: string): Promise<string> {
  const home = settings?.profile.sites[0]
  if (!home) throw new Error('Nobody has a home')
  await opened().writer.create('audit', home, { word })
  return word
}

const tab = {
  async open(given: TabSettings): Promise<void> {
    settings = given
    const env = browserEnv()
    if (given.credential) await keepCredential(given.profile, given.credential, env)
    workspace = await openWorkspace(given.profile, env)
  },
  save,
  /**
   * Saves words one after the other, telling each once the device said it was saved; drafts are kept
   * meanwhile, as a hand does that answers and moves on.
   */
  async saveForEver(prefix: string): Promise<void> {
    const { drafts } = opened()
    const keepDrafts = async () => {
      for (let count = 1; ; count++) await drafts.put('place', count)
    }
    keepDrafts().catch(() => undefined) // the process ends first
    for (let count = 1; ; count++) hear(await save(`${prefix}-${count}-`))
  },
  async sync(): Promise<TabStatus> {
    await opened().sync.now()
    return tab.status()
  },
  status(): TabStatus {
    const { allSent, waiting, round } = opened().sync.status()
    const operations = waiting.reduce((sum, one) => sum + one.operations, 0)
    return { allSent, waiting: operations, round: round.kind }
  },
  words: (): readonly Json[] =>
    opened()
      .replica.list('audit')
      .map(({ fields }) => fields.word ?? null),
  /** What another tab does to one that has held the lock of rounds for too long. */
  stealLock(): Promise<void> {
    const name = `escale-sync-${settings?.profile.device}`
    return navigator.locks.request(name, { steal: true }, async () => {})
  },
}
export type TabPage = typeof tab

/** What leaves the page keeps its name: of an error of Dexie, Chromium would tell its class alone. */
async function call(name: keyof TabPage, given: readonly unknown[]): Promise<unknown> {
  try {
    return await (tab[name] as (...all: readonly unknown[]) => unknown)(...given)
  } catch (error) {
    const { name: kind, message, stack } = error as Error
    throw new Error(`${kind}: ${message} (${name}) ${stack ?? ''}`)
  }
}

Object.assign(globalThis, { callTab: call, isReady: true })
