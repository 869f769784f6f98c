// @vitest-environment node
import { expect, test } from 'vitest'
import { changedSince, type RecentChanges, withChange } from '#sync-server/store/recent-changes.ts'

/** Written at 4, then 9, then 12, of a record made at 2. */
const CHANGES: RecentChanges = [
  [2, 'note'],
  [4, 'status', 'note'],
  [9, 'answers.C1'],
]

test.each([
  [1, undefined],
  [2, ['answers.C1', 'note', 'status']],
  [3, ['answers.C1', 'note', 'status']],
  [4, ['answers.C1', 'note', 'status']],
  [8, ['answers.C1', 'note', 'status']],
  [9, ['answers.C1']],
  [11, ['answers.C1']],
])('a device at %i that holds the record lacks the fields written since', (cursor, names) => {
  const found = changedSince(CHANGES, cursor)
  expect(found && [...found].sort()).toEqual(names)
})

test('a record never changed has nothing to tell: it travels whole', () => {
  expect(changedSince([], 5)).toBeUndefined()
})

test('only the last thirty-two changes are kept', () => {
  let changes: RecentChanges = []
  for (let seq = 1; seq <= 40; seq++) changes = withChange(changes, seq, [`f${seq}`])
  expect(changes).toHaveLength(32)
  expect(changedSince(changes, 8)).toBeUndefined()
  expect(changedSince(changes, 9)?.size).toBe(32)
})
