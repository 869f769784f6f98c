import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNEL_TABLE } from '#domain/adverse-event/channels/channel-table.ts'
import {
  type Clocked,
  eventClocks,
  mostPressing,
} from '#domain/adverse-event/channels/event-clocks.ts'
import { readReadings } from '#domain/adverse-event/channels/readings.ts'
import { addDays, day } from '#domain/shared/day.ts'
import { GUADELOUPE, LINES, type Line, moment, OPENS, PARIS, sendingOf } from './channel-lines.ts'

const USUAL = readReadings(() => undefined)

function clocked({ channel, known, after }: Pick<Line, 'channel' | 'known' | 'after'>): Clocked {
  const { on, at } = moment(known)
  return {
    routing: new Map(Object.entries(OPENS[channel])),
    sendings: after ? [sendingOf(channel, after)] : [],
    occurredOn: on,
    occurredAt: at,
    discoveredOn: undefined,
    discoveredAt: '',
    declaredOn: on,
  }
}

function clockOf(line: Line, now = Date.parse('2026-11-24T12:00:00Z')) {
  const { channel, step, zone, readings = {} } = line
  const isOutbreak = channel === 'ira' || channel === 'gea'
  const clock = eventClocks(clocked(line), {
    now,
    timeZone: zone,
    readings: readReadings((id) => readings[id]),
    ...(isOutbreak && { outbreaks: new Map([[channel, moment(line.known).on]]) }),
  }).find((each) => each.channel.code === channel && each.step.code === step)
  if (!clock) throw new Error(`No clock for ${channel} ${step}`)
  return clock
}

function said(line: Line): string {
  const { due } = clockOf(line)
  if (due.kind === 'day') return due.on
  if (due.kind === 'instant') return new Date(due.at).toISOString().replace('.000', '')
  return due.kind
}

describe('the clock table, line by line', () => {
  test.each(LINES)('$channel $step, known $known in $zone: $due, $why', (line) => {
    expect(said(line)).toBe(line.due)
  })

  test('no step of the table is without a dated line, no line is of another table', () => {
    const steps = CHANNEL_TABLE.flatMap(({ code, steps: of }) =>
      of.map((step) => `${code} ${step.code}`),
    )
    expect(new Set(LINES.map(({ channel, step }) => `${channel} ${step}`))).toEqual(new Set(steps))
  })
})

const written = { channel: 'l331', step: 'written', zone: GUADELOUPE, due: '', why: '' } as const
const called = { ...written, known: '2026-11-23 04:05', after: 'alert 2026-11-23 04:40 phone' }
const at = (text: string) => Date.parse(text)

test('48 hours are far, pressing in the last 24, late to the minute', () => {
  const states = [
    '2026-11-23T09:00:00Z',
    '2026-11-24T08:40:00Z',
    '2026-11-25T08:39:59Z',
    '2026-11-25T08:40:00Z',
  ].map((now) => clockOf(called, at(now)).state)
  expect(states).toEqual(['far', 'watch', 'watch', 'late'])
})

test('three months are late at the midnight that ends the day, not at the hour of the first part', () => {
  const line: Line = {
    ...written,
    channel: 'eigs',
    step: 'part2',
    known: '2026-11-23 04:05',
    after: 'part1 2026-11-23 09:00 portal',
  }
  expect(clockOf(line, at('2027-02-24T03:59:59Z')).state).toBe('watch')
  expect(clockOf(line, at('2027-02-24T04:00:00Z')).state).toBe('late')
})

test('« sans délai » waits until a proof is noted, then is done', () => {
  const alert: Line = { ...written, step: 'alert', known: '2026-11-23 04:05' }
  expect(clockOf(alert).state).toBe('now')
  expect(clockOf({ ...alert, after: 'alert 2026-11-23 04:40 phone' }).state).toBe('sent')
})

test('told in writing at once, no confirmation is awaited; told by voice, it is', () => {
  expect(clockOf({ ...called, after: 'alert 2026-11-23 04:40 portal' }).state).toBe('not-needed')
  expect(clockOf(called).state).not.toBe('not-needed')
})

test('a proof after the term says so; a day without hour is not said late for it', () => {
  const sent = (after: string) => clockOf({ ...written, known: '2026-11-23 04:05', after }).state
  expect(sent('written 2026-11-25 04:04 email')).toBe('sent')
  expect(sent('written 2026-11-25 04:05 email')).toBe('sent-late')
  expect(sent('written 2026-11-25  email')).toBe('sent')
})

test('the home knew later than it happened: the delay runs from when it knew', () => {
  const event: Clocked = {
    ...clocked({ channel: 'data-breach', known: '2026-11-20 15:20' }),
    discoveredOn: day('2026-11-23'),
    discoveredAt: '08:00',
  }
  const [clock] = eventClocks(event, { now: 0, timeZone: PARIS, readings: USUAL })
  expect(clock?.due).toMatchObject({ at: Date.parse('2026-11-26T07:00:00Z') })
})

test('what is late comes first, then what has no delay, then the nearest', () => {
  const event: Clocked = {
    ...clocked({ channel: 'l331', known: '2026-11-20 08:00' }),
    routing: new Map(
      Object.entries({
        categories: ['D04'],
        situations: ['data-breach', 'food-poisoning'],
      }),
    ),
    sendings: [sendingOf('l331', 'alert 2026-11-22 08:00 phone')],
  }
  const pressing = (now: string) => {
    const clock = mostPressing(
      eventClocks(event, { now: at(now), timeZone: GUADELOUPE, readings: USUAL }),
    )
    return `${clock?.channel.code} ${clock?.state}`
  }
  expect(pressing('2026-11-23T10:00:00Z')).toBe('tiac now')
  expect(pressing('2026-11-23T13:00:00Z')).toBe('data-breach late')
  expect(mostPressing([])).toBeUndefined()
})

test('hours that pass are the same number whatever the zone and the season', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom(PARIS, GUADELOUPE),
      (days, minute, zone) => {
        const two = (value: number) => String(value).padStart(2, '0')
        const on = addDays(day('2024-01-01'), days)
        const known = `${on} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
        const line: Line = { ...written, channel: 'data-breach', step: 'notify', zone, known }
        const { due } = clockOf(line)
        if (due.kind !== 'instant') throw new Error(due.kind)
        expect(due.at - due.since).toBe(72 * 3_600_000)
        const open = clockOf({ ...line, channel: 'work-accident', step: 'declare' }).due
        if (open.kind !== 'instant') throw new Error(open.kind)
        expect(open.at - open.since).toBeGreaterThanOrEqual(48 * 3_600_000)
        expect(open.at - open.since).toBeLessThan(8 * 24 * 3_600_000)
      },
    ),
    { numRuns: 80, seed: 5 },
  )
})
