// @vitest-environment node
import { expect, test } from 'vitest'
import { dispositifId, recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import type { RecordState } from '#protocol/merge.ts'
import type { Session, Store } from '#sync-server/store/store.ts'
import { createListeners } from '#sync-server/sync/listeners.ts'

const DISPOSITIF = dispositifId('dispositif')
const EVENTS = bucketId(siteId('home-1'), 'events')
const OTHER_EVENTS = bucketId(siteId('home-2'), 'events')

/** Keeps nothing: what is said of a write is looked at, not the write. */
const STORE = {
  write: (work: (session: Session) => Promise<unknown>) =>
    work({ records: { stamp: async () => new Map() } } as never),
} as Store

const state = (id: string) => ({ id: recordId(id), bucket: EVENTS }) as RecordState

test('a write is told to those who listen in its buckets, once it is on disk', async () => {
  const { store, listen } = createListeners(STORE)
  const here = listen([EVENTS])
  const elsewhere = listen([OTHER_EVENTS])
  await store.write(async ({ records }) => {
    await records.stamp(DISPOSITIF, [state('a')])
    expect(await here.next(1)).toBe('quiet')
  })
  expect(await here.next(1)).toBe('moved')
  expect(await here.next(1)).toBe('quiet')
  expect(await elsewhere.next(1)).toBe('quiet')
})

test('a write that failed is told to nobody', async () => {
  const { store, listen } = createListeners(STORE)
  const here = listen([EVENTS])
  const failing = store.write(async ({ records }) => {
    await records.stamp(DISPOSITIF, [state('a')])
    throw new Error('power')
  })
  await expect(failing).rejects.toThrow('power')
  expect(await here.next(1)).toBe('quiet')
})

test('what came without a name wakes nobody by itself', async () => {
  const { store, listen } = createListeners(STORE)
  const here = listen([EVENTS])
  const anonymous = state('a')
  const mingled = new Set([anonymous.id])
  await store.write(({ records }) => records.stamp(DISPOSITIF, [anonymous], { mingled }))
  expect(await here.next(1)).toBe('quiet')
  const signed = state('b')
  await store.write(({ records }) => records.stamp(DISPOSITIF, [anonymous, signed], { mingled }))
  expect(await here.next(1)).toBe('moved')
})

test('who left is told nothing, and who waits hears the end', async () => {
  const { listen, endAll } = createListeners(STORE)
  const left = listen([EVENTS])
  left.end()
  expect(await left.next(1)).toBe('ended')
  const waiting = listen([EVENTS]).next(60_000)
  endAll()
  expect(await waiting).toBe('ended')
})
