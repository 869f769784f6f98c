// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCode, normaliseCode } from '#sync-server/access/codes.ts'
import { posterToken, readPosterToken } from '#sync-server/access/poster-token.ts'
import { storedText } from '#tests/support/stored-text.ts'
import {
  createTestServer,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestServer,
} from '#tests/support/test-server.ts'

let server: TestServer

beforeEach(async () => {
  server = await createTestServer()
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  await server.close()
})

const enrol = (code: string) =>
  server.app.inject({ method: 'POST', url: '/v1/enrol', payload: { code, label: 'Tablette' } })

test('of fifty devices that use a code at once, one is enrolled', async () => {
  const code = await server.codeFor(PEOPLE.officer)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      server.app.inject({
        method: 'POST',
        url: '/v1/enrol',
        payload: { code, label: 'Tablette' },
        remoteAddress: `10.0.0.${index + 1}`,
      }),
    ),
  )
  const statuses = answers.map(({ statusCode }) => statusCode)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 403)).toHaveLength(49)
})

test('a code may be typed with spaces, small letters and look-alikes', async () => {
  const code = await server.codeFor(PEOPLE.officer)
  const typed = `${code.slice(0, 5)} ${code.slice(5)}`.toLowerCase().replaceAll('0', 'o')
  expect((await enrol(typed)).statusCode).toBe(200)
})

test('an expired code and a wrong one get the same answer', async () => {
  const code = await server.codeFor(PEOPLE.officer)
  server.clock.now += 24 * 3_600_000 + 1
  const [expired, wrong] = [await enrol(code), await enrol(makeCode())]
  expect(expired.statusCode).toBe(403)
  expect(expired.body).toBe(wrong.body)
})

test('after five wrong codes even the right one waits a quarter of an hour', async () => {
  const code = await server.codeFor(PEOPLE.officer)
  for (let attempt = 0; attempt < 5; attempt += 1) await enrol(makeCode())
  const refused = await enrol(code)
  expect(refused.statusCode).toBe(429)
  expect(refused.json()).toEqual({ error: { kind: 'rate-limited', retryAfterS: 900 } })
  server.clock.now += 15 * 60_000
  expect((await enrol(code)).statusCode).toBe(200)
})

test('neither a bearer, a code nor a poster is written in the data', async () => {
  const code = await server.codeFor(PEOPLE.declarant)
  const device = await server.enrol(PEOPLE.declarant)
  const [poster] = device.enrolled.posters
  const bytes = await storedText(server.place)
  expect(bytes).toContain(device.id)
  for (const secret of [code, device.token, poster?.token ?? 'no poster']) {
    expect(bytes).not.toContain(secret)
  }
})

test('a code has ten letters that are read without doubt', () => {
  for (let count = 0; count < 200; count += 1) {
    expect(makeCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
  }
  expect(normaliseCode('il-o 9')).toBe('1109')
})

test('a poster opens its own unit, and none that was written over it', () => {
  const token = posterToken({ site: HOME_1, unit: 'gaiac' }, 'key')
  expect(readPosterToken(token, 'key')).toEqual({ site: HOME_1, unit: 'gaiac' })
  expect(readPosterToken(token, 'other key')).toBeUndefined()
  expect(readPosterToken(token.replace(HOME_1, HOME_2), 'key')).toBeUndefined()
  expect(readPosterToken(token.replace('gaiac', 'flamboyant'), 'key')).toBeUndefined()
})

test('the porteur invites someone new, who enrols and is seen in the directory', async () => {
  const porteur = await server.enrol(PEOPLE.porteur)
  const response = await server.app.inject({
    method: 'POST',
    url: '/v1/invitations',
    headers: { authorization: `Bearer ${porteur.token}` },
    payload: { person: { name: 'Dominique', role: 'director', sites: [HOME_2] } },
  })
  expect(response.statusCode).toBe(200)
  const { code, person } = response.json() as { code: string; person: string }
  expect((await enrol(code)).json()).toMatchObject({
    person: { id: person, role: 'director' },
    sites: [HOME_2],
  })
  const { body } = await porteur.sync({ cursors: {} })
  expect(body.pages.flatMap(({ rows }) => rows).map(({ id }) => id)).toContain(person)
})

test('nobody is invited to a home of another dispositif', async () => {
  const porteur = await server.enrol(PEOPLE.porteur)
  const response = await server.app.inject({
    method: 'POST',
    url: '/v1/invitations',
    headers: { authorization: `Bearer ${porteur.token}` },
    payload: { person: { name: 'X', role: 'director', sites: ['elsewhere'] } },
  })
  expect(response.statusCode).toBe(400)
})
