import { randomUUID } from 'node:crypto'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { RecordType } from '#domain/record-types.ts'
import { RECORD_CLASSES } from '#domain/record-types.ts'
import { ROLES, type Role } from '#domain/rights/rights.ts'
import { day } from '#domain/shared/day.ts'
import {
  type DeviceId,
  deviceId,
  dispositifId,
  type PersonId,
  personId,
  type RecordId,
  recordId,
  type SiteId,
  siteId,
} from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import type { EnrolResponse } from '#protocol/access.ts'
import { writeCursors } from '#protocol/cursor-text.ts'
import { hashOp } from '#protocol/hash-op.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { type Op, type OpId, type OpKind, opId, SCHEMA_VERSION } from '#protocol/op.ts'
import { PROTOCOL } from '#protocol/sync.ts'
import { invite, LONG_INVITATION_MS } from '#sync-server/access/invite.ts'
import { createApp } from '#sync-server/http/create-app.ts'
import { createDispositif } from '#sync-server/setup/create-dispositif.ts'
import type { ReadFreeBytes } from '#sync-server/store/free-space.ts'
import { openStore, type StorePlace, sqliteFile } from '#sync-server/store/open-store.ts'
import type { Store } from '#sync-server/store/store.ts'
import { makeStorePlace } from './test-store.ts'
import { readWire, type WholeAnswer } from './wire.ts'

export const HOME_1 = siteId('11111111-1111-4111-8111-111111111111')
export const HOME_2 = siteId('22222222-2222-4222-8222-222222222222')
export const DISPOSITIF = dispositifId('dddddddd-dddd-4ddd-8ddd-dddddddddddd')
const START = Date.parse('2026-11-24T13:00:00Z')

export interface TestServer {
  readonly app: FastifyInstance
  readonly store: Store
  readonly folder: string
  /** Where its data lie: that folder, or a database of the same run. */
  readonly place: StorePlace
  /** The server's clock, to be moved by hand. */
  readonly clock: { now: number }
  readonly setupCode: string
  /** What carries a device's requests here: a device of another server may be pointed at this one. */
  readonly post: Post
  /** Faults the server reported; a test that expects none says so. */
  readonly faults: readonly unknown[]
  codeFor(person: PersonId): Promise<string>
  enrol(person: PersonId): Promise<TestDevice>
  /** Ends the process's part and leaves the folder, for a server to come. */
  stop(): Promise<void>
  /** Stops the server, works on its folder, and starts it again on the same clients. */
  whileStopped(work: () => Promise<void>): Promise<void>
  /** Copies the data file as it is now; the server restarts for it. Gives the name of the copy. */
  backUp(): Promise<string>
  /** Puts a copy back. `forgotten`: the operator copied the file and did not renew the epoch. */
  putBack(backup: string, epoch: 'renewed' | 'forgotten'): Promise<void>
  close(): Promise<void>
}

/** People of the test dispositif: one of each role at home 1, and `other` who directs home 2. */
export const PEOPLE: Record<Role | 'other', PersonId> = {
  ...(Object.fromEntries(ROLES.map((role) => [role, personId(`person-${role}`)])) as Record<
    Role,
    PersonId
  >),
  other: personId('person-other'),
}

export interface WriteSpec {
  readonly rec?: RecordId
  readonly type?: RecordType
  readonly site?: SiteId
  readonly kind?: OpKind
  readonly fields?: Fields
  /** Operation seen by the author, for every field. */
  readonly base?: OpId | null
  readonly closes?: readonly OpId[]
  readonly at?: number
}

/** An enrolled device that numbers what it writes; it keeps nothing else. */
export interface TestDevice {
  readonly id: DeviceId
  readonly token: string
  readonly enrolled: EnrolResponse
  /** Numbers given so far. */
  readonly declared: () => number
  write(spec?: WriteSpec): Promise<Op>
  sync(body: SyncBody): Promise<{ status: number; body: Answered }>
}

/** With the rights of the moment, though the wire says them only when they change. */
type Answered = WholeAnswer & {
  readonly grants: NonNullable<WholeAnswer['grants']>
  readonly error?: { readonly kind: string }
}

interface SyncBody {
  readonly ops?: readonly unknown[]
  readonly from?: number
  readonly declared?: number
  readonly lost?: readonly number[]
  readonly cursors?: Readonly<Record<string, number>>
  readonly limit?: number
}

/**
 * A server in this process, on a fresh data folder; `empty` leaves it without a dispositif. With the
 * `folder` of one that was stopped, it takes up where that one stood.
 */
export async function createTestServer(
  options: {
    empty?: boolean
    requestTimeoutMs?: number
    folder?: string
    /** As `folder`, where the data may lie in a database beside it. */
    place?: StorePlace
    freeBytes?: ReadFreeBytes
  } = {},
): Promise<TestServer> {
  const known = options.folder ? { dataFolder: options.folder } : options.place
  const place = known ?? (await makeStorePlace())
  const folder = place.dataFolder
  const file = sqliteFile(folder)
  let store = await openStore(place)
  const clock = { now: START }
  const faults: unknown[] = []
  const setupCode = 'ABCDEFGHJK'
  if (!options.empty && !known) await foundTestDispositif(store, clock.now)
  const appOn = (opened: Store) =>
    createApp({
      store: opened,
      blobFolder: join(folder, 'photos'),
      appFolder: join(folder, 'no-app'),
      version: '0.0.0-test',
      now: () => clock.now,
      setupCode: () => setupCode,
      report: ({ error }) => faults.push(error),
      ...(options.freeBytes && { freeBytes: options.freeBytes }),
      ...(options.requestTimeoutMs && { requestTimeoutMs: options.requestTimeoutMs }),
    })
  let app = await appOn(store)
  const stop = async () => {
    await app.close()
    await store.close()
  }
  let backups = 0
  const whileStopped = async (unit: () => Promise<void>) => {
    await stop()
    await unit()
    store = await openStore(place)
    app = await appOn(store)
  }
  const codeFor = async (person: PersonId) => {
    const lasts = { now: clock.now, lastsMs: LONG_INVITATION_MS }
    return (await store.write((session) => invite(session, person, lasts))).code
  }
  return {
    get app() {
      return app
    },
    get store() {
      return store
    },
    folder,
    place,
    clock,
    setupCode,
    post: injectInto(() => app),
    faults,
    codeFor,
    async enrol(person) {
      const response = await app.inject({
        method: 'POST',
        url: '/v1/enrol',
        payload: { code: await codeFor(person), label: 'Tablette' },
      })
      if (response.statusCode !== 200) throw new Error(`Not enrolled: ${response.body}`)
      return createTestDevice(
        injectInto(() => app),
        response.json() as EnrolResponse,
        clock,
      )
    },
    stop,
    whileStopped,
    async backUp() {
      backups += 1
      const copy = join(folder, `backup-${backups}`)
      await whileStopped(() => copyFile(file, copy))
      return copy
    },
    putBack: (backup, epoch) =>
      whileStopped(async () => {
        await copyFile(backup, file)
        if (epoch === 'renewed') await renewEpoch(file)
      }),
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function renewEpoch(file: string): Promise<void> {
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const database = new DatabaseSync(file)
  database.prepare("update meta set value = ? where key = 'epoch'").run(randomUUID())
  database.close()
}

async function foundTestDispositif(store: Store, at: number): Promise<void> {
  const units = [
    { id: 'flamboyant', name: 'Flamboyant' },
    { id: 'gaiac', name: 'Gaïac' },
  ]
  const home = { kind: 'ehpad', commune: 'Les Abymes', places: 84, units } as const
  await createDispositif(store, {
    id: DISPOSITIF,
    name: 'Quatre maisons',
    timeZone: 'America/Guadeloupe',
    startedOn: day('2025-11-24'),
    sites: [
      { ...home, id: HOME_1, name: 'Les Acomats', sharesEvents: true },
      { ...home, id: HOME_2, name: 'Morne-Doré' },
    ],
    people: [
      ...ROLES.map((role) => ({
        id: PEOPLE[role],
        name: `Camille ${role}`,
        role,
        sites: role === 'officer' ? [HOME_1, HOME_2] : role === 'porteur' ? [] : [HOME_1],
      })),
      { id: PEOPLE.other, name: 'Dominique', role: 'director' as const, sites: [HOME_2] },
    ],
    at,
  })
}

/** Posts JSON to a server, in this process or over the network. */
export type Post = (
  url: string,
  token: string,
  payload: Record<string, unknown>,
) => Promise<{ status: number; body: unknown }>

export function injectInto(app: () => FastifyInstance): Post {
  return async (url, token, payload) => {
    const headers = { authorization: `Bearer ${token}` }
    const response = await app().inject({ method: 'POST', url, headers, payload })
    return { status: response.statusCode, body: await readWire(response.rawPayload) }
  }
}

export function createTestDevice(
  post: Post,
  enrolled: EnrolResponse,
  clock: { now: number },
): TestDevice {
  const device = deviceId(enrolled.device)
  let n = 0
  let known: Pick<Answered, 'tag' | 'grants'> = { tag: '', grants: {} }
  return {
    id: device,
    token: enrolled.token,
    enrolled,
    declared: () => n,
    async write(spec = {}) {
      n += 1
      const type = spec.type ?? 'audit'
      const fields = spec.fields ?? { 'answers.C1': 'yes' }
      const at = spec.at ?? clock.now
      return hashOp({
        id: opId(device, n),
        rec: spec.rec ?? recordId(randomUUID()),
        type,
        bucket: bucketId(spec.site ?? HOME_1, RECORD_CLASSES[type]),
        kind: spec.kind ?? 'create',
        f: Object.fromEntries(
          Object.entries(fields).map(([name, v]) => [name, { v, base: spec.base ?? null }]),
        ),
        ...(spec.closes && { closes: spec.closes }),
        sv: SCHEMA_VERSION,
        actor: personId(enrolled.person.id),
        h: hlcAt(at),
        wall: at,
        tz: -240,
      })
    },
    async sync({ ops = [], from, declared, lost, cursors, limit }) {
      const ask = async () => {
        const places = Object.keys(known.grants).sort()
        const at = places.map((bucket) => cursors?.[bucket] ?? 0)
        // It keeps nothing: what changed would have nothing to be laid over.
        const pull = {
          grants: known.tag,
          cursors: writeCursors(at),
          limit: limit ?? 500,
          whole: true,
        }
        const { status, body } = await post('/v1/sync', enrolled.token, {
          protocol: PROTOCOL,
          epoch: null,
          push: {
            from: from ?? numberOf(ops[0]) ?? n + 1,
            declared: declared ?? n,
            ops,
            ...(lost && { lost }),
          },
          ...(cursors && { pull }),
        })
        const answer = body as WholeAnswer & Pick<Answered, 'error'>
        const isAgain = answer.grants !== undefined && at.length > 0
        if (answer.grants) known = { tag: answer.tag, grants: answer.grants }
        return { status, isAgain, body: { ...answer, grants: known.grants } }
      }
      const asked = await ask()
      // The places of the cursors were those of other rights.
      return asked.isAgain && cursors ? ask() : asked
    },
  }
}

function numberOf(op: unknown): number | undefined {
  if (op === null || typeof op !== 'object' || !('id' in op)) return undefined
  return Number(String(op.id).split(':').at(-1)) || undefined
}
