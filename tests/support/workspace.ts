import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { keepCredential } from '#data/enrol.ts'
import type { Env, TabChannel, TabNews } from '#data/env.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import type { Profile, Workspace } from '#data/workspace.ts'
import type { RecordType } from '#domain/record-types.ts'
import type { Role } from '#domain/rights/rights.ts'
import { deviceId, dispositifId, personId, siteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { createFakeServer, type FakeServer } from './fake-server.ts'

// Dexie looks for IndexedDB when it is imported, which a test may do before this file.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })

export const DISPOSITIF = dispositifId('dispositif')
export const HOME_1 = siteId('home-1')
export const HOME_2 = siteId('home-2')

export interface TestRecord {
  readonly id?: string
  readonly type: RecordType
  /** `HOME_1` unless told; the dispositif for records of its configuration. */
  readonly scope?: Profile['sites'][number] | Profile['dispositif']['id']
  readonly fields: Fields
}

export interface TestWorkspace {
  readonly workspace: Workspace
  readonly server: FakeServer
  readonly clock: FakeClock
  readonly profile: Profile
  readonly token: string
  readonly env: Env
  /** The same profile in another tab, or again after this one was closed. */
  openAgain(): Promise<Workspace>
}

export interface TestOptions {
  readonly role?: Role
  readonly sites?: readonly Profile['sites'][number][]
  readonly records?: readonly TestRecord[]
  readonly now?: number
  /** Given to see several devices meet on one server. */
  readonly server?: FakeServer
  readonly profile?: Partial<Profile>
}

let opened = 0

/**
 * A workspace on a disk of its own, with a server in memory that already holds `records` and that
 * was asked once. Nothing runs by itself: call `workspace.sync.now()`.
 */
export async function openTestWorkspace(options: TestOptions = {}): Promise<TestWorkspace> {
  opened++
  const clock = createFakeClock(options.now)
  const server = options.server ?? createFakeServer(clock.now)
  const profile = buildProfile(options)
  const token = `token-${profile.device}`
  const env = testEnv(server, clock)
  server.welcome(token, profile)
  for (const [index, { id, type, scope, fields }] of (options.records ?? []).entries()) {
    const home = type === 'site' || type === 'person' || type === 'dispositif' ? DISPOSITIF : HOME_1
    await server.write(type, scope ?? home, id ?? `record-${index + 1}`, fields)
  }
  await keepCredential(profile, { token, epoch: server.epoch }, env)
  const workspace = await openWorkspace(profile, env)
  await workspace.sync.now()
  return {
    workspace,
    server,
    clock,
    profile,
    token,
    env,
    openAgain: () => openWorkspace(profile, env),
  }
}

/** A platform where time moves by hand and nothing sleeps. */
export function testEnv(server: Pick<FakeServer, 'fetch'>, clock: FakeClock): Env {
  const tabs = new Set<(news: TabNews) => void>()
  let ids = 0
  return {
    now: clock.now,
    fetch: server.fetch,
    randomUUID: () => {
      ids++
      return `00000000-0000-7000-8000-${String(opened).padStart(4, '0')}${String(ids).padStart(8, '0')}`
    },
    random: () => 0.5,
    sleep: () => Promise.resolve(),
    locks: undefined,
    openChannel: () => joinTabs(tabs),
    // Nothing runs by itself, nor hears.
    isOnScreen: () => false,
  }
}

/** Tabs of one browser, without a browser: each hears the others, and not itself. */
function joinTabs(tabs: Set<(news: TabNews) => void>): TabChannel {
  let mine: ((news: TabNews) => void) | undefined
  return {
    post(news) {
      for (const listener of tabs) if (listener !== mine) queueMicrotask(() => listener(news))
    },
    listen(listener) {
      mine = listener
      tabs.add(listener)
    },
    close() {
      if (mine) tabs.delete(mine)
    },
  }
}

function buildProfile({
  role = 'officer',
  sites = [HOME_1, HOME_2],
  profile,
}: TestOptions): Profile {
  return {
    device: deviceId(`device-${opened}`),
    deviceLabel: 'Tablette',
    person: { id: personId('camille'), name: 'Camille Nérée', role },
    dispositif: { id: DISPOSITIF, name: 'Escale Caraïbe', timeZone: 'America/Guadeloupe' },
    sites,
    posters: [],
    ...profile,
  }
}
