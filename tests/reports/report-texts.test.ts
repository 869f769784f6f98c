import { expect, test } from 'vitest'
import { en } from '#reports/en.ts'
import { fr } from '#reports/fr.ts'
import { printable } from '#reports/printable.ts'
import { reportTexts } from '#reports/report-texts.ts'

test('both languages hold the same keys and the same values to fill in', () => {
  const values = (text: string) => [...new Set(text.match(/\{\w+/g) ?? [])].sort()
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  for (const key of Object.keys(fr) as (keyof typeof fr)[]) {
    expect([key, values(en[key])]).toEqual([key, values(fr[key])])
  }
})

test('French counts 0 and 1 in the singular, English 1 alone', () => {
  expect(reportTexts('fr')('late', { days: 0 })).toBe('En retard de 0 jour')
  expect(reportTexts('en')('late', { days: 0 })).toBe('0 days late')
  expect(reportTexts('en')('late', { days: 1 })).toBe('1 day late')
})

test('a letter the font lacks loses its accent, the rest is a question mark', () => {
  expect(printable('Zoë ě ﬁn 🙂 8\u202f000')).toBe('Zoë e fin ? 8\u00a0000')
  expect(printable('e\u0301te\u0301')).toBe('été')
})
