import { expect, test } from 'vitest'
import { maskPersonalData } from '#domain/adverse-event/mask-personal-data.ts'

test('names, rooms, birth dates and telephones are hidden, the facts stay', () => {
  expect(
    maskPersonalData(
      'Mme Bellance, chambre 12, née le 03/04/1941, tombée. Appeler le 0690 12 34 56.',
    ),
  ).toBe('[…], […], […], tombée. Appeler le […].')
})

test('a text without any is untouched', () => {
  expect(maskPersonalData('Tombée près du lit à 14:20.')).toBe('Tombée près du lit à 14:20.')
})
