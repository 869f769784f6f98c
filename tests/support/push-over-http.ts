import { join } from 'node:path'
import { siteId } from '#domain/shared/ids.ts'
import type { EnrolResponse, SetupRequest, SetupResponse } from '#protocol/access.ts'
import type { Op } from '#protocol/op.ts'
import { openKyselyStore } from '#sync-server/store/kysely/kysely-store.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { type RunningServer, type ServerOptions, startServer } from './server-process.ts'
import { createTestDevice, type Post, type TestDevice } from './test-server.ts'
import { readWire } from './wire.ts'

/** A tablet that writes without a pause to a server process, and remembers what it was told. */
export interface Pusher {
  readonly device: TestDevice
  readonly written: readonly Op[]
  /** Highest number a 200 said was held. */
  acknowledged(): number
  acknowledgements(): number
  /** The process to speak to from now on. */
  server: RunningServer
  /**
   * Pushes until a connection breaks (`undefined`), an answer is neither 200 nor a gap, or so many were
   * acknowledged (200).
   */
  pushUntilCut(atMost?: number): Promise<number | undefined>
  /** Sends everything again from the first, as after a long absence. */
  pushAll(): Promise<void>
}

const OPS_BY_PUSH = 20

/** Starts an empty server, answers its first-run assistant and enrols the officer's tablet. */
export async function startPusher(options: ServerOptions): Promise<Pusher> {
  let server = await startServer({ ...options, empty: true })
  const post: Post = (url, token, payload) => postJson(`${server.url}${url}`, token, payload)
  const enrolled = await setUp(post, server)
  const device = createTestDevice(post, enrolled, { now: Date.now() })
  const site = siteId(enrolled.sites[0] ?? '')
  let acknowledged = 0
  let acknowledgements = 0
  const written: Op[] = []

  async function pushUntilCut(atMost = Number.POSITIVE_INFINITY): Promise<number | undefined> {
    const enough = acknowledgements + atMost
    let from = Math.max(0, written.length - (written.length % OPS_BY_PUSH) - OPS_BY_PUSH)
    while (acknowledgements < enough) {
      while (written.length < from + OPS_BY_PUSH) written.push(await device.write({ site }))
      const answer = await device
        .sync({ ops: written.slice(from, from + OPS_BY_PUSH) })
        .catch((error: unknown) => {
          if (error instanceof TypeError || error instanceof SyntaxError) return undefined
          throw error
        })
      if (!answer) return undefined
      const { status, body } = answer
      if (status === 409 && body.error && 'expected' in body.error) {
        from = Number(body.error.expected) - 1
      } else if (status === 200) {
        acknowledged = Math.max(acknowledged, body.push.last)
        acknowledgements += 1
        from += OPS_BY_PUSH
      } else return status
    }
    return 200
  }

  return {
    device,
    written,
    acknowledged: () => acknowledged,
    acknowledgements: () => acknowledgements,
    get server() {
      return server
    },
    set server(next) {
      server = next
    },
    pushUntilCut,
    async pushAll() {
      for (let from = 0; from < written.length; from += OPS_BY_PUSH) {
        const { status } = await device.sync({ ops: written.slice(from, from + OPS_BY_PUSH) })
        if (status !== 200) throw new Error(`A push from ${from} was answered ${status}`)
      }
    },
  }
}

async function setUp(post: Post, server: RunningServer): Promise<EnrolResponse> {
  const home = { kind: 'ehpad', commune: 'Les Abymes', places: 84, units: ['Gaïac'] } as const
  const request: SetupRequest = {
    setupCode: /Code d’installation\s:\s(\S+)/.exec(server.output())?.[1] ?? '',
    dispositif: 'Quatre maisons',
    timeZone: 'America/Guadeloupe',
    startedOn: '2026-01-05',
    porteur: 'Camille',
    officer: 'Dominique',
    sites: [{ ...home, name: 'Les Acomats', units: [...home.units] }],
  }
  const { officerCode } = (await post('/v1/setup', '', request)).body as SetupResponse
  const code = { code: officerCode, label: 'Tablette' }
  return (await post('/v1/enrol', '', code)).body as EnrolResponse
}

/** What a data folder holds of a device, read by another process than the one that wrote it. */
export async function inspectFolder(folder: string, device: TestDevice) {
  const store = await openKyselyStore(join(folder, 'escale.sqlite'))
  try {
    return await store.read(async (session) => {
      const entries = await session.log.ofDevice(device.id, 1, Number.MAX_SAFE_INTEGER)
      return {
        lastN: (await session.directory.device(device.id))?.lastN ?? 0,
        logged: entries.map(({ op }) => op),
        differences: await differencesWithLog(session),
      }
    })
  } finally {
    await store.close()
  }
}

async function postJson(url: string, token: string, payload: Record<string, unknown>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(payload),
  })
  return {
    status: response.status,
    body: await readWire(new Uint8Array(await response.arrayBuffer())),
  }
}
