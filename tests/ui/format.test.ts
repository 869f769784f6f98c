import { expect, it } from 'vitest'
import { formatNumber, formatPercent } from '#ui/format.ts'

it('a negative figure carries the minus sign, not the hyphen Intl writes', () => {
  expect(formatNumber(-8.24, 'fr', 1)).toBe('\u22128,2')
  expect(formatNumber(-1234, 'fr')).toBe('\u22121\u00a0234')
  expect(formatPercent(-0.2, 'fr')).toBe('\u221220\u00a0%')
  expect(formatNumber(-8.24, 'en', 1)).toBe('\u22128.2')
})

it('what rounds to zero has no sign', () => {
  expect(formatNumber(-0.04, 'fr', 1)).toBe('0')
  expect(formatNumber(8.25, 'fr', 1)).toBe('8,3')
})
