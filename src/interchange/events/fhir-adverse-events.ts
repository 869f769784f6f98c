import { gravityOf } from '#domain/adverse-event/adverse-event.ts'
import { FAMILY_TEXTS, GRAVITY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { setAsideEvents } from '#domain/adverse-event/set-aside.ts'
import type { Json } from '#domain/shared/json.ts'
import type { PlacedEvent } from './event-table.ts'

/**
 * Events as a FHIR R4 (4.0.1) Bundle of AdverseEvent. `actuality` is « potential » for what was
 * narrowly avoided; the subject, which R4 asks for, is « a resident, not identified ». No account, no
 * declarant, no patient. An anonymous declaration carries its month alone, and an identity drawn from
 * nothing it holds: `ids` gives one, at random. Duplicates stay out: R4 has no place to say so, and who
 * counts the resources would count twice (R-EI-16).
 */
export function fhirAdverseEvents(
  rows: readonly Pick<PlacedEvent, 'event' | 'home'>[],
  ids: () => string,
): Json {
  const aside = setAsideEvents(rows.map(({ event }) => event))
  const counted = rows.filter(({ event }) => !aside.has(event.id))
  const entries = counted.map(({ event, home }) => {
    const hidden = event.identity === 'anonymous'
    const id = hidden ? ids() : event.id
    const trim = (day: string) => (hidden ? day.slice(0, 7) : day)
    const gravity = gravityOf(event)
    const resource: Json = {
      resourceType: 'AdverseEvent',
      id,
      ...(!hidden && { identifier: { system: 'urn:escale:event', value: event.reference } }),
      actuality: event.perceivedGravity === 'near-miss' ? 'potential' : 'actual',
      event: {
        coding: [
          {
            system: 'urn:escale:family',
            code: event.family,
            display: FAMILY_TEXTS[event.family].fr,
          },
        ],
      },
      subject: { display: 'Personne accueillie, non identifiée' },
      ...(event.occurredOn && { date: trim(event.occurredOn) }),
      ...(event.declaredOn && { recordedDate: trim(event.declaredOn) }),
      location: { display: home },
      seriousness: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/adverse-event-seriousness',
            code: gravity >= 4 ? 'serious' : 'non-serious',
          },
        ],
        text: `${gravity}, ${GRAVITY_TEXTS[gravity].fr}`,
      },
    }
    return {
      key: hidden ? JSON.stringify({ ...resource, id: '' }) : `0${event.reference}`,
      id,
      resource,
    }
  })
  // Named first by reference, anonymous after, by what they say: no order of arrival.
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: entries.map(({ id, resource }) => ({ fullUrl: `urn:uuid:${id}`, resource })),
  }
}
