// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DIGEST_HEADER, digestOf } from '#protocol/content-digest.ts'
import { LIMITS } from '#protocol/limits.ts'
import { depthOf } from '#sync-server/http/read-json.ts'
import {
  createTestServer,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'
import { readWire } from '#tests/support/wire.ts'

let server: TestServer
let officer: TestDevice

beforeEach(async () => {
  server = await createTestServer()
  officer = await server.enrol(PEOPLE.officer)
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  await server.close()
})

const post = (payload: string, type = 'application/json') =>
  server.app.inject({
    method: 'POST',
    url: '/v1/sync',
    headers: { authorization: `Bearer ${officer.token}`, 'content-type': type },
    payload,
  })

test('a body changed on the way is refused whole, and its number is not spent', async () => {
  const ops = [await officer.write({ fields: { note: 'douze' } })]
  const push = { from: 1, declared: 1, ops }
  const sent = JSON.stringify({ protocol: 1, epoch: null, push })
  const headers = {
    authorization: `Bearer ${officer.token}`,
    'content-type': 'application/json',
    [DIGEST_HEADER]: await digestOf(sent),
  }
  const send = (payload: string) =>
    server.app.inject({ method: 'POST', url: '/v1/sync', headers, payload })
  const changed = await send(sent.replace('douze', 'seize'))
  expect([changed.statusCode, changed.json()]).toEqual([400, { error: { kind: 'bad-json' } }])
  const whole = await send(sent)
  expect(await readWire(whole.rawPayload)).toMatchObject({
    push: { last: 1, outcomes: [{ outcome: 'applied' }] },
  })
  expect(changed.headers[DIGEST_HEADER]).toBe(await digestOf(changed.body))
})

test.each<[string, string, number, unknown]>([
  ['not JSON', '{"push":', 400, { kind: 'bad-json' }],
  ['nothing', '', 400, { kind: 'bad-json' }],
  ['a list', '[]', 400, { kind: 'bad-request', detail: 'body' }],
  [
    'a mebibyte of brackets',
    '['.repeat(LIMITS.bodyBytes - 1),
    400,
    { kind: 'too-deep', limit: LIMITS.depth },
  ],
  [
    'a body beyond the bound',
    JSON.stringify({ push: 'x'.repeat(LIMITS.bodyBytes) }),
    413,
    { kind: 'too-large', limit: LIMITS.bodyBytes },
  ],
  [
    'a key __proto__',
    '{"protocol":1,"push":{"__proto__":{"admin":true}}}',
    400,
    { kind: 'bad-request', detail: '__proto__' },
  ],
  [
    'a field nobody asked',
    '{"protocol":1,"epoch":null,"push":{"from":1,"declared":0,"ops":[]},"admin":true}',
    400,
    { kind: 'bad-request', detail: 'body' },
  ],
  [
    'too many operations',
    JSON.stringify({
      protocol: 1,
      epoch: null,
      push: { from: 1, declared: 0, ops: Array.from({ length: LIMITS.opsPerPush + 1 }, () => 1) },
    }),
    400,
    { kind: 'bad-request', detail: 'push.ops' },
  ],
  [
    'a protocol of the past',
    '{"protocol":0,"pull":{}}',
    426,
    { kind: 'protocol-too-old', oldest: 1 },
  ],
])('%s gets a clear error', async (_, payload, status, error) => {
  const response = await post(payload)
  expect([response.statusCode, response.json()]).toEqual([status, { error }])
})

test('text, forms and compressed bodies are refused', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/gzip']) {
    const response = await post('{}', type)
    expect([response.statusCode, response.json()]).toEqual([
      400,
      { error: { kind: 'bad-request', detail: 'content-type' } },
    ])
  }
})

test('an unknown device is told so', async () => {
  const response = await server.app.inject({
    method: 'POST',
    url: '/v1/sync',
    headers: { authorization: 'Bearer nobody' },
    payload: {},
  })
  expect([response.statusCode, response.json()]).toEqual([
    401,
    { error: { kind: 'unknown-device' } },
  ])
})

test('brackets inside texts do not count as depth', () => {
  expect(depthOf('{"a":"[[[[\\"[[","b":[1]}')).toBe(2)
})

test('an answer of the API is never kept, and every page carries the policy', async () => {
  const { headers } = await server.app.inject({ method: 'GET', url: '/v1/status' })
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['referrer-policy']).toBe('no-referrer')
})

test('a name that no database could keep is refused by its place and its reason', async () => {
  const payload = { code: await server.codeFor(PEOPLE.officer), label: 'Tab\u0000lette' }
  const refused = await server.app.inject({ method: 'POST', url: '/v1/enrol', payload })
  expect([refused.statusCode, refused.json()]).toEqual([
    400,
    { error: { kind: 'bad-request', detail: 'label holds the character U+0000' } },
  ])
  const kept = await server.app.inject({
    method: 'POST',
    url: '/v1/enrol',
    payload: { ...payload, label: 'Tablette' },
  })
  expect(kept.statusCode).toBe(200)
})

test('a caller who asks without end is told when to come back', async () => {
  const ask = () => server.app.inject({ method: 'POST', url: '/v1/receipts', payload: {} })
  const answers = []
  for (let count = 0; count < 31; count += 1) answers.push(await ask())
  const last = answers.at(-1)
  expect(last?.statusCode).toBe(429)
  expect(last?.json()).toMatchObject({ error: { kind: 'rate-limited' } })
})
