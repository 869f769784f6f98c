import { expect, test } from 'vitest'
import { type Group, maskSmallGroups } from '#domain/adverse-event/numbers/mask-small-groups.ts'

type Cell = readonly [count: number, anonymous: number]

const groupsOf = (cells: readonly Cell[]): readonly Group[] =>
  cells.map(([count, anonymous], index) => ({ id: `g${index}`, count, anonymous }))

/** What is shown of each group, `x` when it is hidden. */
const shown = (...cells: readonly Cell[]) => {
  const groups = groupsOf(cells)
  const { hidden } = maskSmallGroups(groups)
  return groups.map(({ id, count }) => (hidden.includes(id) ? 'x' : count))
}

test('a group under five that holds an anonymous declaration is masked, and never alone', () => {
  expect(shown([12, 3], [8, 0], [3, 1])).toEqual([12, 'x', 'x'])
  expect(shown([12, 3], [8, 0], [3, 1], [2, 0])).toEqual([12, 8, 'x', 'x'])
})

test('without an anonymous declaration in a small group, every group is shown, zeros too', () => {
  expect(shown([3, 0], [0, 0], [9, 4])).toEqual([3, 0, 9])
})

test('groups that a sum or their like would betray take a larger one with them', () => {
  // Two of four: only ever four and four.
  expect(shown([4, 1], [4, 1], [9, 0], [20, 0])).toEqual(['x', 'x', 'x', 20])
  // Three at most are missing of the total: one and two, or two and one.
  expect(shown([1, 1], [2, 0], [9, 0], [20, 0])).toEqual(['x', 'x', 'x', 20])
  // Which of the two sixes would tell by its rank: both go.
  expect(shown([3, 1], [6, 0], [6, 0], [20, 0])).toEqual(['x', 'x', 'x', 20])
})

test('empty groups do not make two fours safe: who knows them empty would know the fours', () => {
  expect(shown([4, 1], [4, 0], [0, 0], [9, 0], [20, 0])).toEqual(['x', 'x', 'x', 'x', 20])
})

test('when nothing can be shown, the total alone is said', () => {
  expect(shown([2, 1], [1, 0])).toEqual(['x', 'x'])
  expect(
    maskSmallGroups(
      groupsOf([
        [7, 0],
        [2, 1],
      ]),
    ),
  ).toEqual({
    shown: [],
    hidden: ['g0', 'g1'],
    hiddenCount: 9,
  })
})

/** Every table of that many groups up to that total, each group with or without an anonymous one. */
function tables(groups: number, total: number): readonly (readonly Cell[])[] {
  if (groups === 0) return [[]]
  const found: (readonly Cell[])[] = []
  for (let count = 0; count <= total; count++)
    for (const anonymous of count === 0 ? [0] : [0, 1])
      for (const rest of tables(groups - 1, total - count))
        found.push([[count, anonymous], ...rest])
  return found
}

test.each([
  [2, 22],
  [3, 16],
  [4, 14],
])(
  'of every table of %i groups up to %i events, no hidden count is given back',
  (groups, total) => {
    // Who looks knows the rule, what is shown, the total, and which groups are empty.
    const seen = new Map<string, { cells: readonly Cell[]; hidden: readonly string[] }[]>()
    for (const cells of tables(groups, total)) {
      const { shown, hidden, hiddenCount } = maskSmallGroups(groupsOf(cells))
      const empty = cells.map(([count]) => count === 0)
      const picture = JSON.stringify([
        shown.map(({ id, count }) => [id, count]),
        hiddenCount,
        empty,
      ])
      seen.set(picture, [...(seen.get(picture) ?? []), { cells, hidden }])
    }
    for (const [picture, like] of seen) {
      const [first] = like
      // Nothing is shown but the total: no rule can say less.
      if (!first || first.hidden.length === groups || first.hidden.length === 0) continue
      first.cells.forEach(([count], index) => {
        if (count === 0 || !first.hidden.includes(`g${index}`)) return
        const counts = new Set(like.map(({ cells }) => cells[index]?.[0]))
        expect(counts.size, `${picture}, group ${index}`).toBeGreaterThan(1)
      })
    }
  },
)
