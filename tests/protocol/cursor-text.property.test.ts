import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCursors, writeCursors } from '#protocol/cursor-text.ts'

const cursors = fc.array(fc.oneof(fc.nat(300), fc.maxSafeNat()))

it('cursors come out of their text as they went in', () => {
  fc.assert(
    fc.property(cursors, (all) => {
      expect(readCursors(writeCursors(all))).toEqual(all)
    }),
  )
})

it('a text is nothing or the cursors of which it is the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[\w-]*$/)), (text) => {
      const read = readCursors(text)
      if (read) expect(writeCursors(read)).toBe(text)
    }),
  )
})

it.each(['?', 'gA', 'AAA=', '_____________38', 'a b'])('%s holds no cursors', (text) => {
  expect(readCursors(text)).toBeUndefined()
})

it('none is the empty text, and small ones take less than as JSON', () => {
  expect(writeCursors([])).toBe('')
  expect(readCursors('')).toEqual([])
  expect(writeCursors([8_412, 12, 160_400])).toHaveLength(8)
})
