import { fail } from '#domain/shared/result.ts'
import type { Handover } from './bundle/handover.ts'
import { createDrafts } from './drafts.ts'
import { browserEnv, type Env, type TabNews } from './env.ts'
import { followGrants } from './follow-grants.ts'
import { createGateway } from './gateway.ts'
import { createLocalStore } from './local-state.ts'
import { plainSealer, type Sealer } from './sealer.ts'
import { createSync } from './sync/sync.ts'
import type { Profile, Workspace } from './workspace.ts'
import { writerOnDemand } from './writer-on-demand.ts'

/**
 * Opens what a profile has on this device. When it resolves the replica is whole and the drafts are
 * there: screens never wait. Rounds begin with `sync.start()`. Rejects with `StorageError` when
 * the disk cannot be read.
 */
export async function openWorkspace(
  profile: Profile,
  env: Env = browserEnv(),
  sealer: Sealer = plainSealer,
): Promise<Workspace> {
  const { device } = profile
  const gateway = createGateway(device, env.sleep)
  const store = createLocalStore(gateway, sealer, device)
  const channel = env.openChannel(`escale-${device}`)
  let closed = false
  const tellTabs = (news: TabNews) => {
    if (!closed) channel?.post(news)
  }

  const sync = createSync({
    store,
    env,
    device,
    onRound: () => tellTabs({ kind: 'records' }),
  })
  const onSaved = () => {
    // Whoever saved does not wait for the telling.
    setTimeout(() => tellTabs({ kind: 'records' }))
    sync.wrote()
  }
  const writer = writerOnDemand({ store, profile, env, onSaved })
  const drafts = createDrafts({
    gateway,
    sealer,
    env,
    onKept: (key) => tellTabs({ kind: 'draft', key }),
  })
  await Promise.all([store.exclusive(store.refresh), drafts.load()])

  channel?.listen((news) => {
    const read = news.kind === 'draft' ? drafts.reload(news.key) : store.exclusive(store.refresh)
    // A tab that closes while it reads has nothing left to show.
    read.catch((error: unknown) => {
      if (!closed) throw error
    })
  })

  let handover: Promise<Handover> | undefined
  const readHandover = async () => {
    const { openHandover } = await import('./bundle/open-handover.ts')
    return openHandover({ store, profile, env, sync, onKept: onSaved })
  }

  const readPhotos = async () => {
    const { createPhotos } = await import('./photos.ts')
    return createPhotos(store, env)
  }
  const readCare = async () => {
    const { createCare } = await import('./care.ts')
    return createCare(env, () => store.state.identity.value.token)
  }

  const profileNow = followGrants(profile, () => store.state.sync.value.grants)

  return {
    get profile() {
      return profileNow()
    },
    replica: store.state.replica,
    writer,
    drafts,
    photos: {
      load: (ref) => readPhotos().then((photos) => photos.load(ref), notHere),
    },
    sync,
    handover() {
      // A file of the app that could not be had is asked for again.
      handover ??= readHandover().catch((error: unknown) => {
        handover = undefined
        throw error
      })
      return handover
    },
    care: {
      devices: () => readCare().then((care) => care.devices(), notReached),
      quarantine: () => readCare().then((care) => care.quarantine(), notReached),
    },
    mayWrite: (bucket) => store.state.sync.value.grants[bucket] === 'write',
    now: env.now,
    close() {
      closed = true
      sync.stop()
      channel?.close()
      gateway.close()
    },
  }
}

/** What asks the network is fetched with it: a file that cannot be had is a server not reached. */
function notReached() {
  return fail({ kind: 'offline' as const })
}

/** What shows photos could not be had: as for one that is elsewhere, it is tried again when asked. */
function notHere() {
  return { kind: 'away' as const }
}
