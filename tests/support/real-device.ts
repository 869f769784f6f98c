import { enrol } from '#data/enrol.ts'
import type { Env } from '#data/env.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import type { Profile, Workspace } from '#data/workspace.ts'
import type { PersonId } from '#domain/shared/ids.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { injectRequest } from './inject-request.ts'
import type { TestServer } from './test-server.ts'
import { testEnv } from './workspace.ts'

/** The real client of a person, talking to a real server in this process. */
export interface RealDevice {
  readonly profile: Profile
  readonly env: Env
  readonly clock: FakeClock
  readonly workspace: Workspace
  /** While true no request arrives. */
  offline: boolean
  /** Closes the tab and opens another on the same disk. */
  reopen(): Promise<Workspace>
}

/** What becomes of an answer on its way. */
type OnTheWay = (path: string, response: Response, init: RequestInit) => Promise<Response>

/** Enrols a person on a new device and makes its first round. */
export async function joinServer(
  server: TestServer,
  person: PersonId,
  {
    answered = async (_path, response) => response,
    listens = false,
  }: {
    readonly answered?: OnTheWay
    /** True for one whose screen is looked at: what others write comes by itself. */
    readonly listens?: boolean
  } = {},
): Promise<RealDevice> {
  const clock = createFakeClock(server.clock.now)
  let device: RealDevice | undefined
  const env: Env = {
    ...testEnv({ fetch: (path, init) => reach(path, init) }, clock),
    randomUUID: () => crypto.randomUUID(),
    isOnScreen: () => listens,
  }
  const reach = async (path: string, init: RequestInit) => {
    if (device?.offline) throw new TypeError('Failed to fetch')
    return answered(path, await injectRequest(server.app, path, init), init)
  }
  const enrolled = await enrol(await server.codeFor(person), 'Tablette', env)
  if (!enrolled.ok) throw new Error(`Not enrolled: ${enrolled.error.kind}`)
  const profile = enrolled.value
  let workspace = await openWorkspace(profile, env)
  device = {
    profile,
    env,
    clock,
    offline: false,
    get workspace() {
      return workspace
    },
    async reopen() {
      workspace.close()
      workspace = await openWorkspace(profile, env)
      return workspace
    },
  }
  await workspace.sync.now()
  return device
}
