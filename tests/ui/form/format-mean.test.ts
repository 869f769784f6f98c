import { expect, it } from 'vitest'
import { cutMean } from '#domain/has/element-scores.ts'
import { formatMean } from '#ui/form/format-mean.ts'

it('a mean says its two decimals, zeros too, cut and not rounded', () => {
  expect(formatMean(3.5, 'fr')).toBe('3,50')
  expect(formatMean(4, 'fr')).toBe('4,00')
  expect(formatMean(cutMean(11 / 3), 'fr')).toBe('3,66')
  expect(formatMean(3.5, 'en')).toBe('3.50')
})
