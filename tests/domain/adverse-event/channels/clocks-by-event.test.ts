import { expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { clocksByEvent } from '#domain/adverse-event/channels/clocks-by-event.ts'
import { clocksCalendar } from '#domain/adverse-event/channels/clocks-calendar.ts'
import { readReadings } from '#domain/adverse-event/channels/readings.ts'
import { recordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const SETTING = {
  now: NOW,
  timeZone: 'America/Guadeloupe',
  readings: readReadings(() => undefined),
}

function buildEvent(id: string, fields: Fields, site = 'home-1') {
  return readAdverseEvent(id, site, {
    reference: `EI-${id}`,
    occurredOn: '2026-11-22',
    declaredOn: '2026-11-22',
    identity: 'anonymous',
    'answers.family': 'care',
    ...fields,
  })
}

const cough = (id: string, on: string, fields: Fields = {}, site = 'home-1') =>
  buildEvent(id, { occurredOn: on, 'answers.details': ['care-cough'], ...fields }, site)

const codes = (events: readonly ReturnType<typeof buildEvent>[]) =>
  [...clocksByEvent(events, SETTING)].map(
    ([id, clocks]) => `${id} ${clocks.map(({ step, state }) => `${step.code}:${state}`)}`,
  )

test('three coughs ticked on ward phones in four days open the respiratory channel, before any triage', () => {
  const events = [cough('a', '2026-11-20'), cough('b', '2026-11-22'), cough('c', '2026-11-23')]
  expect(codes(events)).toEqual([
    'a opening:now,closing:open',
    'b opening:now,closing:open',
    'c opening:now,closing:open',
  ])
  expect(codes(events.slice(1))).toEqual([])
})

test('two homes are never added, nor staff, nor a duplicate', () => {
  const two = [cough('a', '2026-11-20'), cough('b', '2026-11-22')]
  expect(codes([...two, cough('c', '2026-11-22', {}, 'home-2')])).toEqual([])
  expect(codes([...two, cough('c', '2026-11-22', { duplicateOf: 'b' })])).toEqual([])
  const staff = {
    'routing.situations': ['infection'],
    'routing.infection': 'respiratory',
    'routing.infected': 'staff',
  }
  expect(codes([...two, cough('c', '2026-11-22', staff)])).toEqual([])
})

test('the triage corrects the chips, and counts several people in one declaration', () => {
  const digestive = {
    'routing.situations': ['infection'],
    'routing.infection': 'digestive',
    'routing.cases': 5,
  }
  expect(codes([cough('a', '2026-11-22', digestive)])).toEqual(['a opening:now,closing:open'])
})

test('an outbreak told once is told for all its declarations', () => {
  const sent = {
    'sendings.s1': {
      channel: 'ira',
      step: 'opening',
      on: '2026-11-23',
      at: '10:00',
      how: 'portal',
    },
  }
  const events = [
    cough('a', '2026-11-20', sent),
    cough('b', '2026-11-22'),
    cough('c', '2026-11-23'),
  ]
  expect(codes(events)).toEqual([
    'a opening:sent,closing:open',
    'b opening:sent,closing:open',
    'c opening:sent,closing:open',
  ])
})

test('the calendar says the duty and the reference, never the facts, in lines any telephone reads', () => {
  const event = buildEvent('a', {
    'answers.facts': 'Trouvée au sol près du lit.',
    discoveredOn: '2026-11-23',
    discoveredAt: '04:05',
    'routing.categories': ['D04'],
    'routing.care': 'yes',
    'routing.harm': 'life',
    'routing.unexpected': 'yes',
    'sendings.s1': { channel: 'l331', step: 'alert', on: '2026-11-23', at: '04:40', how: 'phone' },
    'sendings.s2': { channel: 'eigs', step: 'part1', on: '2026-11-23', at: '09:00', how: 'portal' },
  })
  const clocks = clocksByEvent([event], SETTING).get(recordId('a')) ?? []
  const entries = clocks.map((clock) => ({
    event: 'a',
    reference: 'EI-a',
    home: 'Les Acomats',
    clock,
  }))
  const calendar = clocksCalendar(entries, NOW, 'fr')
  expect(calendar).toContain('UID:a-l331-written@escale\r\n')
  expect(calendar).toContain('DTSTART:20261125T084000Z\r\n')
  expect(calendar).toContain('UID:a-eigs-part2@escale\r\n')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20270223\r\nDTEND;VALUE=DATE:20270224\r\n')
  expect(calendar).toContain('TRIGGER:-PT24H')
  expect(calendar).not.toContain('alert@')
  expect(calendar.replaceAll('\r\n ', '')).not.toContain('Trouvée')
  const lines = calendar.split('\r\n')
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
  const again = clocksCalendar(entries, NOW + 120_000, 'fr')
  const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1])
  expect(sequence(again)).toBe(sequence(calendar) + 2)
})
