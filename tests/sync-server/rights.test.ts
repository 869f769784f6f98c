// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantsOf, ROLES, type Role } from '#domain/rights/rights.ts'
import { recordId } from '#domain/shared/ids.ts'
import { posterToken } from '#sync-server/access/poster-token.ts'
import type { Route } from '#sync-server/http/route.ts'
import { ALL_ROUTES } from '#sync-server/routes/all-routes.ts'
import {
  createTestServer,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

/**
 * Who may call what, written apart from the routes: the test fails on a route that is not here,
 * and on a rule that was loosened there.
 */
const ALL = ['nobody', 'poster', 'forged', 'revoked', ...ROLES] as const
type Identity = (typeof ALL)[number]
const ENROLLED: readonly Identity[] = ROLES
const EXPECTED: Readonly<Record<string, readonly Identity[]>> = {
  'GET /v1/health': ALL,
  'GET /v1/status': ALL,
  'POST /v1/setup': ALL,
  'POST /v1/enrol': ALL,
  'POST /v1/invitations': ['porteur'],
  'POST /v1/people/:person/sites': ['porteur'],
  'POST /v1/devices/:device/revoke': ['porteur'],
  'GET /v1/posters': ENROLLED,
  'POST /v1/fork': [...ENROLLED, 'revoked'],
  'POST /v1/sync': [...ENROLLED, 'revoked'],
  'POST /v1/listen': ENROLLED,
  'GET /v1/devices': ENROLLED,
  'GET /v1/quarantine': ['director', 'quality-lead', 'porteur'],
  'GET /v1/bundles/key': ENROLLED,
  'POST /v1/bundles': ENROLLED,
  'HEAD /v1/uploads/:sha256': [...ENROLLED, 'revoked'],
  'POST /v1/uploads/:sha256': [...ENROLLED, 'revoked'],
  'PATCH /v1/uploads/:sha256': [...ENROLLED, 'revoked'],
  'GET /v1/blobs/:sha256': ENROLLED,
  'GET /v1/intake/place': ['poster'],
  'POST /v1/intake': ['poster', ...ENROLLED],
  'POST /v1/receipts': ALL,
}

let server: TestServer
const bearers = new Map<Identity, string | undefined>()

beforeAll(async () => {
  server = await createTestServer()
  const key = await server.store.read((session) => session.meta.serverKey())
  const token = posterToken({ site: HOME_1, unit: 'flamboyant' }, key)
  bearers.set('nobody', undefined)
  bearers.set('poster', token)
  bearers.set('forged', `${token.slice(0, -3)}AAA`)
  for (const role of ROLES) bearers.set(role, (await server.enrol(PEOPLE[role])).token)
  const revoked = await server.enrol(PEOPLE.porteur)
  await server.store.write((session) => session.directory.revoke(revoked.id, server.clock.now))
  bearers.set('revoked', revoked.token)
})

afterAll(async () => {
  expect(server.faults).toEqual([])
  await server.close()
})

const nameOf = ({ method, url }: Route) => `${method} ${url}`

test('every route has its line in the table of rights', () => {
  expect(ALL_ROUTES.map(nameOf).sort()).toEqual(Object.keys(EXPECTED).sort())
})

test('no address is answered below /v1 beside the routes of the table', async () => {
  const tree = server.app.printRoutes({ commonPrefix: false })
  const mounted = ALL_ROUTES.map(({ url }) => url.split('/').at(-1) ?? '')
  for (const name of mounted) expect(tree).toContain(name)
  const { statusCode } = await server.app.inject({ method: 'GET', url: '/v1/secret' })
  expect(statusCode).toBe(404)
})

for (const route of ALL_ROUTES) {
  test.each(ALL.map((identity) => [identity]))(
    `${nameOf(route)} called by %s`,
    async (identity) => {
      const bearer = bearers.get(identity)
      const response = await server.app.inject({
        method: route.method,
        url: route.url.replace(':sha256', 'a'.repeat(64)),
        headers: { ...(bearer && { authorization: `Bearer ${bearer}` }) },
        ...(route.method === 'POST' && { payload: {} }),
      })
      const isTurnedAway = response.statusCode === 401 || isForbidden(response.body)
      expect(isTurnedAway).toBe(!EXPECTED[nameOf(route)]?.includes(identity))
      expect(response.body).not.toMatch(/at .*\.ts|node_modules/)
    },
  )
}

test.each(ROLES.map((role) => [role] as const))(
  'a %s receives the buckets of her rights and no other, whatever she asks',
  async (role: Role) => {
    const device: TestDevice = await server.enrol(PEOPLE[role])
    const officer = await server.enrol(PEOPLE.officer)
    await officer.sync({
      ops: [await officer.write(), await officer.write({ site: HOME_2 })],
    })
    const holder = {
      role,
      dispositif: device.enrolled.dispositif.id as never,
      device: device.id,
      sites:
        role === 'officer' || role === 'porteur'
          ? [
              { id: HOME_1, sharesEvents: true },
              { id: HOME_2, sharesEvents: false },
            ]
          : [{ id: HOME_1, sharesEvents: true }],
    }
    const everything = [HOME_1, HOME_2].flatMap((home) =>
      ['quality', 'events', 'identity', 'named-identity', 'figures'].map(
        (name) => `${home}/${name}`,
      ),
    )
    const cursors = Object.fromEntries(everything.map((bucket) => [bucket, 0]))
    const { body } = await device.sync({ cursors })
    expect(body.grants).toEqual(Object.fromEntries(grantsOf(holder)))
    for (const { bucket } of body.pages) expect(Object.keys(body.grants)).toContain(bucket)
  },
)

test('the officer stops reading the events of a home that no longer shares them', async () => {
  const officer = await server.enrol(PEOPLE.officer)
  const porteur = await server.enrol(PEOPLE.porteur)
  const before = (await officer.sync({ cursors: {} })).body
  expect(Object.keys(before.grants)).toContain(`${HOME_1}/events`)
  const site = before.pages.flatMap(({ rows }) => rows).find(({ id }) => id === recordId(HOME_1))
  const op = await porteur.write({ type: 'site', fields: { sharesEvents: false } })
  const { hash: _, ...rest } = op
  const { hashOp } = await import('#protocol/hash-op.ts')
  const seen = site?.f.sharesEvents?.op as never
  await porteur.sync({
    ops: [
      await hashOp({
        ...rest,
        rec: HOME_1 as never,
        kind: 'set',
        bucket: `${porteur.enrolled.dispositif.id}/config` as never,
        f: { sharesEvents: { v: false, base: seen } },
      }),
    ],
  })
  const after = (await officer.sync({ cursors: {} })).body
  expect(Object.keys(after.grants)).not.toContain(`${HOME_1}/events`)
})

function isForbidden(body: string): boolean {
  return body === '{"error":{"kind":"forbidden"}}'
}
