import { type IntakePlace, intakePlace } from '#protocol/intake.ts'
import { siteOf } from '../access/posters-of.ts'
import { Refusal } from '../http/refusal.ts'
import type { Route } from '../http/route.ts'

/** GET /v1/intake/place: where a poster hangs, and the key envelopes are sealed to. */
export const intakePlaceRoute: Route = {
  method: 'GET',
  url: '/v1/intake/place',
  summary: 'Where a poster hangs, and the key envelopes are sealed to.',
  answer: intakePlace,
  who: 'poster',
  perMinute: 120,
  async handle({ caller: { place } }, { store }): Promise<IntakePlace> {
    return store.read(async (session) => {
      const site = await siteOf(session, place.site)
      const key = await session.intake.currentKey(place.site)
      const stored = await session.directory.site(place.site)
      const dispositif = stored && (await session.directory.dispositif(stored.dispositif))
      if (!site || !key || !dispositif) throw new Refusal({ kind: 'not-found' })
      return {
        site: site.id,
        siteName: site.name,
        siteKind: site.kind,
        unit: place.unit,
        unitName: site.units.find(({ id }) => id === place.unit)?.name ?? '',
        timeZone: dispositif.timeZone,
        phones: site.phones.map((phone) => ({ ...phone })),
        key: { id: key.id, publicKey: key.publicKey },
      }
    })
  },
}
