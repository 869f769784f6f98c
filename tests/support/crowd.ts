import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { Client } from 'undici'
import { day } from '#domain/shared/day.ts'
import { deviceId, dispositifId, personId, siteId } from '#domain/shared/ids.ts'
import type { EnrolResponse } from '#protocol/access.ts'
import type { Op } from '#protocol/op.ts'
import { hashBearer, makeBearer } from '#sync-server/access/bearer.ts'
import { createDispositif } from '#sync-server/setup/create-dispositif.ts'
import { openStore, type StorePlace } from '#sync-server/store/open-store.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { type RunningServer, startServer } from './server-process.ts'
import { createTestDevice, type TestDevice } from './test-server.ts'
import { readWire } from './wire.ts'

export interface Crowd {
  /** Devices, all of one dispositif, spread over its homes. */
  readonly devices: number
  readonly homes: number
  /** Each wave begins for all devices at once: a push of so many operations and the pull of its round. */
  readonly waves: number
  readonly opsByPush: number
  /** Processes on the same database; devices are spread over them, and keep to theirs. */
  readonly processes: number
}

export interface CrowdResult {
  /** From a request to the last byte of its answer, in ms, shortest first. */
  readonly latencies: readonly number[]
  /** The same without the first wave, which meets a server just started. */
  readonly warm: readonly number[]
  /** Answers that were not 200, and operations not applied. */
  readonly refused: number
  /** Operations pushed that the log does not hold exactly once (I1). */
  readonly lostOrDoubled: number
  /** Records that are not the replay of the log (I4). */
  readonly differences: number
  readonly operations: number
}

const DISPOSITIF = dispositifId('crowd')
const START = Date.parse('2026-11-24T13:00:00Z')

/** So many devices pushing at once on the servers of one place, then everything they wrote is counted. */
export async function runCrowd(place: StorePlace, crowd: Crowd): Promise<CrowdResult> {
  const enrolled = await prepare(place, crowd)
  const servers: RunningServer[] = []
  try {
    for (let made = 0; made < crowd.processes; made += 1) {
      const { dataFolder: dataDir, databaseUrl } = place
      servers.push(await startServer({ dataDir, databaseUrl, empty: true }))
    }
    const latencies: number[] = []
    const warm: number[] = []
    let wave = createWave(crowd.devices)
    const connections = await Promise.all(
      enrolled.map((_, index) => connect(servers[index % servers.length]?.url ?? '')),
    )
    const clock = { now: Date.now() }
    const devices = enrolled.map((one, index) => {
      const connection = connections[index]
      return createTestDevice(
        async (path, token, payload) => {
          const body = Buffer.from(JSON.stringify(payload))
          await wave.oneReady()
          const begun = performance.now()
          const answer = await connection?.post(path, token, body).finally(wave.oneAnswered)
          const took = performance.now() - begun
          latencies.push(took)
          if (wave.isWarm) warm.push(took)
          // Two hundred tablets read with two hundred processors: here one reads them, once all are answered.
          await wave.answered
          return { status: answer?.status ?? 0, body: answer && (await readWire(answer.read())) }
        },
        one,
        clock,
      )
    })
    const written = new Map<TestDevice, Op[]>(devices.map((device) => [device, []]))
    let refused = 0
    for (let done = 0; done < crowd.waves; done += 1) {
      wave = createWave(crowd.devices, done > 0)
      const pushes = await Promise.all(
        devices.map(async (device, index) => {
          const site = siteOf(index % crowd.homes)
          const ops: Op[] = []
          while (ops.length < crowd.opsByPush) ops.push(await device.write({ site }))
          written.get(device)?.push(...ops)
          return { device, ops }
        }),
      )
      await Promise.all(
        pushes.map(async ({ device, ops }) => {
          const { status, body } = await device.sync({ ops })
          const outcomes = status === 200 ? body.push.outcomes : []
          if (outcomes.filter(({ outcome }) => outcome === 'applied').length !== ops.length)
            refused += 1
        }),
      )
      await wait(50)
    }
    await Promise.all(connections.map((connection) => connection.close()))
    await Promise.all(servers.splice(0).map((server) => server.stop()))
    return {
      latencies: latencies.toSorted((a, b) => a - b),
      warm: warm.toSorted((a, b) => a - b),
      refused,
      ...(await count(place, written)),
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

/**
 * The connection of one device, opened and used once beforehand: a tablet keeps its own. Asks for what a
 * browser asks for over TLS, and reads the bytes as they came when told to.
 */
async function connect(origin: string) {
  const client = new Client(origin)
  const { body: health } = await client.request({ method: 'GET', path: '/v1/health' })
  await health.dump()
  return {
    async post(path: string, token: string, body: Uint8Array) {
      const {
        statusCode,
        headers,
        body: answer,
      } = await client.request({
        method: 'POST',
        path,
        headers: {
          'content-type': 'application/json',
          'accept-encoding': 'gzip, deflate, br',
          authorization: `Bearer ${token}`,
        },
        body,
      })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const isSmaller = headers['content-encoding'] === 'br'
      return { status: statusCode, read: () => (isSmaller ? brotliDecompressSync(bytes) : bytes) }
    },
    close: () => client.destroy(),
  }
}

/** One beginning of all devices at once, each with its request ready; `answered` when each has its answer, or none. */
function createWave(devices: number, isWarm = false) {
  const ready = createCount(devices)
  const answered = createCount(devices)
  return {
    isWarm,
    answered: answered.isReached,
    oneAnswered: answered.add,
    async oneReady() {
      ready.add()
      await ready.isReached
    },
  }
}

function createCount(to: number) {
  let left = to
  let tell = () => {}
  const isReached = new Promise<void>((resolve) => (tell = resolve))
  const add = () => {
    left -= 1
    if (left === 0) tell()
  }
  return { isReached, add }
}

/** The value below which a share of the sorted ones lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

function siteOf(home: number) {
  return siteId(`home-${home}`)
}

/** Enrolled by hand: through the route, two hundred at one address would be an attack. */
async function prepare(place: StorePlace, { devices, homes }: Crowd): Promise<EnrolResponse[]> {
  const store = await openStore(place)
  const sites = Array.from({ length: homes }, (_, index) => siteOf(index))
  const officer = personId('officer')
  const units = [{ id: 'gaiac', name: 'Gaïac' }]
  try {
    await createDispositif(store, {
      id: DISPOSITIF,
      name: 'La foule',
      timeZone: 'America/Guadeloupe',
      startedOn: day('2025-11-24'),
      sites: sites.map((id) => ({
        id,
        name: id,
        kind: 'ehpad',
        commune: 'Les Abymes',
        places: 80,
        units,
      })),
      people: [{ id: officer, name: 'Dominique', role: 'officer', sites }],
      at: START,
    })
    return await store.write(async ({ directory, meta }) => {
      const epoch = await meta.epoch()
      const enrolled: EnrolResponse[] = []
      for (let index = 0; index < devices; index += 1) {
        const device = deviceId(`crowd-${index}`)
        const token = makeBearer()
        const createdAt = START
        await directory.addDevice({
          id: device,
          dispositif: DISPOSITIF,
          person: officer,
          label: `Tablette ${index}`,
          createdAt,
        })
        const expiresAt = Date.now() + 86_400_000
        const hash = hashBearer(token)
        await directory.addCredential({ hash, device, kind: 'session', expiresAt })
        enrolled.push({
          device,
          token,
          person: { id: officer, name: 'Dominique', role: 'officer' },
          dispositif: { id: DISPOSITIF, name: 'La foule', timeZone: 'America/Guadeloupe' },
          sites,
          posters: [],
          epoch,
        })
      }
      return enrolled
    })
  } finally {
    await store.close()
  }
}

async function count(place: StorePlace, written: ReadonlyMap<TestDevice, readonly Op[]>) {
  const store = await openStore(place)
  try {
    return await store.read(async (session) => {
      let lostOrDoubled = 0
      let operations = 0
      for (const [device, ops] of written) {
        const logged = await session.log.ofDevice(device.id, 1, Number.MAX_SAFE_INTEGER)
        const times = new Map<string, number>()
        for (const { op } of logged) times.set(op, (times.get(op) ?? 0) + 1)
        lostOrDoubled += ops.filter(({ id }) => times.get(id) !== 1).length
        lostOrDoubled += Math.max(0, logged.length - ops.length)
        operations += ops.length
      }
      return { lostOrDoubled, operations, differences: (await differencesWithLog(session)).length }
    })
  } finally {
    await store.close()
  }
}
