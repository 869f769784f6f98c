import { parseClock } from '../../shared/clock.ts'
import { type Day, parseDay } from '../../shared/day.ts'
import { codeField, type Fields, fieldsBelow, textField } from '../../shared/json.ts'

/** How an authority was told. */
export const SENDING_WAYS = ['phone', 'portal', 'email', 'post', 'in-person'] as const
export type SendingWay = (typeof SENDING_WAYS)[number]

const SPOKEN: readonly SendingWay[] = ['phone', 'in-person']

/**
 * The proof that an authority was told: `sendings.<id>` of the event, one member each, so that two
 * people who note two calls lose neither. `by` is a function, never a name.
 */
export interface Sending {
  readonly id: string
  readonly channel: string
  readonly step: string
  readonly on: Day
  /** `04:40`; empty when only the day is known. */
  readonly at: string
  readonly how: SendingWay
  readonly by: string
  /** Number given by the authority. */
  readonly reference: string
}

/** Proofs of an event, the earliest first; a member without a day is not one. */
export function readSendings(fields: Fields): readonly Sending[] {
  return [...fieldsBelow(fields, 'sendings.')]
    .flatMap(([id, value]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
      const held = value as Fields
      const on = parseDay(textField(held, 'on'))
      if (!on) return []
      return [
        {
          id,
          channel: textField(held, 'channel'),
          step: textField(held, 'step'),
          on,
          at: parseClock(textField(held, 'at')) ?? '',
          how: codeField(held, 'how', SENDING_WAYS, 'phone'),
          by: textField(held, 'by'),
          reference: textField(held, 'reference'),
        },
      ]
    })
    .sort((a, b) => (a.on + a.at < b.on + b.at ? -1 : 1))
}

/** True when it leaves a trace by itself: no written confirmation is awaited after it. */
export function isWritten({ how }: Pick<Sending, 'how'>): boolean {
  return !SPOKEN.includes(how)
}
