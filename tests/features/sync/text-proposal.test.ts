import { expect, test } from 'vitest'
import { bothTexts, proposeText, runsOf } from '#features/sync/review/text-proposal.ts'

const WAS = 'Étiquettes effacées.'

test('what each added to the same text is joined', () => {
  const one = { text: 'Étiquettes effacées. Vues le 10.', was: WAS }
  const other = { text: 'Trois Étiquettes effacées.', was: WAS }
  expect(proposeText(one, other)).toEqual({
    text: 'Trois Étiquettes effacées. Vues le 10.',
    clashes: false,
  })
})

test('the same words changed in two ways are kept one after the other, and it is said', () => {
  const made = proposeText(
    { text: 'Étiquettes refaites.', was: WAS },
    { text: 'Étiquettes illisibles.', was: WAS },
  )
  expect(made).toEqual({ text: 'Étiquettes refaites. illisibles.', clashes: true })
})

test('nothing is proposed when the two did not begin with the same text', () => {
  expect(
    proposeText({ text: 'a b', was: WAS }, { text: 'c d', was: 'autre chose' }),
  ).toBeUndefined()
  expect(
    proposeText({ text: 'a b', was: undefined }, { text: 'c d', was: undefined }),
  ).toBeUndefined()
  expect(bothTexts('a b ', 'c d')).toBe('a b\nc d')
})

test('what differs is told word by word', () => {
  expect(runsOf('une étiquette rouge', 'une étiquette bleue')).toEqual([
    { words: 'une étiquette ', differs: false },
    { words: 'rouge', differs: true },
  ])
})
