import { expect, test } from 'vitest'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'

test.each([
  ['Trouvée près du lit par Mme B., consciente.', 'name', 'Mme B.'],
  ['M. Élisée refuse.', 'name', 'M. Élisée'],
  ['Vu avec Monsieur Dupont-Ly hier', 'name', 'Monsieur Dupont-Ly'],
  ['Chute en chambre 112, sans douleur', 'room', 'chambre 112'],
  ['Sa fille, née le 12/04/1961', 'birth-date', 'née le 12/04/1961'],
  ['Résident du 03.02.1939', 'birth-date', '03.02.1939'],
  ['Au sol, ch.12, et non au lit', 'room', 'ch.12'],
  ['Appartement n° 4 bis', 'room', 'Appartement n° 4'],
  ['Elle est née le 3 mai 1932', 'birth-date', 'née le 3 mai 1932'],
  ['Résidente du 1er mars 1941', 'birth-date', '1er mars 1941'],
  ['Famille au 06 90 12 34 56', 'phone', '06 90 12 34 56'],
  ['Famille au +590 690123456', 'phone', '+590 690123456'],
])('« %s » is pointed out', (text, kind, found) => {
  expect(findPersonalData(text)).toMatchObject([{ kind, found }])
})

test.each([
  'Trouvée assise au sol près du lit, consciente, se plaint du poignet.',
  'Réfrigérateur à 9,2 °C de 4 h à 6 h 30, 12 insulines écartées.',
  'Événement du 17/11/2026, deuxième en un mois.',
  'Chute du 3 mai 2026, au lit depuis 2 heures.',
  'Madame est tombée, monsieur a appelé.',
  'La chambre était fermée, comprimé de 5 mg oublié à midi.',
])('« %s » holds nobody', (text) => {
  expect(findPersonalData(text)).toEqual([])
})

test('offsets cut the text exactly', () => {
  const text = 'Dit par M. X puis Mme Y.'
  expect(findPersonalData(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'M. X',
    'Mme Y.',
  ])
})
