import { type CaredDevice, devicesResponse } from '#protocol/care.ts'
import type { EnrolledHolder } from '../access/holder.ts'
import type { Route } from '../http/route.ts'
import type { StoredPerson } from '../store/directory.ts'
import type { Session } from '../store/store.ts'

/**
 * GET /v1/devices: the devices of the people of one's homes, last contact and missing numbers. A
 * person who looks after no home sees their own alone.
 */
export const devicesRoute: Route = {
  method: 'GET',
  url: '/v1/devices',
  summary: 'The devices of the homes one looks after: last contact, missing numbers',
  answer: devicesResponse,
  who: 'device',
  perMinute: 60,
  handle: ({ caller }, { store }) =>
    store.read(async (session) => ({ devices: await devicesFor(session, caller.holder) })),
}

async function devicesFor(
  session: Session,
  holder: EnrolledHolder,
): Promise<readonly CaredDevice[]> {
  const people = await session.directory.people(holder.dispositif)
  const found: CaredDevice[] = []
  for (const person of people.filter((one) => looksAfter(holder, one))) {
    for (const device of await session.directory.devicesOf(person.id)) {
      const lost = await session.losses.missing(device.id)
      found.push({
        device: device.id,
        ...(holder.role === 'porteur' && { person: person.id }),
        label: device.label,
        role: person.role,
        sites: [...person.sites],
        ...(device.lastContactAt !== undefined && { lastContactAt: device.lastContactAt }),
        missing: device.declaredN - device.lastN + lost.length,
        revoked: device.revokedAt !== undefined,
      })
    }
  }
  return found
}

function looksAfter(holder: EnrolledHolder, person: StoredPerson): boolean {
  if (person.id === holder.person || holder.role === 'porteur') return true
  if (holder.role === 'declarant') return false
  const homes = new Set(holder.sites.map(({ id }) => id))
  return person.sites.some((site) => homes.has(site))
}
