import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { requestServer, requestStream } from '#data/request-server.ts'
import { learn, opsAtOnce } from '#data/sync/push-pace.ts'
import { LIMITS } from '#protocol/limits.ts'
import { HOME_1, openTestWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

describe('a push that goes unanswered for a while', () => {
  it('is halved at each try, down to one operation, and doubled again once it passes', async () => {
    const world = await withActions(8)
    const sizes: number[] = []
    for (let lost = 0; lost < 5; lost++) sizes.push(await losePush(world))
    expect(sizes).toEqual([8, 4, 2, 1, 1])
    expect(await pushesOfRound(world)).toEqual([1, 2, 4, 1])
    expect(world.workspace.sync.status().allSent).toBe(true)
  })

  it('is told as a failure, and leaves its turn to the other tabs', async () => {
    const world = await withActions(8)
    await losePush(world)
    expect(world.workspace.sync.status().round).toMatchObject({ kind: 'failed', error: 'offline' })
  })
})

it('a push that passes slowly keeps its size', async () => {
  const world = await withActions(4)
  await losePush(world)
  const { push } = world.server.requests
  world.server.requests.push = (...requests) => {
    world.clock.advance(3_000)
    return push.apply(world.server.requests, requests)
  }
  expect(await pushesOfRound(world)).toEqual([2, 2])
})

it('a network that is not there says nothing of the size of a push', async () => {
  const world = await withActions(4)
  world.server.offline = true
  await world.workspace.sync.now()
  world.server.offline = false
  expect(await pushesOfRound(world)).toEqual([4])
})

it.each([
  [
    'is left alone by a request that carried nothing',
    { sent: 0, arrived: false, tookMs: 30_000 },
    4,
  ],
  ['is left alone by one refused at once', { sent: 4, arrived: false, tookMs: 1_999 }, 4],
  ['is halved from two seconds on', { sent: 4, arrived: false, tookMs: 2_000 }, 2],
  ['is doubled by an answer before two seconds', { sent: 4, arrived: true, tookMs: 1_999 }, 8],
  ['is left alone by an answer after', { sent: 4, arrived: true, tookMs: 2_000 }, 4],
])('the size of a push %s', (_, lesson, expected) => {
  const pace = { ops: 4 }
  learn(pace, lesson)
  expect(opsAtOnce(pace)).toBe(expected)
})

describe('the time allowed to a request', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['nothing to send', 0, 20_000],
    ['a push of 256 kB, which takes 33 s at 64 kbit/s', LIMITS.pushBytes, 52_768],
    ['a file of 8 MB, no longer than the server waits', LIMITS.blobBytes, 60_000],
  ])('with %s', async (_, size, expected) => {
    const content = new ArrayBuffer(size)
    expect(await patienceOf((fetch) => requestServer({ fetch }, uploadOf(content)))).toBe(expected)
  })

  it('follows the words of a round, and begins again once the answer does', async () => {
    const words = 'x'.repeat(79_998)
    const request = {
      path: '/v1/sync',
      token: '',
      json: words,
      signal: new AbortController().signal,
    }
    expect(await patienceOf((fetch) => requestStream({ fetch }, request))).toBe(30_000)
  })
})

const uploadOf = (content: ArrayBuffer) =>
  ({
    method: 'POST',
    path: '/v1/bundles',
    bytes: { content, mime: 'application/octet-stream' },
    answer: z.object({}),
  }) as const

/** How long a request that nobody answers is waited for, ms. */
async function patienceOf(ask: (fetch: typeof unanswered) => Promise<unknown>): Promise<number> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const begun = Date.now()
  let leftAt = 0
  let isSent = () => {}
  const sent = new Promise<void>((resolve) => {
    isSent = resolve
  })
  const asking = ask((_url, init) => {
    isSent()
    return unanswered(_url, init).catch((error: unknown) => {
      leftAt = Date.now()
      throw error
    })
  })
  await sent
  await vi.advanceTimersByTimeAsync(120_000)
  expect(await asking).toEqual({ ok: false, error: { kind: 'offline' } })
  return leftAt - begun
}

function unanswered(_url: string, { signal }: RequestInit): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')))
  })
}

async function withActions(count: number): Promise<TestWorkspace> {
  const world = await openTestWorkspace()
  for (let index = 0; index < count; index++) {
    await world.workspace.writer.create('action', HOME_1, { title: `${index}` })
  }
  return world
}

/** A round whose request is waited for in vain; how many operations it carried. */
async function losePush({ workspace, server, clock }: TestWorkspace): Promise<number> {
  let sent = 0
  server.faults.push(({ body }) => {
    sent = JSON.parse(String(body)).push.ops.length
    clock.advance(25_000)
  })
  await workspace.sync.now()
  return sent
}

async function pushesOfRound({ workspace, server }: TestWorkspace): Promise<readonly number[]> {
  const heard = server.requests.length
  await workspace.sync.now()
  return server.requests.slice(heard).map(({ push }) => push?.ops.length ?? 0)
}
