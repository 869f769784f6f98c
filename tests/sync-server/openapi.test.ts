import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seal } from '#declare/seal.ts'
import type { IntakePlace } from '#protocol/intake.ts'
import { PROTOCOL } from '#protocol/sync.ts'
import { posterToken } from '#sync-server/access/poster-token.ts'
import { ALL_ROUTES } from '#sync-server/routes/all-routes.ts'
import { AUDIT, PHOTO, PHOTO_NAME, putPhoto } from '#tests/support/operator-world.ts'
import { joinTablet, oneFile } from '#tests/support/rendezvous-world.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'
import { readWire, type WholeAnswer } from '#tests/support/wire.ts'

interface Described {
  readonly operationId: string
  readonly security: readonly object[]
  readonly requestBody?: { content: Record<string, object> }
  readonly responses: Readonly<Record<string, { content?: Record<string, object> }>>
}

interface Document {
  readonly paths: Record<string, Record<string, Described>>
  readonly components: { readonly schemas: Record<string, object> }
}

interface Answer {
  readonly method: string
  readonly url: string
  readonly status: number
  readonly type: string
  readonly body: string
}

const RECEIPT = '1234567890123456'
let server: TestServer
let document: Document
let answers: readonly Answer[]
let ajv: Ajv2020

beforeAll(async () => {
  server = await createTestServer()
  document = (await server.app.inject({ method: 'GET', url: '/openapi.json' })).json()
  ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(document, 'openapi')
  const empty = await createTestServer({ empty: true })
  answers = [...(await listen(server, callEverything)), ...(await listen(empty, setUp))]
  await empty.close()
})

afterAll(async () => {
  expect(server.faults).toEqual([])
  await server.close()
})

/** Everything a server answered while `work` talked to it. */
async function listen(heard: TestServer, work: (server: TestServer) => Promise<void>) {
  const spy = vi.spyOn(heard.app, 'inject')
  await work(heard)
  const answers: Answer[] = []
  const calls: readonly (readonly unknown[])[] = spy.mock.calls
  for (const [index, [asked]] of calls.entries()) {
    const told = await spy.mock.results[index]?.value
    if (!isRequest(asked) || !told) throw new Error('Nothing was asked')
    answers.push({
      method: asked.method.toLowerCase(),
      url: asked.url,
      status: told.statusCode,
      type: String(told.headers['content-type']),
      body: told.body,
    })
  }
  spy.mockRestore()
  return answers
}

function isRequest(asked: unknown): asked is { method: string; url: string } {
  return typeof asked === 'object' && asked !== null && 'method' in asked && 'url' in asked
}

async function setUp({ app, setupCode }: TestServer): Promise<void> {
  const home = { name: 'Les Acomats', kind: 'ehpad', commune: 'Les Abymes', places: 84 }
  await app.inject({
    method: 'POST',
    url: '/v1/setup',
    payload: {
      setupCode,
      dispositif: 'Quatre maisons',
      timeZone: 'America/Guadeloupe',
      startedOn: '2026-01-05',
      porteur: 'Camille',
      officer: 'Dominique',
      sites: [{ ...home, units: ['Gaïac'] }],
    },
  })
}

async function callEverything(heard: TestServer): Promise<void> {
  const { app, store } = heard
  const ask = (
    method: 'GET' | 'POST',
    url: string,
    token?: string,
    payload?: object,
    type?: string,
  ) =>
    app.inject({
      method,
      url,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(type && { 'content-type': type }),
      },
      ...(payload && { payload }),
    })
  const officer = await heard.enrol(PEOPLE.officer)
  const porteur = await heard.enrol(PEOPLE.porteur)
  for (const url of ['/v1/health', '/v1/status', '/v1/posters', '/v1/devices'])
    await ask('GET', url, officer.token)
  await ask('GET', '/v1/quarantine', porteur.token)
  await ask('POST', '/v1/invitations', porteur.token, { person: { id: PEOPLE.officer } })
  await ask('POST', '/v1/invitations', officer.token, { person: { id: PEOPLE.officer } })
  await ask('POST', `/v1/people/${PEOPLE.director}/sites`, porteur.token, { sites: [HOME_1] })
  await ask('POST', '/v1/people/nobody/sites', porteur.token, { sites: [] })
  const lost = await heard.enrol(PEOPLE.director)
  await ask('POST', `/v1/devices/${lost.id}/revoke`, porteur.token)
  await ask('POST', '/v1/enrol', undefined, { code: 'WRONGCODE0', label: 'Tablette' })

  const photo = { sha256: PHOTO_NAME, size: PHOTO.length, mime: 'image/jpeg' }
  const ops = [
    await officer.write({ rec: AUDIT, fields: { 'photos.P1': photo } }),
    await officer.write({ rec: AUDIT, kind: 'set', fields: { 'photos.P1': null } }),
    { not: 'an operation' },
  ]
  await officer.sync({ ops, from: 1, declared: 3, cursors: {} })
  await officer.sync({ ops: [], from: 9, declared: 3 })
  // Cursors of other rights: the one standing answer that ends by itself.
  const pull = { grants: 'of-yesterday', cursors: '' }
  await ask('POST', '/v1/listen', officer.token, { protocol: PROTOCOL, pull })
  await ask('POST', '/v1/fork', officer.token, { from: 2 })
  await putPhoto(heard, officer)
  await ask('GET', `/v1/blobs/${PHOTO_NAME}`, officer.token)
  await ask('GET', '/v1/blobs/none', officer.token)

  const serverKey = await store.read((session) => session.meta.serverKey())
  const poster = posterToken({ site: HOME_1, unit: 'flamboyant' }, serverKey)
  const place = (await ask('GET', '/v1/intake/place', poster)).json() as IntakePlace
  const declaration = {
    form: 'declare-event',
    formVersion: 1,
    answers: { family: 'fall', gravity: 'discomfort', facts: 'Sol glissant.' },
    identity: 'anonymous',
    occurredOn: '2026-11-23',
    receipt: RECEIPT,
  } as const
  const sealed = await seal(declaration, place.key, crypto.randomUUID())
  await ask('POST', '/v1/intake', poster, sealed)
  for (const receipt of [RECEIPT, '0000000000000000']) {
    const asked = await seal({ receipt }, place.key, crypto.randomUUID())
    await ask('POST', '/v1/receipts', poster, asked)
  }
  const added = { receipt: RECEIPT, words: 'Le sol a séché.' }
  await ask('POST', '/v1/intake', poster, await seal(added, place.key, crypto.randomUUID()))
  await handOver(heard)
}

/** A tablet without network gives its work to another, which brings it. */
async function handOver(heard: TestServer): Promise<void> {
  const far = await joinTablet(heard, PEOPLE.officer)
  const carrier = await joinTablet(heard, PEOPLE['quality-lead'])
  far.isOnline = false
  await far.workspace.writer.create('audit', HOME_1, { form: 'audit-medication' })
  await carrier.handover.importFile(await oneFile(far))
  await carrier.workspace.sync.now()
  await vi.waitFor(() => expect(carrier.handover.carried()).toMatchObject([{ state: 'receipt' }]))
  far.close()
  carrier.close()
}

const asInDocument = (url: string) => url.replace(/:(\w+)/g, '{$1}')

/** The shape of the document at a place, as a check of one value. */
function checkOf(...path: readonly string[]): ValidateFunction {
  const pointer = path.map((part) => encodeURIComponent(part.replaceAll('/', '~1'))).join('/')
  return ajv.compile({ $ref: `openapi#/${pointer}` })
}

/** The operation an answer came from: the address with its parameters filled in. */
function described(answer: Answer): { path: string; operation: Described } {
  const path = Object.keys(document.paths).find((known) =>
    new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(answer.url),
  )
  const operation = path && document.paths[path]?.[answer.method]
  if (!path || !operation) throw new Error(`${answer.method} ${answer.url} is not in the document`)
  return { path, operation }
}

test('the document is OpenAPI 3.1 by its own schema', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('every route of the table is in it with its caller, and nothing else is', () => {
  const told = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { security }]) => `${method} ${path} ${security.length}`,
    ),
  )
  const callers = { anyone: 0, device: 1, poster: 1, depositor: 2 }
  const table = ALL_ROUTES.map(
    ({ method, url, who }) => `${method.toLowerCase()} ${asInDocument(url)} ${callers[who]}`,
  )
  expect(told.sort()).toEqual(table.sort())
})

test('each operation has a name of its own', () => {
  const ids = Object.values(document.paths).flatMap((operations) =>
    Object.values(operations).map(({ operationId }) => operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test('every reference in the document leads somewhere', () => {
  for (const [, target = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = target
      .split('/')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document)
    expect(found, target).toBeDefined()
  }
})

test('what the server really answers is what the document says, on every route', () => {
  const proven = new Set<string>()
  for (const answer of answers) {
    const { path, operation } = described(answer)
    const kind = operation.responses[answer.status] ? `${answer.status}` : 'default'
    if (kind !== 'default') proven.add(operation.operationId)
    if (!operation.responses[kind]?.content?.['application/json']) {
      expect(answer.type).not.toMatch(/json/)
      continue
    }
    const place = ['paths', path, answer.method, 'responses', kind, 'content', 'application/json']
    const check = checkOf(...place, 'schema')
    check(JSON.parse(answer.body))
    expect(check.errors, `${answer.method} ${answer.url}: ${answer.body}`).toBeNull()
  }
  const all = Object.values(document.paths).flatMap((operations) =>
    Object.values(operations).map(({ operationId }) => operationId),
  )
  expect([...proven].sort()).toEqual(all.sort())
  expect(answers.some(({ status }) => status === 403)).toBe(true)
})

test('the document tells a right answer from another shape', async () => {
  const check = checkOf('components', 'schemas', 'PostSyncAnswer')
  const sync = answers.find(({ url, status }) => url === '/v1/sync' && status === 200)
  const { pages: _, ...body } = (await readWire(
    new TextEncoder().encode(sync?.body ?? '{}'),
  )) as WholeAnswer
  expect(check(body)).toBe(true)
  expect(check({ ...body, epoch: 4 })).toBe(false)
})

test('a body that the document refuses, the server refuses', async () => {
  const check = checkOf('components', 'schemas', 'PostEnrolRequest')
  for (const payload of [
    {},
    { code: 'short', label: 'T' },
    { code: 'ABCDEFGHJK', label: 'T', x: 1 },
  ]) {
    expect(check(payload)).toBe(false)
    const { statusCode } = await server.app.inject({ method: 'POST', url: '/v1/enrol', payload })
    expect(statusCode).toBe(400)
  }
  expect(check({ code: 'ABCDEFGHJK', label: 'Tablette' })).toBe(true)
})

test('an operation as a device writes it has the shape told', async () => {
  const device = await server.enrol(PEOPLE.officer)
  const check = checkOf('components', 'schemas', 'Operation')
  check(JSON.parse(JSON.stringify(await device.write())))
  expect(check.errors).toBeNull()
  expect(check({ ...(await device.write()), h: 'yesterday' })).toBe(false)
})
