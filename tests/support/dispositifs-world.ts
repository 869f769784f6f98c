import { randomBytes } from 'node:crypto'
import { seal } from '#declare/seal.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import { ROLES, type Role } from '#domain/rights/rights.ts'
import { day } from '#domain/shared/day.ts'
import {
  type DispositifId,
  dispositifId,
  personId,
  type RecordId,
  type SiteId,
  siteId,
} from '#domain/shared/ids.ts'
import type { IntakePlace } from '#protocol/intake.ts'
import type { Op } from '#protocol/op.ts'
import { posterToken } from '#sync-server/access/poster-token.ts'
import { createDispositif } from '#sync-server/setup/create-dispositif.ts'
import { sha256 } from '#sync-server/sha256.ts'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'
import { joinDirectly } from './enrol-directly.ts'
import type { TestDevice, TestServer } from './test-server.ts'

/** One of several dispositifs of a server: a home, its people, and something of every kind, marked. */
export interface Neighbour {
  readonly id: DispositifId
  readonly site: SiteId
  /** Stands in everything it wrote, in its names and in nothing of anyone else. */
  readonly word: string
  readonly devices: Readonly<Record<Role, TestDevice>>
  readonly ops: readonly Op[]
  /** Set aside, of its quality lead. */
  readonly setAside: Op
  readonly publication: RecordId
  readonly photo: { readonly sha256: string; readonly size: number }
  /** Of the poster of its home. */
  readonly token: string
  readonly place: IntakePlace
  /** The code of a declaration made there. */
  readonly receipt: string
}

export async function createNeighbours(
  server: TestServer,
  count: number,
): Promise<readonly Neighbour[]> {
  const neighbours: Neighbour[] = []
  for (let number = 1; number <= count; number++) {
    neighbours.push(await createNeighbour(server, String(number).padStart(2, '0')))
  }
  return neighbours
}

async function createNeighbour(server: TestServer, number: string): Promise<Neighbour> {
  const word = `only-of-${number}-`
  const id = dispositifId(`dispositif-${word}`)
  const site = siteId(`site-${word}`)
  const home = { id: site, name: `Maison ${word}`, kind: 'ehpad', commune: 'Ici' } as const
  await createDispositif(server.store, {
    id,
    name: `Dispositif ${word}`,
    timeZone: 'America/Guadeloupe',
    startedOn: day('2025-11-24'),
    sites: [{ ...home, places: 60, sharesEvents: true, units: [{ id: 'unit', name: word }] }],
    people: ROLES.map((role) => ({
      id: personId(`${role}-${word}`),
      name: `Camille ${word}`,
      role,
      sites: role === 'porteur' ? [] : [site],
    })),
    at: server.clock.now,
  })
  const join = async (role: Role) =>
    [role, await joinDirectly(server, personId(`${role}-${word}`))] as const
  const joined: (readonly [Role, TestDevice])[] = []
  for (const role of ROLES) joined.push(await join(role))
  const devices = Object.fromEntries(joined) as Record<Role, TestDevice>
  const written = await writeOfEveryKind(devices, { id, site, word })
  return { id, site, word, devices, ...written, ...(await deposit(server, site, number)) }
}

async function writeOfEveryKind(
  devices: Neighbour['devices'],
  { id, site, word }: Pick<Neighbour, 'id' | 'site' | 'word'>,
) {
  const { officer } = devices
  const lead = devices['quality-lead']
  const size = 300
  const sha = sha256(randomBytes(size).toString('hex'))
  const photo = { sha256: sha, size, mime: 'image/jpeg', width: 4, height: 3 }
  const published = { version: 1, publishedOn: day('2026-03-11'), author: word, note: word }
  const publication = await officer.write({
    type: 'grid-version',
    site: siteId(id),
    fields: versionFields(buildForm([buildCriterion('a'), buildCriterion('b')]), published),
  })
  const audit = { edition: publication.rec, title: word, [`photos.a.${sha}`]: photo }
  const ofOfficer = [
    publication,
    await officer.write({ site, fields: { ...audit, 'answers.a': 'yes' } }),
    await officer.write({ type: 'action', site, fields: { title: word } }),
  ]
  const setAside = await lead.write({ type: 'visit', site: siteId('nowhere'), fields: { word } })
  const ofLead = [
    setAside,
    await lead.write({ type: 'adverse-event', site, fields: { facts: word } }),
    await lead.write({ type: 'indicator-value', site, fields: { note: word } }),
  ]
  await applied(officer, ofOfficer, 3)
  await applied(lead, ofLead, 2)
  const ops = [...ofOfficer, ...ofLead.slice(1)]
  return { ops, setAside, publication: publication.rec, photo: { sha256: sha, size } }
}

async function applied(device: TestDevice, ops: readonly Op[], count: number): Promise<void> {
  const { body } = await device.sync({ ops })
  const taken = body.push.outcomes.filter(({ outcome }) => outcome === 'applied')
  if (taken.length !== count) throw new Error(JSON.stringify(body.push.outcomes))
}

/** An anonymous declaration from the poster of the home. */
async function deposit({ app, store }: TestServer, site: SiteId, number: string) {
  const token = posterToken(
    { site, unit: 'unit' },
    await store.read(({ meta }) => meta.serverKey()),
  )
  const headers = { authorization: `Bearer ${token}` }
  const place = (
    await app.inject({ method: 'GET', url: '/v1/intake/place', headers })
  ).json() as IntakePlace
  const receipt = `12345678901234${number}`
  const payload = await seal(declarationWith(receipt), place.key, crypto.randomUUID())
  const { statusCode } = await app.inject({ method: 'POST', url: '/v1/intake', headers, payload })
  if (statusCode !== 200) throw new Error(`A deposit was answered ${statusCode}`)
  return { token, place, receipt }
}

export function declarationWith(receipt: string): object {
  return {
    form: 'declare-event',
    formVersion: 1,
    answers: { family: 'fall', gravity: 'discomfort', facts: 'Sol glissant.' },
    identity: 'anonymous',
    occurredOn: '2026-11-23',
    receipt,
  }
}
