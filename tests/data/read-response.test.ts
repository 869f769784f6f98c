import { describe, expect, it } from 'vitest'
import type { ReceivedPage } from '#data/page.ts'
import { areSound, isBucketWhole, isWhole, wentBack } from '#data/sync/read-response.ts'
import type { SyncHead } from '#protocol/sync.ts'
import { buildHead, buildSyncMeta } from '#tests/builders/build-sync.ts'

const A = 'home/quality'
const B = 'home/events'
const known = { cursors: { [A]: 10 }, grants: { [A]: 'write', [B]: 'read' } } as const

function page(bucket: string, seqs: readonly number[], upTo: number): ReceivedPage {
  return { bucket, upTo, seqs: [...seqs], lines: [] } as unknown as ReceivedPage
}

describe('pages make sense', () => {
  it.each([
    ['right after the cursor', [page(A, [11, 12], 12)]],
    ['with holes, for a record has only its latest sequence', [page(A, [12, 19], 30)]],
    ['without a row, up to where the cursor stood or further', [page(A, [], 10), page(A, [], 14)]],
    ['of a bucket never held, from its beginning', [page(B, [1, 2], 2)]],
    ['several of one bucket, each after the one before', [page(A, [11], 11), page(A, [12], 12)]],
    ['of two buckets, each in its own order', [page(A, [11], 11), page(B, [1], 1)]],
  ])('%s', (_, pages) => {
    expect(areSound(pages, buildHead(), known)).toBe(true)
  })
})

describe('all pages are junk when one', () => {
  it.each([
    ['is of a bucket that is not granted', [page('other/quality', [1], 1)]],
    ['ends before the cursor', [page(A, [], 9)]],
    ['begins at the cursor itself', [page(A, [10], 12)]],
    ['begins before the cursor', [page(A, [9, 11], 12)]],
    ['holds a sequence twice', [page(A, [11, 11], 12)]],
    ['goes back', [page(A, [12, 11], 12)]],
    ['holds a sequence beyond its own end', [page(A, [11, 13], 12)]],
    ['repeats the one before', [page(A, [11], 11), page(A, [11], 11)]],
    ['follows a sound one', [page(B, [1], 1), page(A, [9], 12)]],
  ])('%s', (_, pages) => {
    expect(areSound(pages, buildHead(), known)).toBe(false)
  })

  it('is of a bucket that this very answer withdraws', () => {
    const head = buildHead({ grants: { [B]: 'read' } })
    expect(areSound([page(A, [11], 11)], head, known)).toBe(false)
    expect(areSound([page(B, [1], 1)], head, { ...known, grants: {} })).toBe(true)
  })
})

describe('a server put back to an older day', () => {
  const held = buildSyncMeta({ epoch: 'e1', serverLast: 5, cursors: { [A]: 10 } })
  const answer = (over: Partial<SyncHead> & { last?: number } = {}) =>
    buildHead({ epoch: 'e1', push: { last: over.last ?? 5, outcomes: [] }, ...over })

  it.each([
    ['has another epoch', answer({ epoch: 'e2' })],
    ['holds fewer of our numbers', answer({ last: 4 })],
    ['ends a bucket before our cursor', answer({ news: { [A]: 9 } })],
    ['ends one of several buckets before our cursor', answer({ news: { [B]: 3, [A]: 9 } })],
  ])('%s', (_, head) => {
    expect(wentBack(head, held)).toBe(true)
  })

  it('is not one that goes on, nor the first ever heard', () => {
    expect(wentBack(answer(), held)).toBe(false)
    expect(wentBack(answer({ last: 6, news: { [A]: 10, [B]: 1 } }), held)).toBe(false)
    expect(wentBack(answer({ epoch: 'e9' }), buildSyncMeta())).toBe(false)
  })
})

it('a bucket is whole at its head, or when nothing is said of it', () => {
  expect(isBucketWhole({ [A]: 10 }, { [A]: 10 }, A)).toBe(true)
  expect(isBucketWhole({ [A]: 11 }, { [A]: 10 }, A)).toBe(false)
  expect(isBucketWhole({ [A]: 1 }, {}, A)).toBe(false)
  expect(isBucketWhole({}, {}, A)).toBe(true)
  expect(isWhole({ news: { [A]: 10, [B]: 2 } }, { [A]: 10, [B]: 2 })).toBe(true)
  expect(isWhole({ news: { [A]: 10, [B]: 2 } }, { [A]: 10, [B]: 1 })).toBe(false)
})
