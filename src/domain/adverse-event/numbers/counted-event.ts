import { type Day, parseDay } from '../../shared/day.ts'
import { codeField, type Fields, textField } from '../../shared/json.ts'
import { type AdverseEvent, EVENT_FAMILIES, type EventFamily } from '../adverse-event.ts'
import { setAsideEvents } from '../set-aside.ts'

/** What a count needs of an event; a figure of the porteur says as much, without place nor hour. */
export interface CountedEvent {
  readonly declaredOn: Day
  readonly family: EventFamily
  readonly isAnonymous: boolean
  /** Empty when nobody said, as in every figure. */
  readonly unit: string
  /** `21:40`; empty when no hour was kept, as for every anonymous declaration (R-EI-1). */
  readonly occurredAt: string
}

/** Events that count, from the records of a home: the duplicates are left out (R-EI-16). */
export function countedFromEvents(events: readonly AdverseEvent[]): readonly CountedEvent[] {
  const aside = setAsideEvents(events)
  return events.flatMap(({ id, declaredOn, identity, family, unit, occurredAt }) =>
    declaredOn === undefined || aside.has(id)
      ? []
      : [{ declaredOn, family, isAnonymous: identity === 'anonymous', unit, occurredAt }],
  )
}

/** The same from the fields of `event-figure` records: what the porteur holds of a home. */
export function countedFromFigures(figures: readonly Fields[]): readonly CountedEvent[] {
  return figures.flatMap((fields) => {
    const declaredOn = parseDay(textField(fields, 'declaredOn'))
    return declaredOn === undefined || fields.duplicate === true
      ? []
      : [
          {
            declaredOn,
            family: codeField(fields, 'family', EVENT_FAMILIES, 'other'),
            // Unknown is read as anonymous: the side that masks.
            isAnonymous: fields.identity !== 'confidential' && fields.identity !== 'nominative',
            unit: '',
            occurredAt: '',
          },
        ]
  })
}
