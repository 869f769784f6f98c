/*
 * One round with the server: what was written goes up, what changed comes down, then the photos.
 *
 * Each answer is kept whole before the next request leaves; a cut costs one page at most. Nothing is
 * refused by its content, so a round ends in one of three ways: done, more (time is up), failed with
 * a reason. Whatever the end, the queue is what the disk says it is.
 */
import { LIMITS } from '#protocol/limits.ts'
import { PROTOCOL, syncResponse } from '#protocol/sync.ts'
import type { Env } from '../env.ts'
import { type LocalStore, pendingOps } from '../local-state.ts'
import { type RequestFailure, requestServer } from '../request-server.ts'
import { commitResponse, moveTo, startOver } from './commit-response.ts'
import { type NextPush, nextPush } from './next-push.ts'
import { isSound, isWhole, wentBack } from './read-response.ts'
import { sendPhotos } from './send-photos.ts'

export type RoundEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'more' }
  | { readonly kind: 'failed'; readonly failure: RoundFailure }

/** `disk`: the store of this device refused to keep an answer. */
export type RoundFailure = Omit<RequestFailure, 'kind'> & {
  readonly kind: RequestFailure['kind'] | 'disk'
}

export interface RoundParts {
  readonly store: LocalStore
  readonly env: Pick<Env, 'now' | 'fetch'>
  readonly token: string
  readonly signal: AbortSignal
}

/** Longest hold of the lock: other tabs wait behind it. */
const ROUND_MS = 60_000
/** A server that keeps naming another number is answered so many times in a round. */
const MAX_GAPS = 3
/** Two servers of different epochs behind one name would be followed back and forth for ever. */
const MAX_RETURNS = 2

/**
 * Runs one round. Never throws for the network; a disk that refuses throws `StorageError`, another
 * tab that answered first `StaleError`.
 */
export async function runRound(parts: RoundParts): Promise<RoundEnd> {
  const { store, env, signal } = parts
  const startedAt = env.now()
  let batch: number = LIMITS.opsPerPush
  let gaps = 0
  let returns = 0
  let photosTried = false
  await store.exclusive(() => store.refresh())

  while (!signal.aborted && env.now() - startedAt < ROUND_MS) {
    const push = nextPush(store.state, batch)
    const before = positionOf(store)
    const step = await exchange(parts, push)
    if (step.kind === 'failed') {
      const { failure } = step
      if (failure.kind === 'too-large' && push.ops.length > 1) {
        batch = Math.floor(push.ops.length / 2)
        continue
      }
      if (failure.kind === 'gap' && failure.expected !== undefined && gaps < MAX_GAPS) {
        gaps++
        await standAt(parts, failure.expected - 1)
        continue
      }
      return step
    }
    if (step.kind === 'returned') {
      returns++
      if (returns > MAX_RETURNS) return failed('server-fault')
      continue
    }
    if (!step.whole || hasMore(nextPush(store.state, batch))) {
      // An answer that changes nothing would be asked for ever.
      if (positionOf(store) === before) return failed('server-fault')
      continue
    }
    if (photosTried || store.state.sync.value.wanted.length === 0) return { kind: 'done' }
    photosTried = true
    const sent = await sendPhotos(store, env, parts.token, signal)
    if (sent.failure) return { kind: 'failed', failure: sent.failure }
    if (sent.uploaded === 0) return { kind: 'done' }
  }
  return { kind: 'more' }
}

type Step =
  | { readonly kind: 'kept'; readonly whole: boolean }
  /** The server was put back to an older day; everything begins again. */
  | { readonly kind: 'returned' }
  | { readonly kind: 'failed'; readonly failure: RequestFailure }

async function exchange({ store, env, token, signal }: RoundParts, push: NextPush): Promise<Step> {
  const { epoch, cursors } = store.state.sync.value
  const { lost, ...sent } = push
  const askedAt = env.now()
  const answered = await requestServer(env, {
    method: 'POST',
    path: '/v1/sync',
    token,
    json: {
      protocol: PROTOCOL,
      epoch,
      push: { ...sent, ...(lost.length > 0 && { lost }) },
      pull: { cursors, limit: LIMITS.rowsPerPull },
    },
    answer: syncResponse,
    signal,
  })
  if (!answered.ok) return { kind: 'failed', failure: answered.error }
  const response = answered.value
  if (wentBack(response, store.state.sync.value)) {
    const former = { epoch: response.epoch, last: response.push.last, noticedAt: env.now() }
    await store.exclusive(() => startOver(store, former))
    return { kind: 'returned' }
  }
  if (!isSound(response, store.state.sync.value)) return failed('offline')
  const receivedAt = env.now()
  const takePages = Object.keys(response.grants).length > 0
  const offsetMs = response.serverTime - (askedAt + receivedAt) / 2
  await store.exclusive(() => commitResponse(store, { response, takePages, offsetMs, receivedAt }))
  // No right at all is read as a fault and never as an order to erase.
  return takePages ? { kind: 'kept', whole: isWhole(response) } : failed('forbidden')
}

/** The server named its number: behind what it once held, a backup was put back. */
function standAt({ store, env }: RoundParts, last: number): Promise<void> {
  return store.exclusive(() =>
    last < store.state.sync.value.serverLast
      ? startOver(store, { epoch: null, last, noticedAt: env.now() })
      : moveTo(store, last),
  )
}

/** Where the exchange stands; what is typed meanwhile does not move it. */
function positionOf({ state }: LocalStore): string {
  const { serverLast, cursors } = state.sync.value
  return JSON.stringify([pendingOps(state)[0]?.n ?? 0, serverLast, cursors])
}

function hasMore({ ops, lost }: NextPush): boolean {
  return ops.length > 0 || lost.length > 0
}

function failed(kind: RequestFailure['kind']): { kind: 'failed'; failure: RequestFailure } {
  return { kind: 'failed', failure: { kind } }
}
