import { deviceId, type PersonId } from '#domain/shared/ids.ts'
import type { EnrolResponse } from '#protocol/access.ts'
import { hashBearer } from '#sync-server/access/bearer.ts'
import { createTestDevice, injectInto, type TestDevice, type TestServer } from './test-server.ts'

/** Longer than any season played. */
const YEAR_MS = 365 * 86_400_000
let enrolled = 0

/**
 * A device as the enrolment makes it, written in the store: thousands of them on one server, which
 * the limit of codes by minute would stop.
 */
export async function enrolDirectly(
  { store, clock }: TestServer,
  person: PersonId,
  label = 'Tablette',
): Promise<EnrolResponse> {
  enrolled += 1
  const number = String(enrolled).padStart(12, '0')
  const device = deviceId(`00000000-0000-4000-8000-${number}`)
  const token = `token-${number}-of-a-device-enrolled-by-a-test`
  return store.write(async ({ directory, meta }) => {
    const known = await directory.person(person)
    const dispositif = known && (await directory.dispositif(known.dispositif))
    if (!known || !dispositif) throw new Error(`Nobody is ${person}`)
    const createdAt = clock.now
    await directory.addDevice({ id: device, dispositif: dispositif.id, person, label, createdAt })
    const expiresAt = createdAt + YEAR_MS
    await directory.addCredential({ hash: hashBearer(token), device, kind: 'session', expiresAt })
    return {
      device,
      token,
      person: { id: known.id, name: known.name, role: known.role },
      dispositif: { id: dispositif.id, name: dispositif.name, timeZone: dispositif.timeZone },
      sites: [...known.sites],
      posters: [],
      epoch: await meta.epoch(),
    }
  })
}

/** As `enrolDirectly`, for a test that speaks the protocol by itself. */
export async function joinDirectly(server: TestServer, person: PersonId): Promise<TestDevice> {
  return createTestDevice(
    injectInto(() => server.app),
    await enrolDirectly(server, person),
    server.clock,
  )
}
