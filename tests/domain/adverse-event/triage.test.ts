import { expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { criticality } from '#domain/adverse-event/criticality.ts'
import { findDuplicates } from '#domain/adverse-event/find-duplicates.ts'
import { readRiskScales } from '#domain/adverse-event/risk-scales.ts'
import type { Fields } from '#domain/shared/json.ts'

const event = (id: string, fields: Fields = {}, site = 'home-1') =>
  readAdverseEvent(id, site, {
    reference: `EI-${id}`,
    unit: 'u1',
    occurredOn: '2026-03-01',
    'answers.family': 'fall',
    ...fields,
  })

const found = (...others: ReturnType<typeof event>[]) =>
  findDuplicates(event('e'), [event('e'), ...others]).map(({ id }) => id)

test('same home, same family, a day apart at most: over a month’s end too', () => {
  expect(
    found(
      event('before', { occurredOn: '2026-02-28' }),
      event('same', { unit: 'u2' }),
      event('unit'),
      event('far', { occurredOn: '2026-02-27' }),
      event('meal', { 'answers.family': 'meal' }),
      event('elsewhere', {}, 'home-2'),
      event('aside', { duplicateOf: 'unit' }),
    ),
  ).toEqual(['unit', 'same', 'before'])
})

test('the declaration’s day serves when the facts carry none; without any, nothing is suggested', () => {
  expect(found(event('x', { occurredOn: null, declaredOn: '2026-03-02' }))).toEqual(['x'])
  expect(findDuplicates(event('e', { occurredOn: null }), [event('x')])).toEqual([])
})

test('the dispositif words its levels; what it left empty keeps the usual words', () => {
  const scales = readRiskScales({ 'scale.gravity.5': 'Irréversible', 'scale.frequency.1': ' ' })
  expect(scales.word('gravity', 5, 'fr')).toBe('Irréversible')
  expect(scales.word('gravity', 4, 'fr')).toBe('Critique')
  expect(scales.word('frequency', 1, 'fr')).toContain('Très improbable')
})

test('zones follow the bounds of the dispositif, unless they make no sense', () => {
  const { bounds } = readRiskScales({ 'scale.watchFrom': 4, 'scale.refuseFrom': 12 })
  expect(criticality(2, 2, bounds).zone).toBe('watch')
  expect(criticality(2, 5, bounds).zone).toBe('watch')
  expect(criticality(3, 4, bounds).zone).toBe('refused')
  expect(criticality(5, 1, bounds).zone).toBe('refused')
  expect(readRiskScales({ 'scale.watchFrom': 12, 'scale.refuseFrom': 4 }).bounds).toEqual({
    watchFrom: 5,
    refuseFrom: 10,
  })
})
