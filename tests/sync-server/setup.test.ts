// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SetupRequest, SetupResponse } from '#protocol/access.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { createTestServer, type TestServer } from '#tests/support/test-server.ts'

let server: TestServer

beforeEach(async () => {
  server = await createTestServer({ empty: true })
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

function buildSetup(overrides: Partial<SetupRequest> = {}): SetupRequest {
  return {
    setupCode: server.setupCode,
    dispositif: 'Quatre maisons',
    timeZone: 'America/Guadeloupe',
    startedOn: '2026-01-05',
    porteur: 'Camille',
    officer: 'Dominique',
    sites: [
      { name: 'Les Acomats', kind: 'ehpad', commune: 'Les Abymes', places: 84, units: ['Gaïac'] },
    ],
    ...overrides,
  }
}

const setUp = (payload: SetupRequest) =>
  server.app.inject({ method: 'POST', url: '/v1/setup', payload })
const needsSetup = async () =>
  (await server.app.inject({ method: 'GET', url: '/v1/status' })).json() as { needsSetup: boolean }

test('the assistant sets an empty server up once, and gives two codes that enrol', async () => {
  expect(await needsSetup()).toMatchObject({ needsSetup: true })
  const response = await setUp(buildSetup())
  expect(response.statusCode).toBe(200)
  expect(await needsSetup()).toMatchObject({ needsSetup: false })
  const { porteurCode, officerCode } = response.json() as SetupResponse
  for (const [code, role] of [
    [porteurCode, 'porteur'],
    [officerCode, 'officer'],
  ]) {
    const enrolled = await server.app.inject({
      method: 'POST',
      url: '/v1/enrol',
      payload: { code, label: 'Tablette' },
    })
    expect(enrolled.json()).toMatchObject({ person: { role }, posters: [{ unitName: 'Gaïac' }] })
  }
  const again = await setUp(buildSetup())
  expect([again.statusCode, again.json()]).toEqual([409, { error: { kind: 'already-set-up' } }])
})

test('whoever does not read the server’s terminal sets nothing up', async () => {
  const response = await setUp(buildSetup({ setupCode: 'AAAAAAAAAA' }))
  expect([response.statusCode, response.json()]).toEqual([403, { error: { kind: 'code-refused' } }])
  expect(await needsSetup()).toMatchObject({ needsSetup: true })
})

test('of two assistants at once, one sets the server up', async () => {
  const answers = await Promise.all([setUp(buildSetup()), setUp(buildSetup())])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

test.each([
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ startedOn: '2026-02-30' }, 'startedOn'],
  [{ sites: [] }, 'sites'],
])('%o is named as the fault', async (overrides, detail) => {
  const response = await setUp(buildSetup(overrides))
  expect(response.json()).toEqual({ error: { kind: 'bad-request', detail } })
})
