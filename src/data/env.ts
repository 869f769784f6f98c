import { v7 } from 'uuid'

/** What another tab of the same profile is told: something changed on disk, read it again. */
export type TabNews =
  | { readonly kind: 'records' }
  | { readonly kind: 'draft'; readonly key: string }

export interface TabChannel {
  post(news: TabNews): void
  listen(listener: (news: TabNews) => void): void
  close(): void
}

/** The platform, handed in once: tests replace the clock and the network, nothing else knows them. */
export interface Env {
  /** Epoch ms. */
  now(): number
  fetch(input: string, init: RequestInit): Promise<Response>
  randomUUID(): string
  /** 0 to 1, for the jitter of retries. */
  random(): number
  sleep(ms: number): Promise<void>
  /** Absent where Web Locks are: rounds are then kept apart by their fencing number alone. */
  readonly locks: LockManager | undefined
  openChannel(name: string): TabChannel | undefined
  /** True while a person may be looking; where it is not told, what the document says. */
  isOnScreen?(): boolean
}

/** The browser's own platform. Identities are UUID v7: lists read in order of creation. */
export function browserEnv(): Env {
  return {
    now: () => Date.now(),
    fetch: (input, init) => globalThis.fetch(input, init),
    randomUUID: () => v7(),
    random: () => Math.random(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    locks: globalThis.navigator?.locks,
    openChannel,
  }
}

function openChannel(name: string): TabChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined
  const channel = new BroadcastChannel(name)
  return {
    post: (news) => channel.postMessage(news),
    listen: (listener) => {
      channel.onmessage = (event: MessageEvent<unknown>) => {
        const news = readNews(event.data)
        if (news) listener(news)
      }
    },
    close: () => channel.close(),
  }
}

/** Another version of the app may be open in the other tab: what is not understood is ignored. */
function readNews(data: unknown): TabNews | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined
  if (data.kind === 'records') return { kind: 'records' }
  if (data.kind === 'draft' && 'key' in data && typeof data.key === 'string') {
    return { kind: 'draft', key: data.key }
  }
  return undefined
}
