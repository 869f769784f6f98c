import { randomBytes } from 'node:crypto'
import type { Role } from '#domain/rights/rights.ts'
import type { Day } from '#domain/shared/day.ts'
import {
  type DispositifId,
  type PersonId,
  personId,
  recordId,
  type SiteId,
} from '#domain/shared/ids.ts'
import type { Phone, SiteKind } from '#domain/site/site.ts'
import { makeIntakeKey } from '../intake/intake-keys.ts'
import type { Session, Store } from '../store/store.ts'
import { authorBatch } from '../sync/author-batch.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'

/** A home as it is when the dispositif begins. */
export interface NewSite {
  readonly id: SiteId
  readonly name: string
  readonly kind: SiteKind
  readonly commune: string
  readonly places: number
  readonly latitude?: number
  readonly longitude?: number
  /** True when the home lets the shared officer read its events; false unless said. */
  readonly sharesEvents?: boolean
  readonly isPorteur?: boolean
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly phones?: readonly Phone[]
}

export interface NewPerson {
  readonly id: PersonId
  readonly name: string
  readonly role: Role
  /** Homes assigned; the porteur sees all of them whatever stands here. */
  readonly sites: readonly SiteId[]
}

export interface NewDispositif {
  readonly id: DispositifId
  readonly name: string
  readonly timeZone: string
  readonly startedOn: Day
  readonly sites: readonly NewSite[]
  readonly people: readonly NewPerson[]
  /** Epoch ms of its creation. */
  readonly at: number
}

/**
 * Creates a dispositif with its homes, people and intake keys in one transaction. The first person
 * signs the records. Identities are the caller's, so that a demonstration can be the same each time.
 */
export async function createDispositif(store: Store, dispositif: NewDispositif): Promise<void> {
  await store.write((session) => foundDispositif(session, dispositif))
}

/** As `createDispositif`, inside the caller's transaction. */
export async function foundDispositif(session: Session, made: NewDispositif): Promise<void> {
  const { id, name, timeZone, at } = made
  await session.directory.addDispositif({ id, name, timeZone, createdAt: at })
  for (const site of made.sites) {
    const receiptSalt = randomBytes(16).toString('base64url')
    await session.directory.addSite({ id: site.id, dispositif: id, receiptSalt })
    await session.intake.addKey({ ...(await makeIntakeKey(site.id)), createdAt: at })
  }
  for (const person of made.people) {
    await session.directory.addPerson({ ...person, dispositif: id, createdAt: at })
  }
  const author = { dispositif: id, person: made.people[0]?.id ?? personId('server') }
  await authorBatch(session, author, [
    {
      id: recordId(id),
      type: 'dispositif',
      scope: id,
      at,
      fields: { name, timeZone, startedOn: made.startedOn },
    },
    ...made.sites.map((site) => siteWrite(id, site, at)),
    ...made.people.map((person) => personWrite(id, person, at)),
  ])
}

function siteWrite(dispositif: DispositifId, site: NewSite, at: number): AuthoredWrite {
  const units = site.units.map((unit) => [`units.${unit.id}.name`, unit.name] as const)
  return {
    id: recordId(site.id),
    type: 'site',
    scope: dispositif,
    at,
    fields: {
      name: site.name,
      kind: site.kind,
      commune: site.commune,
      places: site.places,
      ...(site.latitude !== undefined && { latitude: site.latitude }),
      ...(site.longitude !== undefined && { longitude: site.longitude }),
      sharesEvents: site.sharesEvents ?? false,
      isPorteur: site.isPorteur ?? false,
      phones: (site.phones ?? []).map(({ label, number, when }) => ({ label, number, when })),
      ...Object.fromEntries(units),
    },
  }
}

/** What the others may read of a person: name, role, homes. Rights come from the directory alone. */
export function personWrite(
  dispositif: DispositifId,
  person: NewPerson,
  at: number,
): AuthoredWrite {
  return {
    id: recordId(person.id),
    type: 'person',
    scope: dispositif,
    at,
    fields: { name: person.name, role: person.role, sites: [...person.sites] },
  }
}
