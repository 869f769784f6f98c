import { type Fields, textField } from '../shared/json.ts'
import type { AdverseEvent } from './adverse-event.ts'

/**
 * What the authority must read, beyond the dates: the minimum content of the information of
 * L.331-8-1 (arrêté du 28/12/2016), which the first part of an EIGS asks in other words. Texts of the
 * event, `notice.<code>`; the first two are prefilled from the declaration until someone writes.
 */
export const NOTICE_CODES = [
  'nature',
  'victims',
  'measures',
  'informed',
  'planned',
  'followUp',
  'media',
] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]
export type Notice = Readonly<Record<NoticeCode, string>>

/** The notice of an event; what nobody wrote is proposed from `proposed`, else empty. */
export function readNotice(fields: Fields, proposed: Partial<Notice> = {}): Notice {
  const read = (code: NoticeCode) => textField(fields, `notice.${code}`) || (proposed[code] ?? '')
  return {
    nature: read('nature'),
    victims: read('victims'),
    measures: read('measures'),
    informed: read('informed'),
    planned: read('planned'),
    followUp: read('followUp'),
    media: read('media'),
  }
}

/** What the declaration already says: the facts in the declarant's words, the measures ticked. */
export function proposedNotice(
  { answers }: Pick<AdverseEvent, 'answers'>,
  measureWords: readonly string[],
): Partial<Notice> {
  const facts = answers.get('facts')
  return {
    nature: typeof facts === 'string' ? facts : '',
    measures: measureWords.length > 0 ? `${measureWords.join(', ')}.` : '',
  }
}
