/*
 * A second service worker, for the browsers that have Background Sync: it runs a round when the
 * network returns, even when no page is open. It controls no page (its scope holds none), so the
 * engine it carries weighs on no start; `sw.ts` keeps the app's files, and nothing else.
 *
 * It writes as a tab does: under the same lock, in the same transactions, telling the others. It makes
 * no database, and leaves one of another version to the page.
 */
import { LOCAL_VERSION } from '#data/db.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import { listProfiles } from '#data/profiles.ts'
import { createOutboxSender } from '#declare/outbox-sender.ts'
import { openPhoneStore, PHONE_STORE } from '#declare/phone-store.ts'
import { ROUND_TAG } from './ask-round.ts'

interface WorkerScope {
  skipWaiting(): Promise<void>
  addEventListener(
    type: 'install' | 'sync',
    listener: (event: { readonly tag?: string; waitUntil(work: Promise<unknown>): void }) => void,
  ): void
}
declare const self: WorkerScope & typeof globalThis

// It holds no page back: the newest may serve at once.
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('sync', (event) => {
  if (event.tag === ROUND_TAG) event.waitUntil(sendAll())
})

/** Rejects when something could not be sent: the browser then wakes this worker again, later. */
async function sendAll(): Promise<void> {
  const versions = new Map(
    (await indexedDB.databases()).map(({ name, version }) => [name, version] as const),
  )
  const ended = await Promise.allSettled([
    versions.has(PHONE_STORE) ? sendDeclarations() : undefined,
    versions.has('escale-profiles') ? sendOperations(versions) : undefined,
  ])
  if (ended.some(({ status }) => status === 'rejected')) throw new Error('Not all was sent')
}

async function sendDeclarations(): Promise<void> {
  const store = await openPhoneStore()
  const outbox = createOutboxSender({ store, fetch: (input, init) => fetch(input, init) })
  await outbox.send()
  if (outbox.state().waiting > outbox.state().refused) throw new Error('A declaration waits')
}

async function sendOperations(versions: ReadonlyMap<string | undefined, number | undefined>) {
  for (const profile of await listProfiles()) {
    // Dexie counts its versions by ten.
    if (versions.get(`escale-${profile.device}`) !== LOCAL_VERSION * 10) continue
    const workspace = await openWorkspace(profile)
    try {
      await workspace.sync.now()
      const { round } = workspace.sync.status()
      if (round.kind === 'failed') throw new Error(round.error)
    } finally {
      workspace.close()
    }
  }
}
