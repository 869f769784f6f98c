import type { Answers } from '../../form/form.ts'
import { instantAt } from '../../shared/civil-time.ts'
import type { Day } from '../../shared/day.ts'
import type { OutbreakKind } from '../outbreaks/outbreak-thresholds.ts'
import type { Channel, ChannelStep } from './channel.ts'
import { type Due, dueOf, earliestOf } from './due.ts'
import type { Readings } from './readings.ts'
import { routeEvent } from './route-event.ts'
import { isWritten, type Sending } from './sending.ts'

const MS_PER_HOUR = 3_600_000
/** From here on a delay in hours is shown as pressing, then one that ends with a day. */
const WATCH_MS = 24 * MS_PER_HOUR
const WATCH_DAY_MS = 14 * 24 * MS_PER_HOUR

/**
 * `now`: « sans délai », not done yet. `open`: a duty without a figure. `not-needed`: done in another
 * way. Else how much time is left.
 */
export type ClockState =
  | 'sent'
  | 'sent-late'
  | 'not-needed'
  | 'now'
  | 'late'
  | 'watch'
  | 'far'
  | 'open'

export interface Clock {
  readonly channel: Channel
  readonly step: ChannelStep
  readonly due: Due
  readonly state: ClockState
  /** The first proof of that step. */
  readonly sending: Sending | undefined
  /** True while the delay runs from a day whose hour nobody kept: it is counted from midnight. */
  readonly fromMidnight: boolean
}

/** What the clocks of an event need to know of it. */
export interface Clocked {
  readonly routing: Answers
  readonly sendings: readonly Sending[]
  readonly occurredOn: Day | undefined
  readonly occurredAt: string
  /** When the home knew, as the triage settled it; the hour of the facts before. */
  readonly discoveredOn: Day | undefined
  readonly discoveredAt: string
  readonly declaredOn: Day | undefined
}

export interface ClockSetting {
  readonly now: number
  readonly timeZone: string
  readonly readings: Readings
  /** Thresholds reached by its home with this event: the kind and the day. */
  readonly outbreaks?: ReadonlyMap<OutbreakKind, Day>
}

/**
 * Every step of every channel that applies to an event, in the table's order, with what is left of its
 * delay. Made of local data alone: it runs without network. Rule R-EI-10.
 */
export function eventClocks(event: Clocked, setting: ClockSetting): readonly Clock[] {
  const { outbreaks = new Map() } = setting
  return routeEvent(event.routing, [...outbreaks.keys()]).flatMap((channel) =>
    channel.steps.map((step) => clockOf(event, channel, step, setting)),
  )
}

/** The clock to show first: late, then at once, then the nearest; undefined when nothing runs. */
export function mostPressing(clocks: readonly Clock[]): Clock | undefined {
  return clocks.filter(({ state }) => isRunning(state)).toSorted((a, b) => rank(a) - rank(b))[0]
}

/** True while something must still be sent, with a figure to it. */
export function isRunning(state: ClockState): boolean {
  return state === 'now' || state === 'late' || state === 'watch' || state === 'far'
}

function clockOf(
  event: Clocked,
  channel: Channel,
  step: ChannelStep,
  setting: ClockSetting,
): Clock {
  const ofStep = (code: string) =>
    event.sendings.find((sent) => sent.channel === channel.code && sent.step === code)
  const sending = ofStep(step.code)
  const start = startOf(event, channel, step, ofStep, setting)
  const due: Due = start
    ? dueOf(step, start.at, setting.timeZone, setting.readings)
    : { kind: 'unset' }
  const spared = step.notNeededAfterWritten && ofStep(step.notNeededAfterWritten)
  const state =
    spared && isWritten(spared) && !sending ? 'not-needed' : stateOf(due, sending, setting)
  return { channel, step, due, state, sending, fromMidnight: start?.fromMidnight ?? false }
}

interface Start {
  readonly at: number
  readonly fromMidnight: boolean
}

/** When the delay of a step began; undefined when the event carries no day at all. */
function startOf(
  event: Clocked,
  channel: Channel,
  { delay, reading }: ChannelStep,
  ofStep: (code: string) => Sending | undefined,
  { timeZone, readings, outbreaks }: ClockSetting,
): Start | undefined {
  const moment = (on: Day | undefined, at: string): Start | undefined =>
    on && { at: at ? instantAt(on, at, timeZone) : earliestOf(on, timeZone), fromMidnight: !at }
  const metOn =
    channel.code === 'ira' || channel.code === 'gea' ? outbreaks?.get(channel.code) : undefined
  if (metOn) return moment(metOn, '')
  const known =
    moment(event.discoveredOn, event.discoveredAt) ??
    moment(event.occurredOn, event.occurredAt) ??
    moment(event.declaredOn, '')
  if (reading && readings[reading] === 'event')
    return moment(event.occurredOn, event.occurredAt) ?? known
  const from = 'from' in delay ? delay.from : 'known'
  if (from === 'known') return known
  const earlier = ofStep(from.step)
  return earlier ? moment(earlier.on, earlier.at) : known
}

function stateOf(
  due: Due,
  sending: Sending | undefined,
  { now, timeZone }: ClockSetting,
): ClockState {
  if (sending) {
    // A day alone is not said late as long as one of its hours was in time.
    const at = sending.at
      ? instantAt(sending.on, sending.at, timeZone)
      : earliestOf(sending.on, timeZone)
    return 'at' in due && at >= due.at ? 'sent-late' : 'sent'
  }
  if (due.kind === 'unset') return 'open'
  if (due.kind === 'at-once') return 'now'
  if (now >= due.at) return 'late'
  return due.at - now <= (due.kind === 'day' ? WATCH_DAY_MS : WATCH_MS) ? 'watch' : 'far'
}

/** Late by how long, first; « sans délai » next; then by what is left. */
function rank({ state, due }: Clock): number {
  if (state === 'now') return due.kind === 'at-once' ? due.since - 1e14 : -1e14
  return 'at' in due ? (state === 'late' ? due.at - 1e15 : due.at) : 0
}
