// @vitest-environment node
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { recordId, type SiteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import type { EnrolResponse, SetupResponse } from '#protocol/access.ts'
import type { Op } from '#protocol/op.ts'
import { readPacked } from '#protocol/pack-record.ts'
import { openStore, type StorePlace } from '#sync-server/store/open-store.ts'
import type { Session } from '#sync-server/store/store.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { buildSetup } from '#tests/builders/build-setup.ts'
import { postTo } from '#tests/support/post-to.ts'
import { type RunningServer, removeBundle, startServer } from '#tests/support/server-process.ts'
import { createTestDevice, type TestDevice } from '#tests/support/test-server.ts'
import { makeStorePlace } from '#tests/support/test-store.ts'

let place: StorePlace
let servers: readonly RunningServer[]
let site: SiteId
let porteurToken: string

beforeEach(async () => {
  place = await makeStorePlace()
  const start = () =>
    startServer({ dataDir: place.dataFolder, databaseUrl: place.databaseUrl, empty: true })
  servers = await Promise.all([start(), start()])
  const setupCode = codeOn(servers[1])
  expect(setupCode).toBe(codeOn(servers[0]))
  const made = (await post('/v1/setup', '', { ...buildSetup(), setupCode })).body as SetupResponse
  const enrolled = await enrol(made.porteurCode)
  porteurToken = enrolled.token
  site = enrolled.sites[0] as SiteId
})

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await rm(place.dataFolder, { recursive: true, force: true })
})

afterAll(removeBundle)

test('a device whose requests alternate between two servers is one device', async () => {
  const device = await addOfficer()
  const ops: Op[] = []
  for (let round = 0; round < 6; round += 1) {
    ops.push(await device.write({ site }), await device.write({ site }))
    // The balancer gives the retry to the other server while the first still works.
    const answers = await Promise.all([1, 2, 3].map(() => device.sync({ ops })))
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      expect(body.push.last).toBe(ops.length)
      expect(body.push.outcomes).toEqual(answers[0]?.body.push.outcomes)
    }
  }
  await looking(async (session) => {
    const logged = await session.log.ofDevice(device.id, 1, 1_000)
    expect(logged.map(({ op }) => op)).toEqual(ops.map(({ id }) => id))
    expect(await differencesWithLog(session)).toEqual([])
  })
})

test('eight devices on the same three records through two servers: nothing lost, nothing missed', async () => {
  const devices = await Promise.all(Array.from({ length: 8 }, addOfficer))
  const reader = await addOfficer()
  const shared = ['one', 'two', 'three'].map((name) => recordId(`shared-${name}`))
  const written: Op[] = []
  let writing = true

  const reading = (async () => {
    const cursors: Record<string, number> = {}
    const seen = new Map<string, { seq: number; fields: readonly string[] }>()
    for (let last = false; ; ) {
      const { body } = await reader.sync({ cursors })
      for (const page of body.pages) {
        cursors[page.bucket] = page.upTo
        for (const { id, seq, f } of page.rows) seen.set(id, { seq, fields: Object.keys(f).sort() })
      }
      if (last && body.pages.length === 0) return seen
      last = !writing
    }
  })()
  await Promise.all(
    devices.map(async (device, index) => {
      for (let round = 0; round < 5; round += 1) {
        // In turning order, so that two devices want the same records the other way round.
        const ops = await Promise.all(
          [0, 1, 2].map((step) => {
            const rec = shared[(index + step) % 3] ?? recordId('none')
            return device.write({
              site,
              rec,
              kind: 'set',
              fields: { [`answers.D${index}`]: round },
            })
          }),
        )
        written.push(...ops)
        const { status, body } = await device.sync({ ops })
        expect(status).toBe(200)
        expect(body.push.outcomes.filter(({ outcome }) => outcome === 'quarantined')).toEqual([])
      }
    }),
  )
  writing = false
  const seen = await reading

  await looking(async (session) => {
    const entries = await session.log.after(0, 10_000)
    const logged = entries.map(({ op }) => op as string)
    expect(written.filter(({ id }) => logged.filter((op) => op === id).length !== 1)).toEqual([])
    expect(await differencesWithLog(session)).toEqual([])
    const rows = await session.records.changedAfter(bucketId(site, 'quality'), 0, 1_000)
    expect(rows.length).toBeGreaterThanOrEqual(3)
    for (const { seq, line } of rows) {
      expect(seen.get(recordId(readPacked(line)?.id ?? ''))?.seq).toBe(seq)
    }
    for (const id of shared) {
      expect(seen.get(id)?.fields).toEqual(devices.map((_, index) => `answers.D${index}`))
    }
  })
}, 120_000)

let turn = 0

/** Each request goes to the next server, as behind a balancer. */
function post(url: string, token: string, payload: Record<string, unknown>) {
  turn += 1
  return postTo(servers[turn % servers.length]?.url ?? '', url, token, payload)
}

async function enrol(code: string): Promise<EnrolResponse> {
  const { status, body } = await post('/v1/enrol', '', { code, label: 'Tablette' })
  expect(status).toBe(200)
  return body as EnrolResponse
}

async function addOfficer(): Promise<TestDevice> {
  const person = { name: 'Dominique', role: 'officer', sites: [site] }
  const invited = await post('/v1/invitations', porteurToken, { person })
  expect(invited.status).toBe(200)
  const { code } = invited.body as { code: string }
  return createTestDevice(post, await enrol(code), { now: Date.now() })
}

function codeOn(server: RunningServer | undefined): string {
  return /Code d’installation\s:\s(\S+)/.exec(server?.output() ?? '')?.[1] ?? ''
}

async function looking(look: (session: Session) => Promise<void>): Promise<void> {
  const store = await openStore(place)
  try {
    await store.read(look)
  } finally {
    await store.close()
  }
}
