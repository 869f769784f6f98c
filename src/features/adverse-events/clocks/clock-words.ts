import type { TFunction } from 'i18next'
import type { Clock, ClockState } from '#domain/adverse-event/channels/event-clocks.ts'
import { SENDING_WAYS, type SendingWay } from '#domain/adverse-event/channels/sending.ts'
import type { Language } from '#domain/shared/text.ts'
import type { DueLevel } from '#ui/due-badge.tsx'
import { formatDay, formatStamp } from '#ui/format.ts'
import type { StopState } from '#ui/stops.tsx'

type T = TFunction<'event-clocks'>

const MS_PER_MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

/** « 19 h », « 12 jours »: whole units, cut, so that it never says more than is left. */
function durationWords(ms: number, t: T): string {
  const minutes = Math.floor(Math.abs(ms) / MS_PER_MINUTE)
  if (minutes < HOUR) return t('minutes', { count: minutes })
  if (minutes < 2 * DAY) return t('hours', { count: Math.floor(minutes / HOUR) })
  return t('days', { count: Math.floor(minutes / DAY) })
}

/** What is left of a clock, in words. */
export function clockWords({ due, state, sending }: Clock, now: number, t: T, language: Language) {
  if (state === 'not-needed') return t('notNeeded')
  if (sending) {
    const day = formatDay(sending.on, language)
    const words = sending.at ? t('sentAt', { day, clock: sending.at }) : t('sent', { day })
    return state === 'sent-late' ? `${words}, ${t('sentLate')}` : words
  }
  if (due.kind === 'unset') return t('unset')
  if (due.kind === 'at-once') return t('atOnce', { duration: durationWords(now - due.since, t) })
  const duration = durationWords(due.at - now, t)
  return t(state === 'late' ? 'late' : 'left', { duration })
}

/** The exact term, after what is left; empty when it has none or is behind. */
export function termWords({ due, sending }: Clock, t: T, language: Language, timeZone: string) {
  if (sending) return ''
  if (due.kind === 'day') return t('onDay', { day: formatDay(due.on, language) })
  if (due.kind !== 'instant') return ''
  return t('before', { moment: formatStamp(due.at, language, timeZone) })
}

export const CLOCK_LEVELS: Record<ClockState, DueLevel> = {
  sent: 'done',
  'sent-late': 'done',
  'not-needed': 'done',
  now: 'late',
  late: 'late',
  watch: 'watch',
  far: 'far',
  open: 'far',
}

export const CLOCK_STOPS: Record<
  ClockState,
  { readonly stop: StopState; readonly word: StateWord }
> = {
  sent: { stop: 'done', word: 'stateSent' },
  'sent-late': { stop: 'done', word: 'stateSent' },
  'not-needed': { stop: 'done', word: 'stateNotNeeded' },
  now: { stop: 'late', word: 'stateNow' },
  late: { stop: 'late', word: 'stateLate' },
  watch: { stop: 'here', word: 'stateAhead' },
  far: { stop: 'ahead', word: 'stateAhead' },
  open: { stop: 'ahead', word: 'stateAhead' },
}

type StateWord = 'stateSent' | 'stateNow' | 'stateLate' | 'stateAhead' | 'stateNotNeeded'

export const WAY_WORDS = {
  phone: 'wayPhone',
  portal: 'wayPortal',
  email: 'wayEmail',
  post: 'wayPost',
  'in-person': 'wayPerson',
} as const satisfies Record<SendingWay, string>

export function readWay(text: string): SendingWay {
  return SENDING_WAYS.find((way) => way === text) ?? 'phone'
}
