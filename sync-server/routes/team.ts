import { deviceId, personId, recordId, siteId } from '#domain/shared/ids.ts'
import { assignedSites, assignSitesRequest, revokedDevice } from '#protocol/access.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { authorBatch } from '../sync/author-batch.ts'

/**
 * POST /v1/people/:person/sites, by the porteur: the homes a person looks after from now on. Their
 * devices hear of it at their next round: what waits is sent first, then the rows of a home
 * withdrawn leave them (docs/adr/014).
 */
export const assignSitesRoute: Route = {
  method: 'POST',
  url: '/v1/people/:person/sites',
  summary: 'The homes a person looks after from now on.',
  body: assignSitesRequest,
  answer: assignedSites,
  who: 'device',
  roles: ['porteur'],
  perMinute: 60,
  async handle({ body, params, caller }, { store, now }) {
    const { sites } = readBody(assignSitesRequest, body)
    const { dispositif, person: by } = caller.holder
    return store.write(async (session) => {
      const person = await session.directory.person(personId(params.person ?? ''))
      if (person?.dispositif !== dispositif) throw new Refusal({ kind: 'not-found' })
      // The porteur has every home by right: a list of theirs would mean nothing.
      if (person.role === 'porteur') throw new Refusal({ kind: 'bad-request', detail: 'person' })
      const own = new Set<string>((await session.directory.sites(dispositif)).map(({ id }) => id))
      if (sites.some((id) => !own.has(id))) {
        throw new Refusal({ kind: 'bad-request', detail: 'sites' })
      }
      const assigned = [...new Set(sites)].map(siteId)
      await session.directory.assignSites(person.id, assigned)
      await authorBatch(session, { dispositif, person: by }, [
        {
          id: recordId(person.id),
          type: 'person',
          scope: dispositif,
          at: now(),
          fields: { sites: assigned },
        },
      ])
      return { person: person.id, sites: assigned }
    })
  },
}

/**
 * POST /v1/devices/:device/revoke, by the porteur: a tablet lost, someone who left. It reads nothing
 * from now on, and for 30 days what was written on it is still taken.
 */
export const revokeDeviceRoute: Route = {
  method: 'POST',
  url: '/v1/devices/:device/revoke',
  summary: 'A device reads nothing from now on; what was written on it is taken for 30 days.',
  answer: revokedDevice,
  who: 'device',
  roles: ['porteur'],
  perMinute: 60,
  handle({ params, caller }, { store, now }) {
    return store.write(async (session) => {
      const device = await session.directory.device(deviceId(params.device ?? ''))
      if (device?.dispositif !== caller.holder.dispositif || device.person === undefined) {
        throw new Refusal({ kind: 'not-found' })
      }
      // Nobody would be left to give a code to a porteur who shut the door behind them.
      if (device.id === caller.device.id)
        throw new Refusal({ kind: 'bad-request', detail: 'device' })
      // A second call leaves the first hour: the thirty days do not begin again.
      if (device.revokedAt === undefined) await session.directory.revoke(device.id, now())
      return { device: device.id }
    })
  },
}
