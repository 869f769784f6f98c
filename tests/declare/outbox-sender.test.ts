// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { RETRY_MS } from '#declare/outbox-sender.ts'
import { seal } from '#declare/seal.ts'
import type { Declaration } from '#protocol/intake.ts'
import { buildWorld, TOKEN } from './phone-world.ts'

const DECLARATION: Declaration = {
  form: 'declare-event',
  formVersion: 1,
  answers: { family: 'fall', gravity: 'discomfort' },
  identity: 'anonymous',
  occurredOn: '2026-11-24',
  receipt: '7391446021589027',
}

async function buildSealed() {
  const world = await buildWorld()
  const id = world.phone.randomUUID()
  const envelope = await seal(DECLARATION, world.place.key, id)
  await world.phone.store.sealAway({ token: TOKEN, envelope })
  return { ...world, id }
}

afterEach(() => vi.useRealTimers())

test('an envelope leaves the phone only when the server names it', async () => {
  const { phone, server, id } = await buildSealed()
  server.isUp = false
  await phone.outbox.send()
  expect(phone.outbox.state()).toMatchObject({ waiting: 1 })

  server.isUp = true
  server.losesAnswer = true // filed, but the answer is a portal’s page
  await phone.outbox.send()
  expect(phone.outbox.state()).toMatchObject({ waiting: 1 })
  expect(phone.outbox.state().received.has(id)).toBe(false)

  server.losesAnswer = false
  await phone.outbox.send()
  expect(phone.outbox.state()).toMatchObject({ waiting: 0 })
  expect(phone.outbox.state().received.has(id)).toBe(true)
  expect(await phone.store.waiting()).toEqual([])
  expect(server.envelopes.size).toBe(1)
  expect([...server.tokens]).toEqual([`Bearer ${TOKEN}`])
})

test('an envelope the server declines is kept, and said', async () => {
  const { phone, server } = await buildSealed()
  server.refuses = true
  await phone.outbox.send()
  expect(phone.outbox.state()).toMatchObject({ waiting: 1, refused: 1 })
  expect(await phone.store.waiting()).toHaveLength(1)
})

test('it tries again by itself until the server answers, and at once when the network is back', async () => {
  const { phone, server } = await buildSealed()
  server.isUp = false
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const stop = phone.outbox.start()
  await phone.outbox.send()
  server.refuses = true
  server.isUp = true
  // The page was opened, then asked to send: two failures, so the wait has doubled once.
  await vi.advanceTimersByTimeAsync(RETRY_MS.first * 2)
  await vi.waitFor(() => expect(server.deposits).toBeGreaterThan(0))
  server.refuses = false
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(phone.outbox.state().waiting).toBe(0))
  stop()
})

test('an envelope sealed during a round goes in the next one, without waiting', async () => {
  const { phone, server, place } = await buildSealed()
  const first = phone.outbox.send()
  const envelope = await seal(DECLARATION, place.key, phone.randomUUID())
  await phone.store.sealAway({ token: TOKEN, envelope })
  await Promise.all([first, phone.outbox.send()])
  await vi.waitFor(() => expect(server.envelopes.size).toBe(2))
})
