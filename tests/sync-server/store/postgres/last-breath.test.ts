import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '#tests/support/test-store.ts'

let opened: TestStore

beforeEach(async () => {
  opened = await openTestStore()
})

afterEach(() => opened.remove())

test('what is asked after the end of a write was said is refused, and not kept alone', async () => {
  const late = opened.store.write(async (session) => {
    session.endsHere()
    await session.meta.markDemo()
  })
  await expect(late).rejects.toThrow('after the end')
  expect(await opened.store.read(({ meta }) => meta.isDemo())).toBe(false)
  await opened.store.write(({ meta }) => meta.markDemo())
  expect(await opened.store.read(({ meta }) => meta.isDemo())).toBe(true)
})
