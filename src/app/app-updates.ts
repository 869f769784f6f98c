/*
 * A new version of the app, from the moment the browser has it until a person accepts it.
 *
 * none → ready (a new worker waits) → installing (accepted here) → the page reloads
 * none or ready → elsewhere (accepted in another tab; this page keeps its own version)
 *
 * Nothing replaces a page by itself: the worker never skips waiting unless told.
 */
import { create } from 'zustand'
import { isDirty } from '#ui/dirty.ts'

/** Some iPads never say that the new worker took over: the page is then reloaded anyway. */
const TAKEOVER_MS = 3_000
const CHECK_EVERY_MS = 60 * 60 * 1000
const ACCEPTED = 'accepted'

export interface UpdateState {
  readonly kind: 'none' | 'ready' | 'installing' | 'elsewhere'
  readonly install: () => void
}

export const useUpdates = create<UpdateState>(() => ({ kind: 'none', install: () => undefined }))

/** What the browser offers, handed in so that the rules can be tested without one. */
export interface UpdateEnv {
  onWaiting(listener: () => void): void
  onTakeover(listener: () => void): void
  activateWaiting(): void
  tellTabs(message: string): void
  onTabMessage(listener: (message: unknown) => void): void
  reload(): void
  after(ms: number, run: () => void): void
}

/** Watches for a new version and, when accepted and nothing is under way, installs it. */
export function watchUpdates(env: UpdateEnv): void {
  function install() {
    if (isDirty() || useUpdates.getState().kind === 'installing') return
    useUpdates.setState({ kind: 'installing' })
    let reloaded = false
    const reloadOnce = () => {
      if (!reloaded) env.reload()
      reloaded = true
    }
    env.onTakeover(reloadOnce)
    env.after(TAKEOVER_MS, reloadOnce)
    env.tellTabs(ACCEPTED)
    env.activateWaiting()
  }

  env.onWaiting(() => useUpdates.setState({ kind: 'ready', install }))
  env.onTabMessage((message) => {
    if (message === ACCEPTED) useUpdates.setState({ kind: 'elsewhere', install: env.reload })
  })
}

/** Registers the worker of this site and connects it to `watchUpdates`. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const worker = navigator.serviceWorker
  const registration = await worker.register('/sw.js')
  const channel = new BroadcastChannel('escale-update')
  watchUpdates({
    onWaiting: (listener) => onWaiting(registration, listener),
    onTakeover: (listener) => worker.addEventListener('controllerchange', listener),
    activateWaiting: () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' }),
    tellTabs: (message) => channel.postMessage(message),
    onTabMessage: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    reload: () => location.reload(),
    after: (ms, run) => setTimeout(run, ms),
  })
  const check = () => registration.update().catch(() => undefined) // offline: the next check will do
  setInterval(check, CHECK_EVERY_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check()
  })
}

/** A worker that waits now, or one that will: a version may have been found before this page began. */
function onWaiting(registration: ServiceWorkerRegistration, listener: () => void): void {
  // Without a controller this is a first visit: the worker takes the page and replaces nothing.
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) listener()
  }
  const follow = () => registration.installing?.addEventListener('statechange', tell)
  registration.addEventListener('updatefound', follow)
  follow()
  tell()
}
