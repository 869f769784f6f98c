import { expect, it } from 'vitest'
import { quoted } from '#domain/shared/text.ts'
import { frenchSpaces } from '#domain/shared/typography.ts'

it('a month cut short at the end of a sentence ends it', () => {
  expect(frenchSpaces('Le plus ancien date du 18 nov.. Voir.')).toBe(
    'Le plus ancien date du 18 nov. Voir.',
  )
  expect(frenchSpaces('Avant le 5 déc., puis…')).toBe('Avant le 5 déc., puis…')
})

it('a point of suspension typed in full stops is left as it is', () => {
  expect(frenchSpaces('Attente... 3 en nov...')).toBe('Attente... 3 en nov...')
})

it('a no-break space stands before the high signs and inside guillemets', () => {
  expect(frenchSpaces('« Prêt ? » : 84 %')).toBe('«\u00a0Prêt\u00a0?\u00a0»\u00a0: 84\u00a0%')
})

it('someone’s own words carry the quotation marks of the reader', () => {
  expect(quoted(' Chute au couloir. ', 'fr')).toBe('«\u00a0Chute au couloir.\u00a0»')
  expect(quoted('Chute au couloir.', 'en')).toBe('“Chute au couloir.”')
})
