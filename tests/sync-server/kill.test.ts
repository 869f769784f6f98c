// @vitest-environment node
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { EnrolResponse, SetupRequest, SetupResponse } from '#protocol/access.ts'
import type { Op } from '#protocol/op.ts'
import { openKyselyStore } from '#sync-server/store/kysely/kysely-store.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { removeBundle, startServer } from '#tests/support/server-process.ts'
import { createTestDevice, type Post, type TestDevice } from '#tests/support/test-server.ts'
import { readWire } from '#tests/support/wire.ts'

const KILLS = 20
const OPS_BY_PUSH = 20

afterAll(removeBundle)

test(`killed ${KILLS} times in the middle of pushes, the server loses and doubles nothing`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'escale-kill-'))
  try {
    let server = await startServer({ dataDir: folder, empty: true })
    const post: Post = (url, token, payload) => postJson(`${server.url}${url}`, token, payload)
    const { device, site } = await setUp(
      post,
      /Code d’installation\s:\s(\S+)/.exec(server.output())?.[1],
    )
    const written: Op[] = []
    let acknowledged = 0
    let acknowledgements = 0

    for (let kill = 0; kill < KILLS; kill += 1) {
      // One to three pushes are acknowledged, then the cut falls anywhere in a later one.
      const enough = acknowledgements + randomInt(1, 4)
      const pushing = pushUntilCut(device, site, written, (last) => {
        acknowledged = Math.max(acknowledged, last)
        acknowledgements += 1
      })
      while (acknowledgements < enough) await wait(1)
      await wait(randomInt(0, 30))
      await server.kill()
      await pushing
      const held = await inspect(folder, device)
      expect(held.lastN).toBeGreaterThanOrEqual(acknowledged)
      expect(held.logged).toEqual(written.slice(0, held.lastN).map(({ id }) => id))
      expect(held.differences).toEqual([])
      server = await startServer({ dataDir: folder, empty: true })
    }

    await pushRest(device, written)
    await server.stop()
    const held = await inspect(folder, device)
    expect(held.logged).toEqual(written.map(({ id }) => id))
    expect(held.differences).toEqual([])
    expect(acknowledgements).toBeGreaterThanOrEqual(KILLS)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 300_000)

async function setUp(post: Post, setupCode = '') {
  const home = { kind: 'ehpad', commune: 'Les Abymes', places: 84, units: ['Gaïac'] } as const
  const request: SetupRequest = {
    setupCode,
    dispositif: 'Quatre maisons',
    timeZone: 'America/Guadeloupe',
    startedOn: '2026-01-05',
    porteur: 'Camille',
    officer: 'Dominique',
    sites: [{ ...home, name: 'Les Acomats', units: [...home.units] }],
  }
  const { officerCode } = (await post('/v1/setup', '', request)).body as SetupResponse
  const code = { code: officerCode, label: 'Tablette' }
  const enrolled = (await post('/v1/enrol', '', code)).body as EnrolResponse
  return {
    device: createTestDevice(post, enrolled, { now: Date.now() }),
    site: enrolled.sites[0] as never,
  }
}

/** Writes and pushes without a pause; a cut ends it, and leaves the device not knowing. */
async function pushUntilCut(
  device: TestDevice,
  site: never,
  written: Op[],
  onAcknowledged: (last: number) => void,
): Promise<void> {
  let from = written.length - (written.length % OPS_BY_PUSH) - OPS_BY_PUSH
  for (;;) {
    from = Math.max(0, from)
    while (written.length < from + OPS_BY_PUSH) written.push(await device.write({ site }))
    try {
      const { status, body } = await device.sync({ ops: written.slice(from, from + OPS_BY_PUSH) })
      if (status === 409 && body.error && 'expected' in body.error) {
        from = Number(body.error.expected) - 1
        continue
      }
      expect(status).toBe(200)
      onAcknowledged(body.push.last)
      from += OPS_BY_PUSH
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return
      throw error
    }
  }
}

async function pushRest(device: TestDevice, written: readonly Op[]): Promise<void> {
  for (let from = 0; from < written.length; from += OPS_BY_PUSH) {
    const { status } = await device.sync({ ops: written.slice(from, from + OPS_BY_PUSH) })
    expect(status).toBe(200)
  }
}

async function inspect(folder: string, device: TestDevice) {
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
