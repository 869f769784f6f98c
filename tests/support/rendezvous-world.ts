import type { Handover, HandoverFile } from '#data/bundle/handover.ts'
import { enrol } from '#data/enrol.ts'
import type { Env } from '#data/env.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import type { Workspace } from '#data/workspace.ts'
import type { PersonId } from '#domain/shared/ids.ts'
import { createFakeClock } from './fake-clock.ts'
import { injectRequest } from './inject-request.ts'
import type { TestServer } from './test-server.ts'
import { testEnv } from './workspace.ts'

/** A tablet of the client's real code on the real server, whose network one cuts by hand. */
export interface Tablet {
  readonly workspace: Workspace
  readonly handover: Handover
  /** False: no request leaves it. */
  isOnline: boolean
  /** The server takes a request there, and its answer never arrives. */
  losesAnswersOf: string | undefined
  /** The files of what it has not sent. */
  files(asked?: { photos: boolean }): Promise<readonly HandoverFile[]>
  /** Closes the app and opens it again on what the disk holds. */
  reopen(): Promise<Workspace>
  close(): void
}

/** Enrols a tablet, which has met its server once. */
export async function joinTablet(server: TestServer, person: PersonId): Promise<Tablet> {
  const clock = createFakeClock(server.clock.now)
  const network: Pick<Tablet, 'isOnline' | 'losesAnswersOf'> = {
    isOnline: true,
    losesAnswersOf: undefined,
  }
  const env: Env = {
    ...testEnv(
      {
        fetch: async (path, init) => {
          if (!network.isOnline) throw new TypeError('Failed to fetch')
          const response = await injectRequest(server.app, path, init)
          if (path === network.losesAnswersOf) throw new TypeError('Connection reset')
          return response
        },
      },
      clock,
    ),
    now: () => server.clock.now,
    randomUUID: () => crypto.randomUUID(),
  }
  const enrolled = await enrol(await server.codeFor(person), 'Tablette', env)
  if (!enrolled.ok) throw new Error(`Not enrolled: ${enrolled.error.kind}`)
  const open = () => openWorkspace(enrolled.value, env)
  let workspace = await open()
  await workspace.sync.now()
  let handover = await workspace.handover()
  const close = () => {
    handover.close()
    workspace.close()
  }
  return {
    get workspace() {
      return workspace
    },
    get handover() {
      return handover
    },
    get isOnline() {
      return network.isOnline
    },
    set isOnline(value) {
      network.isOnline = value
    },
    get losesAnswersOf() {
      return network.losesAnswersOf
    },
    set losesAnswersOf(value) {
      network.losesAnswersOf = value
    },
    async files(asked = { photos: false }) {
      const made = await handover.exportWork(asked)
      if (!made.ok) throw new Error(`Nothing exported: ${made.error}`)
      return made.value
    },
    async reopen() {
      close()
      workspace = await open()
      handover = await workspace.handover()
      return workspace
    },
    close,
  }
}

/** The only file of an export without photos. */
export async function oneFile(tablet: Tablet): Promise<Uint8Array<ArrayBuffer>> {
  const [file] = await tablet.files()
  if (!file) throw new Error('No file was made')
  return file.bytes
}
