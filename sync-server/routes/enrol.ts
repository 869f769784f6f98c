import { randomUUID } from 'node:crypto'
import { deviceId, type PersonId } from '#domain/shared/ids.ts'
import { type EnrolResponse, enrolRequest, enrolResponse } from '#protocol/access.ts'
import { BEARER_MS, hashBearer, makeBearer } from '../access/bearer.ts'
import { hashCode } from '../access/codes.ts'
import { postersOf } from '../access/posters-of.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { enrolDevice } from '../setup/enrol-device.ts'
import type { Session } from '../store/store.ts'

/** POST /v1/enrol: a code against a device. A wrong, a used and an expired code answer alike. */
export const enrolRoute: Route = {
  method: 'POST',
  url: '/v1/enrol',
  summary: 'A single-use code against a device.',
  body: enrolRequest,
  answer: enrolResponse,
  who: 'anyone',
  perMinute: 60,
  async handle({ body, address }, { store, now, codeAttempts }) {
    const { code, label } = readBody(enrolRequest, body)
    const wait = codeAttempts.take(address, now())
    if (wait !== undefined) throw new Refusal({ kind: 'rate-limited', retryAfterS: wait })
    const response = await store.write(async (session): Promise<EnrolResponse | undefined> => {
      const hash = hashCode(code, await session.meta.serverKey())
      const invited = await session.directory.useInvitation(hash, now())
      const person = invited && (await session.directory.person(invited))
      const dispositif = person && (await session.directory.dispositif(person.dispositif))
      if (!person || !dispositif) return undefined
      const device = deviceId(randomUUID())
      const token = makeBearer()
      const createdAt = now()
      const unsent = await unsentBy(session, person.id)
      await enrolDevice(session, { id: device, label, createdAt }, person)
      await session.directory.addCredential({
        hash: hashBearer(token),
        device,
        kind: 'session',
        expiresAt: createdAt + BEARER_MS,
      })
      return {
        device,
        token,
        person: { id: person.id, name: person.name, role: person.role },
        dispositif: { id: dispositif.id, name: dispositif.name, timeZone: dispositif.timeZone },
        sites: [...person.sites],
        posters: await postersOf(session, person.sites),
        epoch: await session.meta.epoch(),
        ...(unsent > 0 && { unsent }),
      }
    })
    if (!response) throw new Refusal({ kind: 'code-refused' })
    codeAttempts.giveBack(address)
    return response
  },
}

/**
 * Items a person wrote elsewhere that never came, from the numbers their devices declared. After an
 * eviction the browser no longer knows who it was: this is how its loss is told, exactly.
 */
async function unsentBy(session: Session, person: PersonId): Promise<number> {
  let count = 0
  for (const { id, lastN, declaredN } of await session.directory.devicesOf(person)) {
    count += declaredN - lastN + (await session.losses.missing(id)).length
  }
  return count
}
