import { afterEach, beforeEach, expect, test } from 'vitest'
import { rehearse } from '#sync-server/sync/rehearse.ts'
import { openTestStore, type TestStore } from '#tests/support/test-store.ts'

let opened: TestStore

beforeEach(async () => {
  opened = await openTestStore()
})

afterEach(() => opened.remove())

test('the rounds played before the first device leave nothing, and none fails', async () => {
  const faults: unknown[] = []
  await rehearse(opened.store, (error) => faults.push(error))
  expect(faults).toEqual([])
  expect(await opened.store.settledPosition()).toBe(0)
  const kept = await opened.store.read(async ({ directory, records }) => ({
    dispositifs: await directory.dispositifs(),
    records: await records.all(),
  }))
  expect(kept).toEqual({ dispositifs: [], records: [] })
})

test('a store that refuses them is told of once, and the server may start', async () => {
  const full = new Error('database or disk is full')
  const faults: unknown[] = []
  const store = { ...opened.store, write: () => Promise.reject(full) }
  await rehearse(store, (error) => faults.push(error))
  expect(faults).toEqual([full])
})
