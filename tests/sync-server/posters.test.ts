import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchPosters } from '#data/access.ts'
import { enrol } from '#data/enrol.ts'
import type { Env } from '#data/env.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'
import { testEnv } from '#tests/support/workspace.ts'

let server: TestServer
let env: Env

beforeEach(async () => {
  server = await createTestServer()
  const url = await server.app.listen({ host: '127.0.0.1', port: 0 })
  env = testEnv(
    { fetch: (path, init) => fetch(`${url}${path}`, init) },
    createFakeClock(server.clock.now),
  )
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  await server.close()
})

test('a director prints the posters of her home, as the server answers them', async () => {
  const profile = await enrol(await server.codeFor(PEOPLE.director), 'Poste du bureau', env)
  if (!profile.ok) throw new Error(profile.error.kind)
  const posters = await fetchPosters(profile.value, env)
  if (!posters.ok) throw new Error(posters.error.kind)
  expect(posters.value.map(({ site, unitName }) => [site, unitName])).toEqual([
    [HOME_1, 'Flamboyant'],
    [HOME_1, 'Gaïac'],
  ])
  const place = await server.app.inject({
    method: 'GET',
    url: '/v1/intake/place',
    headers: { authorization: `Bearer ${posters.value[1]?.token}` },
  })
  expect(place.json()).toMatchObject({ siteName: 'Les Acomats', unitName: 'Gaïac' })
})

test('a device that was revoked is told so when it asks for its posters', async () => {
  const profile = await enrol(await server.codeFor(PEOPLE.director), 'Poste du bureau', env)
  if (!profile.ok) throw new Error(profile.error.kind)
  const { device } = profile.value
  await server.store.write((session) => session.directory.revoke(device, server.clock.now))
  expect(await fetchPosters(profile.value, env)).toMatchObject({
    ok: false,
    error: { kind: 'revoked' },
  })
})
