// @vitest-environment node
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seal, sealForAnswer } from '#declare/seal.ts'
import { figureId } from '#domain/figures/figure.ts'
import { ROLES } from '#domain/rights/rights.ts'
import { siteId } from '#domain/shared/ids.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import {
  createNeighbours,
  declarationWith,
  type Neighbour,
} from '#tests/support/dispositifs-world.ts'
import { joinTablet, oneFile } from '#tests/support/rendezvous-world.ts'
import { createTestServer, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

/*
 * Forty dispositifs on one server, as an agency would host them: nothing of one is read, changed, listed
 * or guessed from another, by any route. Pairs are drawn; a number of `SEED` draws others.
 */

const DICE = createDice(Number(process.env.SEED ?? 40))
/** Pairs tried by each property. */
const PAIRS = 25

let server: TestServer
let neighbours: readonly Neighbour[]
let before: ReadonlyMap<string, string>

beforeAll(async () => {
  server = await createTestServer()
  neighbours = await createNeighbours(server, 40)
  before = await statesOf(neighbours)
})

afterAll(async () => {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  // Whatever was tried from outside, each still holds what it held.
  const after = await statesOf(neighbours)
  for (const [id, state] of before) expect(after.get(id), id).toBe(state)
  await server.close()
})

/** Runs over pairs of dispositifs, every one of the forty being the stranger of some run or the host. */
async function eachPair(work: (stranger: Neighbour, host: Neighbour) => Promise<void>) {
  for (let count = 0; count < PAIRS; count++) {
    const stranger = DICE.pick(neighbours)
    const host = DICE.pick(neighbours.filter((one) => one !== stranger))
    await work(stranger, host)
  }
}

test('whoever pulls reads of its own dispositif, and not a byte of another', async () => {
  for (const stranger of neighbours) {
    const role = DICE.pick(ROLES)
    const { status, body } = await stranger.devices[role].sync({ cursors: {} })
    expect(status).toBe(200)
    expectNothingOfOthers(JSON.stringify(body), stranger)
  }
})

test('what is written on the records or in the homes of another is set aside, whoever writes', async () => {
  await eachPair(async (stranger, host) => {
    const device = stranger.devices[DICE.pick(['officer', 'quality-lead', 'porteur'] as const)]
    const victim = DICE.pick(host.ops)
    const kind = DICE.pick(['set', 'delete', 'restore', 'resolve'] as const)
    const onTheirs = await device.write({
      rec: victim.rec,
      type: victim.type,
      site: host.site,
      kind,
    })
    const movedHere = await device.write({
      ...{ rec: victim.rec, type: victim.type, kind },
      site: victim.type === 'grid-version' ? siteId(stranger.id) : stranger.site,
    })
    const made = await device.write({ type: victim.type, site: host.site })
    const published = await device.write({ type: 'grid-version', site: siteId(host.id) })
    const { body } = await device.sync({ ops: [onTheirs, movedHere, made, published] })
    expect(body.push.outcomes.map(({ outcome }) => outcome)).toEqual(Array(4).fill('quarantined'))
    // Who hears of it: the home meant, whose word it is not, and the author; no third one.
    const third = DICE.pick(neighbours.filter((one) => one !== stranger && one !== host))
    expectNothingOfOthers(await listsOf(third), third)
  })
})

test('a photo of another is nowhere: by its address, by naming it, or by sending towards it', async () => {
  await eachPair(async (stranger, { photo }) => {
    const device = stranger.devices.officer
    const ask = (method: 'GET' | 'HEAD' | 'POST', place: string) =>
      server.app.inject({
        method,
        url: `/v1/${place}/${photo.sha256}`,
        headers: bearer(device.token, method === 'GET' ? {} : TUS(photo.size)),
      })
    expect((await ask('GET', 'blobs')).statusCode).toBe(404)
    expect((await ask('HEAD', 'uploads')).statusCode).toBe(404)
    expect((await ask('POST', 'uploads')).statusCode).toBe(404)
    const named = { ...photo, mime: 'image/jpeg', width: 4, height: 3 }
    const op = await device.write({
      site: stranger.site,
      fields: { [`photos.a.${photo.sha256}`]: named },
    })
    await device.sync({ ops: [op] })
    expect((await ask('GET', 'blobs')).statusCode).toBe(404)
  })
})

test('the porteur of one invites, moves and revokes nobody of another', async () => {
  await eachPair(async (stranger, host) => {
    const role = DICE.pick(ROLES)
    const { id: theirs, enrolled } = host.devices[role]
    const { token } = stranger.devices.porteur
    const person = enrolled.person.id
    const refused = [
      await post('/v1/invitations', token, { person: { id: person } }),
      await post('/v1/invitations', token, {
        person: { name: 'Sacha', role: 'officer', sites: [host.site] },
      }),
      await post(`/v1/people/${person}/sites`, token, { sites: [stranger.site] }),
      await post(`/v1/people/${stranger.devices.officer.enrolled.person.id}/sites`, token, {
        sites: [host.site],
      }),
      await post(`/v1/devices/${theirs}/revoke`, token, {}),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 400, 404, 400, 404])
  })
})

test('devices, posters and what waits for a decision are those of one’s own dispositif', async () => {
  for (const stranger of neighbours) expectNothingOfOthers(await listsOf(stranger), stranger)
})

test('what was set aside in one is ended by nobody of another', async () => {
  await eachPair(async (stranger, host) => {
    const device = stranger.devices[DICE.pick(['director', 'porteur'] as const)]
    const op = await device.write({
      ...{ type: 'dispositif', kind: 'settle', site: siteId(stranger.id) },
      ...{ fields: {}, closes: [host.setAside.id] },
    })
    const { body } = await device.sync({ ops: [op] })
    expect(body.push.outcomes).toMatchObject([{ outcome: 'quarantined', reason: 'forbidden' }])
  })
})

test('an audit that names the grid of another has no score, and tells nothing of that grid', async () => {
  await eachPair(async (stranger, host) => {
    const { officer } = stranger.devices
    const op = await officer.write({
      site: stranger.site,
      fields: { edition: host.publication, 'answers.a': 'yes', status: 'closed' },
    })
    await officer.sync({ ops: [op] })
    const figure = await server.store.read(({ records }) => records.get(figureId(op.rec)))
    expect(figure?.state.f.form?.v ?? null).toBe(null)
    expect(figure?.state.f).not.toHaveProperty('expected')
  })
})

test('a poster deposits in its own home alone, and a code is answered in its own home alone', async () => {
  await eachPair(async (stranger, host) => {
    const receipt = `98765432${String(DICE.between(10_000_000, 99_999_999))}`
    const envelope = await seal(declarationWith(receipt), host.place.key, randomUUID())
    const payload: Record<string, unknown> = { ...envelope }
    expect((await post('/v1/intake', stranger.token, payload)).statusCode).toBe(403)
    const asked = await sealForAnswer({ receipt: host.receipt }, stranger.place.key, randomUUID())
    const address = `10.0.${DICE.between(0, 255)}.${DICE.between(0, 255)}`
    const answer = await post('/v1/receipts', undefined, { ...asked.envelope }, address)
    expect(answer.statusCode).toBe(404)
  })
})

test('the sealed work of one is not taken from the hands of another, and none of it is filed', async () => {
  const tablet = await joinTablet(server, PEOPLE.officer)
  try {
    tablet.isOnline = false
    const [site] = tablet.workspace.replica.list('site')
    if (!site) throw new Error('The tablet has no home')
    await tablet.workspace.writer.create('audit', siteId(site.id), { title: 'porté' })
    const file = Buffer.from(await oneFile(tablet))
    const carry = (token: string) =>
      server.app.inject({
        method: 'POST',
        url: '/v1/bundles',
        headers: bearer(token, { 'content-type': 'application/octet-stream' }),
        payload: file,
      })
    for (const { devices } of neighbours.slice(0, PAIRS)) {
      expect((await carry(devices.officer.token)).statusCode).toBe(422)
    }
    const logged = await server.store.read(({ log }) => log.after(0, 1_000_000))
    expect(logged.filter(({ body }) => body.includes('porté'))).toEqual([])
  } finally {
    tablet.close()
  }
})

function expectNothingOfOthers(text: string, reader: Neighbour): void {
  const read = neighbours.filter((one) => one !== reader && text.includes(one.word))
  expect(
    read.map(({ word }) => word),
    `read by ${reader.word}`,
  ).toEqual([])
}

/** What every list of the server tells to every role of a dispositif. */
async function listsOf({ devices }: Neighbour): Promise<string> {
  const told: string[] = []
  for (const role of ROLES) {
    for (const list of ['devices', 'posters', 'quarantine']) {
      const { token } = devices[role]
      const answer = await server.app.inject({ url: `/v1/${list}`, headers: bearer(token) })
      told.push(answer.body)
    }
  }
  return told.join('\n')
}

/** Every record of each dispositif, letter for letter. */
async function statesOf(of: readonly Neighbour[]): Promise<ReadonlyMap<string, string>> {
  const records = await server.store.read((session) => session.records.all())
  const mine = records.filter(({ state }) => of.some(({ word }) => state.bucket.includes(word)))
  return new Map(
    mine.map(({ state }) => [state.id, canonicalJson(JSON.parse(JSON.stringify(state)))]),
  )
}

function post(
  url: string,
  token: string | undefined,
  payload: Record<string, unknown>,
  remoteAddress = '10.1.2.3',
) {
  const headers = token ? bearer(token) : {}
  return server.app.inject({ method: 'POST', url, headers, payload, remoteAddress })
}

function bearer(token: string, more: Record<string, string> = {}): Record<string, string> {
  return { authorization: `Bearer ${token}`, ...more }
}

const TUS = (size: number) => ({ 'tus-resumable': '1.0.0', 'upload-length': String(size) })
