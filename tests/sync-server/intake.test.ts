// @vitest-environment node
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealForAnswer, seal as sealWith } from '#declare/seal.ts'
import type { RecordType } from '#domain/record-types.ts'
import { recordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { ANSWER_CONTEXT, openNews } from '#protocol/answer-seal.ts'
import type { Declaration, IntakePlace } from '#protocol/intake.ts'
import type { OpId } from '#protocol/op.ts'
import { posterToken } from '#sync-server/access/poster-token.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { storedText } from '#tests/support/stored-text.ts'
import {
  createTestServer,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

let server: TestServer
let token: string
let place: IntakePlace

beforeEach(async () => {
  server = await createTestServer()
  const key = await server.store.read((session) => session.meta.serverKey())
  token = posterToken({ site: HOME_1, unit: 'flamboyant' }, key)
  place = (await get('/v1/intake/place', token)).json() as IntakePlace
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

const get = (url: string, bearer: string) =>
  server.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${bearer}` } })

const post = (url: string, bearer: string | undefined, payload: object) =>
  server.app.inject({
    method: 'POST',
    url,
    headers: {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      'user-agent': 'PhoneOfTheWard/7',
    },
    remoteAddress: '10.9.8.7',
    payload,
  })

function buildDeclaration(overrides: Partial<Declaration> = {}): Declaration {
  return {
    form: 'declare-event',
    formVersion: 1,
    answers: { family: 'fall', gravity: 'discomfort', facts: 'Sol glissant.', later: ['kept'] },
    identity: 'anonymous',
    occurredOn: '2026-11-23',
    receipt: '1234567890123456',
    ...overrides,
  }
}

const seal = (content: object, id: string = randomUUID()) => sealWith(content, place.key, id)

/** What the holder of a code reads, from any phone; or the status of the refusal. */
async function read(receipt: string, bearer: string | undefined = token) {
  const { envelope, secretFor } = await sealForAnswer({ receipt }, place.key, randomUUID())
  const response = await post('/v1/receipts', bearer, envelope)
  if (response.statusCode !== 200) return response.statusCode
  return openNews(response.json().sealed, await secretFor(ANSWER_CONTEXT))
}

const RECEIPT = '1234567890123456'

async function rowsFor(person: keyof typeof PEOPLE) {
  const device = await server.enrol(PEOPLE[person])
  const { body } = await device.sync({ cursors: {} })
  return body.pages.flatMap(({ rows }) => rows)
}

async function pulled(device: TestDevice, type: RecordType) {
  const { body } = await device.sync({ cursors: {} })
  const row = body.pages.flatMap(({ rows }) => rows).find((found) => found.type === type)
  if (!row) throw new Error(`No ${type} came`)
  return row
}

/** Writes fields of the one event, each based on what is on show. */
async function setEvent(device: TestDevice, fields: Fields) {
  const { id, f } = await pulled(device, 'adverse-event')
  for (const [name, v] of Object.entries(fields)) {
    const op = await device.write({
      rec: recordId(id),
      type: 'adverse-event',
      kind: 'set',
      fields: { [name]: v },
      base: (f[name]?.op ?? null) as OpId | null,
    })
    const { body } = await device.sync({ ops: [op] })
    expect(body.push.outcomes).toMatchObject([{ outcome: 'applied' }])
  }
}

const shownBy = ({ f }: { f: Record<string, { v: unknown }> }) =>
  Object.fromEntries(Object.entries(f).map(([name, { v }]) => [name, v]))

test('the poster says where it hangs and gives the key of its home', () => {
  expect(place).toMatchObject({
    siteName: 'Les Acomats',
    unitName: 'Flamboyant',
    siteKind: 'ehpad',
  })
})

test('a declaration reaches the référent qualité of its home and nobody of another', async () => {
  const response = await post('/v1/intake', token, await seal(buildDeclaration()))
  expect([response.statusCode, response.json()]).toMatchObject([200, { receivedOn: '2026-11-24' }])
  const event = (await rowsFor('quality-lead')).find(({ type }) => type === 'adverse-event')
  const shown = shownBy({ f: event?.f ?? {} })
  expect(shown).toMatchObject({
    unit: 'flamboyant',
    occurredOn: '2026-11-23',
    declaredOn: '2026-11-24',
    identity: 'anonymous',
    status: 'declared',
    'answers.family': 'fall',
    'answers.later': ['kept'],
  })
  expect(shown.reference).toMatch(/^EI-2026-[0-9A-Z]{5}$/)
  const elsewhere = await rowsFor('other')
  expect(elsewhere.filter(({ type }) => type === 'adverse-event')).toEqual([])
  const porteur = await rowsFor('porteur')
  expect(porteur.map(({ type }) => type)).toContain('event-figure')
  expect(JSON.stringify(porteur)).not.toContain('glissant')
})

test('a declaration set aside as a duplicate leaves the figures of the porteur, until taken back', async () => {
  await post('/v1/intake', token, await seal(buildDeclaration()))
  const lead = await server.enrol(PEOPLE['quality-lead'])
  const porteur = await server.enrol(PEOPLE.porteur)
  const isDuplicate = async () => shownBy(await pulled(porteur, 'event-figure')).duplicate
  expect(await isDuplicate()).toBe(false)
  await setEvent(lead, { duplicateOf: 'another' })
  expect(await isDuplicate()).toBe(true)
  await setEvent(lead, { duplicateOf: null })
  expect(await isDuplicate()).toBe(false)
})

test('an anonymous declaration leaves no hour, no device, no address and no name', async () => {
  server.clock.now = Date.parse('2026-11-24T15:47:31.123Z')
  const declaration = {
    ...buildDeclaration({ occurredAt: '21:40' }),
    declarant: { name: 'Maryse', contact: '0690 00 00 00' },
  }
  await post('/v1/intake', token, await seal(declaration))

  const [entry] = await server.store.read((session) => session.log.after(undefined, 1))
  expect(entry?.receivedAt).toBe(Date.parse('2026-11-24T00:00:00Z'))
  expect(Number.parseInt(entry?.hEff.slice(0, 12) ?? '', 16)).toBe(entry?.receivedAt)
  const op = JSON.parse(entry?.body ?? '{}') as { wall: number; actor: string; f: object }
  expect([op.wall, op.actor]).toEqual([entry?.receivedAt, 'server'])
  expect(Object.keys(op.f)).not.toContain('occurredAt')
  const types = (await server.store.read((session) => session.records.all())).map(
    ({ state }) => state.type,
  )
  expect(types.filter((type) => type.includes('declarant'))).toEqual([])

  const bytes = await storedText(server.place)
  expect(bytes).toContain('Sol glissant')
  for (const trace of ['PhoneOfTheWard', '10.9.8.7', '21:40', 'Maryse', '1234567890123456']) {
    expect(bytes).not.toContain(trace)
  }
  expect(bytes).not.toContain(String(server.clock.now))
  expect(bytes).not.toContain(server.clock.now.toString(16))
})

test.each([
  ['confidential', 'declarant', { 'quality-lead': true, director: false, officer: false }],
  ['nominative', 'named-declarant', { 'quality-lead': true, director: true, officer: false }],
] as const)(
  'the name of a %s declarant is read by those it was meant for',
  async (identity, type, readers) => {
    const declarant = { name: 'Maryse', contact: '' }
    await post('/v1/intake', token, await seal(buildDeclaration({ identity, declarant })))
    for (const [role, reads] of Object.entries(readers) as [keyof typeof readers, boolean][]) {
      const rows = await rowsFor(role)
      expect(rows.some((row) => row.type === type)).toBe(reads)
      expect(JSON.stringify(rows).includes('Maryse')).toBe(reads)
    }
  },
)

test('the same envelope sent ten times, at once and later, is one event', async () => {
  const sealed = await seal(buildDeclaration())
  await Promise.all(Array.from({ length: 10 }, () => post('/v1/intake', token, sealed)))
  server.clock.now += 3 * 86_400_000
  expect((await post('/v1/intake', token, sealed)).json()).toEqual({
    id: sealed.id,
    receivedOn: '2026-11-24',
  })
  const events = (await rowsFor('quality-lead')).filter(({ type }) => type === 'adverse-event')
  expect(events).toHaveLength(1)
})

test('an envelope copied under another id does not open', async () => {
  const sealed = await seal(buildDeclaration())
  const copied = await post('/v1/intake', token, { ...sealed, id: randomUUID() })
  expect([copied.statusCode, copied.json()]).toEqual([
    422,
    { error: { kind: 'envelope-unreadable' } },
  ])
})

test('an envelope of another home is refused', async () => {
  const key = await server.store.read((session) => session.meta.serverKey())
  const elsewhere = posterToken({ site: HOME_2, unit: 'gaiac' }, key)
  const response = await post('/v1/intake', elsewhere, await seal(buildDeclaration()))
  expect(response.statusCode).toBe(403)
})

test('an enrolled declarant gets a receipt on her device, except when anonymous', async () => {
  const device = await server.enrol(PEOPLE.declarant)
  await post('/v1/intake', device.token, await seal(buildDeclaration({ identity: 'anonymous' })))
  await post('/v1/intake', device.token, await seal(buildDeclaration({ identity: 'confidential' })))
  const { body } = await device.sync({ cursors: {} })
  const receipts = body.pages.flatMap(({ rows }) => rows).filter(({ type }) => type === 'receipt')
  expect(receipts).toHaveLength(1)
})

test('the receipt of an enrolled declarant follows what becomes of her event, and says no more', async () => {
  const device = await server.enrol(PEOPLE.declarant)
  const lead = await server.enrol(PEOPLE['quality-lead'])
  await post('/v1/intake', device.token, await seal(buildDeclaration({ identity: 'confidential' })))
  const event = await pulled(lead, 'adverse-event')
  await setEvent(lead, { gravity: 3, answer: '' })
  expect(shownBy(await pulled(device, 'receipt'))).toMatchObject({ status: 'declared' })

  await setEvent(lead, { status: 'answered', answer: 'Le sol a été refait.' })
  const receipt = await pulled(device, 'receipt')
  expect(receipt.id).toBe(`${event.id}~receipt`)
  expect(receipt.x).toBeUndefined()
  expect(shownBy(receipt)).toEqual({
    reference: event.f.reference?.v,
    receivedOn: '2026-11-24',
    status: 'answered',
    answer: 'Le sol a été refait.',
  })
  const { body } = await lead.sync({ cursors: {} })
  expect(Object.keys(body.grants).filter((bucket) => bucket.endsWith('/receipts'))).toEqual([])
})

test('an anonymous event that is answered makes no receipt', async () => {
  const device = await server.enrol(PEOPLE.declarant)
  const lead = await server.enrol(PEOPLE['quality-lead'])
  await post('/v1/intake', device.token, await seal(buildDeclaration()))
  await setEvent(lead, { status: 'answered', answer: 'Le sol a été refait.' })
  expect(shownBy(await pulled(lead, 'adverse-event'))).toMatchObject({ status: 'answered' })
  const records = await server.store.read((session) => session.records.all())
  expect(records.filter(({ state }) => state.type === 'receipt')).toEqual([])
})

test('whoever holds the receipt reads the state and the answer, from any phone', async () => {
  await post('/v1/intake', token, await seal(buildDeclaration()))
  for (const bearer of [token, undefined]) {
    expect(await read(RECEIPT, bearer)).toEqual({
      status: 'declared',
      receivedOn: '2026-11-24',
      answer: '',
      changed: '',
      exchanges: [],
    })
  }
})

test('an anonymous author answers a question of the home and adds facts, once each', async () => {
  const lead = await server.enrol(PEOPLE['quality-lead'])
  await post('/v1/intake', token, await seal(buildDeclaration()))
  await setEvent(lead, {
    'questions.Q1': { words: 'La sonnette marchait-elle ?', on: '2026-11-24' },
    changed: 'Le sol est refait.',
  })
  server.clock.now += 86_400_000
  const answer = await seal({ receipt: RECEIPT, words: 'Non.', question: 'Q1' })
  for (let count = 0; count < 3; count += 1) {
    expect((await post('/v1/intake', token, answer)).json()).toEqual({
      id: answer.id,
      receivedOn: '2026-11-25',
    })
  }
  await post('/v1/intake', token, await seal({ receipt: RECEIPT, words: 'Le sol a séché.' }))
  expect(await read(RECEIPT)).toMatchObject({
    changed: 'Le sol est refait.',
    exchanges: [
      { from: 'home', words: 'La sonnette marchait-elle ?', isAwaited: false },
      { from: 'author', words: 'Non.', on: '2026-11-25' },
      { from: 'author', words: 'Le sol a séché.' },
    ],
  })
  const rows = (await rowsFor('quality-lead')).filter(({ type }) => type === 'event-said')
  expect(rows.map((row) => shownBy(row).words).sort()).toEqual(['Le sol a séché.', 'Non.'])
  const porteur = await rowsFor('porteur')
  expect(JSON.stringify(porteur)).not.toContain('séché')
})

test('nobody puts words in the mouth of an author', async () => {
  const lead = await server.enrol(PEOPLE['quality-lead'])
  const forged = await lead.write({ type: 'event-said', fields: { words: 'Tout va bien.' } })
  const { body } = await lead.sync({ ops: [forged] })
  expect(body.push.outcomes).toMatchObject([{ outcome: 'quarantined', reason: 'forbidden' }])
})

test('words for a code that nobody has are refused, and count as tries at it', async () => {
  const guess = async () =>
    post('/v1/intake', token, await seal({ receipt: '0000000000000000', words: 'Ah ?' }))
  for (let count = 0; count < 5; count += 1) expect((await guess()).statusCode).toBe(404)
  expect((await guess()).statusCode).toBe(429)
  expect(await read('0000000000000000')).toBe(429)
})

test('the photo of a declaration loses what a camera writes beside the picture', async () => {
  const segment = (marker: number, text: string) => [
    Buffer.from([0xff, marker, 0, text.length + 2]),
    Buffer.from(text),
  ]
  const photo = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segment(0xe1, 'Exif 16.2410N 61.5340W 2026:11:24 21:40'),
    ...segment(0xfe, 'PhoneOfTheWard'),
    ...segment(0xdb, 'table'),
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
  ])
  await post(
    '/v1/intake',
    token,
    await seal(buildDeclaration({ photo: photo.toString('base64url') })),
  )
  const lead = await server.enrol(PEOPLE['quality-lead'])
  const kept = Buffer.from(String(shownBy(await pulled(lead, 'event-photo')).jpeg), 'base64')
  expect(kept.toString('latin1')).toContain('table')
  expect(kept.toString('latin1')).not.toMatch(/Exif|PhoneOfTheWard/)
  expect(kept.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
})

test('after five wrong receipts the sixth waits', async () => {
  for (let count = 0; count < 5; count += 1) expect(await read('0000000000000000')).toBe(404)
  expect(await read('0000000000000000')).toBe(429)
})
