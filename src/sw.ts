/*
 * The service worker: the app's own files, and nothing else. No answer of the server is ever cached
 * (`/v1/` is not routed here), no update installs itself.
 *
 * Each build has its own cache and the two before it are kept: a tab left open on the old version
 * still finds the chunks it has not loaded yet.
 */
import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** The scope's own surface, written out: the worker library of TypeScript clashes with the DOM's. */
interface WorkerScope {
  readonly __WB_MANIFEST: readonly PrecacheEntry[]
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(
    type: 'message' | 'activate',
    listener: (event: {
      readonly data?: { readonly type?: string } | undefined
      waitUntil(work: Promise<unknown>): void
    }) => void,
  ): void
}
declare const self: WorkerScope

const BUILDS_KEPT = 3
const PREFIX = 'escale-app'

const files = [...self.__WB_MANIFEST]
const cacheName = `${PREFIX}-${fingerprint(files)}`
const precache = new PrecacheController({ cacheName })
precache.precache(files)
registerRoute(new PrecacheRoute(precache))

// The ward phone's light entry, then every other page; `/v1/` and `/assets/` never get a page.
registerRoute(
  new NavigationRoute(precache.createHandlerBoundToURL('/declarer.html'), {
    allowlist: [/^\/declarer$/],
  }),
)
registerRoute(
  new NavigationRoute(precache.createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/v1\//, /^\/assets\//],
  }),
)
// A chunk of a build before this one, for a tab that has not been reloaded.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
)

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})
self.addEventListener('activate', (event) => {
  // Active means first visit, or accepted: either way the page open now may be served from here.
  event.waitUntil(Promise.all([self.clients.claim(), dropOldBuilds()]))
})

async function dropOldBuilds(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}-`))
  // `caches.keys()` lists them in the order they were made.
  const others = names.filter((name) => name !== cacheName)
  const old = others.slice(0, Math.max(0, others.length - (BUILDS_KEPT - 1)))
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** Names a build by its files (FNV-1a): equal builds share a cache, others do not. */
function fingerprint(entries: readonly PrecacheEntry[]): string {
  let hash = 0x811c9dc5
  for (const { url, revision } of entries) {
    for (const char of `${url}${revision ?? ''}`) {
      hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
    }
  }
  return hash.toString(36)
}
