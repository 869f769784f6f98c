import { expect, test } from 'vitest'
import { distanceKm, widestKm } from '#domain/site/distance.ts'

const pointeAPitre = { latitude: 16.2411, longitude: -61.5331 }
const basseTerre = { latitude: 15.9985, longitude: -61.726 }

test('a quarter of the equator is 10,008 km', () => {
  expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })).toBeCloseTo(
    10007.6,
    0,
  )
})

test('Pointe-à-Pitre to Basse-Terre is about 34 km in a straight line, both ways', () => {
  expect(distanceKm(pointeAPitre, basseTerre)).toBeGreaterThan(33)
  expect(distanceKm(pointeAPitre, basseTerre)).toBeLessThan(35)
  expect(distanceKm(basseTerre, pointeAPitre)).toBe(distanceKm(pointeAPitre, basseTerre))
})

test('one home alone is at no distance', () => {
  expect(widestKm([pointeAPitre])).toBe(0)
  expect(widestKm([])).toBe(0)
})
