import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceId } from '#domain/shared/ids.ts'
import { buildLogEntry, foundStore } from '#tests/builders/build-stored.ts'
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

test('a write that said its end and was taken back is not told as done, whoever hid the failure', async () => {
  const tablet = deviceId('tablet')
  await foundStore(opened.store, [tablet])
  await opened.store.write(({ log }) => log.append([buildLogEntry(tablet, 1)]))
  const hidden = opened.store.write(async (session) => {
    const failing = session.log.append([buildLogEntry(tablet, 1)]).catch(() => undefined)
    session.endsHere()
    await failing
  })
  await expect(hidden).rejects.toThrow('ended with')
})
