/*
 * The page's side of Background Sync. Where the browser has none (Firefox, Safari), nothing happens
 * here: what waits goes at the next opening, as the screens say.
 */
export const ROUND_TAG = 'escale-round'

/** No address of the app begins so: the worker controls no page. */
const SCOPE = '/arriere-plan/'

/** What the DOM library does not describe yet. */
type WithSync = ServiceWorkerRegistration & {
  readonly sync?: { register(tag: string): Promise<void> }
}

/** What a page knows of what it has not sent. */
export interface Unsent {
  isWaiting(): boolean
  subscribe(listener: () => void): () => void
}

/**
 * Brings the worker while there is a network, then asks for a round each time something begins to
 * wait on a page that is hidden or cut off. Never rejects: a browser that refuses only loses the
 * comfort, and the rounds of the open page go on.
 */
export async function keepBackgroundRounds(unsent: Unsent): Promise<void> {
  if (!('SyncManager' in globalThis) || !('serviceWorker' in navigator)) return
  const worker: WithSync | undefined = await navigator.serviceWorker
    .register('/background.js', { scope: SCOPE })
    .catch(() => navigator.serviceWorker.getRegistration(SCOPE))
  const { sync } = worker ?? {}
  if (!sync) return
  let isAsked = false
  const look = () => {
    const isAway = document.visibilityState === 'hidden' || !navigator.onLine
    if (!unsent.isWaiting()) isAsked = false
    else if (isAway && !isAsked) {
      isAsked = true
      // Refused by a setting of the browser, or before the worker is there: the next change asks again.
      sync.register(ROUND_TAG).catch(() => {
        isAsked = false
      })
    }
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('offline', look)
  unsent.subscribe(look)
  look()
}
