import { describe, expect, it } from 'vitest'
import type { KeptOp } from '#data/stored-shapes.ts'
import { allPushes, nextPush } from '#data/sync/next-push.ts'
import { LIMITS } from '#protocol/limits.ts'
import { buildLocalState } from '#tests/builders/build-sync.ts'
import { buildOp } from '../protocol/merge-world.ts'

function kept(n: number, size = 1): KeptOp {
  const op = buildOp({ device: 1, n, f: { title: { v: 'x'.repeat(size), base: null } } })
  return { n, state: 'pending', seq: 0, op, savedAt: n }
}

const sizeOf = ({ op }: KeptOp) => JSON.stringify(op).length

const numbersOf = ({ ops }: { ops: readonly { id: string }[] }) =>
  ops.map(({ id }) => Number(id.split(':').at(-1)))

describe('the next push', () => {
  it('begins at the first one unanswered, and goes on without a hole', () => {
    const state = buildLocalState({ ops: [kept(4), kept(3)], sync: { serverLast: 2 } })
    const push = nextPush(state)
    expect([push.from, push.declared, push.lost, numbersOf(push)]).toEqual([3, 4, [], [3, 4]])
  })

  it('of nothing says where this device stands', () => {
    const state = buildLocalState({ declared: 4, sync: { serverLast: 4 } })
    expect(nextPush(state)).toEqual({ from: 5, declared: 4, ops: [], lost: [] })
  })

  it('is at most as many as asked', () => {
    const state = buildLocalState({ ops: [kept(1), kept(2), kept(3)] })
    expect(numbersOf(nextPush(state, { limit: 2 }))).toEqual([1, 2])
    expect(numbersOf(nextPush(state, { limit: 3 }))).toEqual([1, 2, 3])
  })

  it('stops before 256 kB; a larger one travels alone', () => {
    const half = LIMITS.pushBytes / 2
    const two = buildLocalState({
      ops: [kept(1, half - 1_000), kept(2, half - 1_000), kept(3, 3_000)],
    })
    expect(numbersOf(nextPush(two))).toEqual([1, 2])
    const large = buildLocalState({ ops: [kept(1, LIMITS.pushBytes), kept(2)] })
    expect(numbersOf(nextPush(large))).toEqual([1])
  })

  it('may be of 256 kB to the byte', () => {
    const rest = LIMITS.pushBytes - sizeOf(kept(1)) - sizeOf(kept(2))
    const sent = (extra: number) =>
      numbersOf(nextPush(buildLocalState({ ops: [kept(1), kept(2, 1 + rest + extra)] })))
    expect([sent(0), sent(1)]).toEqual([[1, 2], [1]])
  })

  it('names the numbers that are nowhere, and sends what follows them', () => {
    const state = buildLocalState({ ops: [kept(5), kept(6)], sync: { serverLast: 2 } })
    const push = nextPush(state)
    expect([push.from, push.lost, numbersOf(push)]).toEqual([5, [3, 4], [5, 6]])
  })

  it('names those at the end too, with nothing to send', () => {
    const state = buildLocalState({ declared: 4, sync: { serverLast: 2 } })
    expect(nextPush(state)).toEqual({ from: 5, declared: 4, ops: [], lost: [3, 4] })
  })

  it('stops at a hole in the middle: it is named the next time', () => {
    const state = buildLocalState({ ops: [kept(1), kept(3)] })
    expect(numbersOf(nextPush(state))).toEqual([1])
  })

  it('names at most a thousand numbers, and sends nothing before the others are named', () => {
    const state = buildLocalState({ ops: [kept(1_501)] })
    const push = nextPush(state)
    expect([push.from, push.lost.length, push.lost.at(-1), push.ops]).toEqual([
      1_001,
      1_000,
      1_000,
      [],
    ])
  })

  it('leaves to a double the numbers it took: neither sent nor declared', () => {
    const state = buildLocalState({ ops: [kept(1), kept(2), kept(3)] })
    const push = nextPush(state, { below: 3 })
    expect([push.declared, numbersOf(push)]).toEqual([2, [1, 2]])
    expect(nextPush(state, { below: 9 }).declared).toBe(3)
  })

  it('sends again from the first one unanswered what the server already holds', () => {
    const state = buildLocalState({ ops: [kept(2), kept(3)], sync: { serverLast: 3 } })
    expect([nextPush(state).from, numbersOf(nextPush(state))]).toEqual([2, [2, 3]])
  })
})

describe('all pushes', () => {
  it('follow one another to the last operation, each as the answer to the one before would allow', () => {
    const half = LIMITS.pushBytes / 2
    const ops = [kept(1, half), kept(2, half), kept(3), kept(6)]
    const pushes = allPushes(buildLocalState({ ops }))
    expect(pushes.map((push) => [push.from, push.lost, numbersOf(push)])).toEqual([
      [1, [], [1]],
      [2, [], [2, 3]],
      [6, [4, 5], [6]],
    ])
  })

  it('of nothing are one, which says where this device stands', () => {
    expect(allPushes(buildLocalState({ declared: 2, sync: { serverLast: 2 } }))).toEqual([
      { from: 3, declared: 2, ops: [], lost: [] },
    ])
  })
})
