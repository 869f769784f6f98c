/*
 * One round with the server: what was written goes up, what changed comes down. Photos go apart, after
 * it and outside its lock (`send-photos.ts`).
 *
 * Each answer is kept whole before the next request leaves; a cut costs one page at most. Nothing is
 * refused by its content, so a round ends in one of three ways: done, more (time is up), failed with
 * a reason. Whatever the end, the queue is what the disk says it is.
 */
import type { Env } from '../env.ts'
import { type LocalStore, pendingOps } from '../local-state.ts'
import { type RequestFailure, requestStream } from '../request-server.ts'
import { moveTo, startOver } from './change-place.ts'
import { areSumsDue } from './compare-sums.ts'
import { failed, keep, type Step } from './keep-answer.ts'
import { type NextPush, nextPush } from './next-push.ts'
import { halve, learn, opsAtOnce, type PushPace } from './push-pace.ts'
import { readAnswer } from './read-answer.ts'
import { releaseWithdrawn } from './release-buckets.ts'
import { hasMore, roundRequest } from './round-request.ts'
import { becomeAnother, becomeFormer } from './take-identity.ts'
import { inTurn, type Turn } from './turn.ts'

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
  readonly signal: AbortSignal
  /** Kept from one round to the next. */
  readonly pace: PushPace
  /** The disk said that another tab was there first: all of it is read again before the round. */
  readonly isDoubtful?: boolean
}

/** Longest hold of the lock: other tabs wait behind it. */
const ROUND_MS = 60_000
/** Once it lasted so long, a long answer is cut for what was typed meanwhile, and asked again from there. */
const TYPED_WAITS_MS = 3_000
/** A server that keeps naming another number is answered so many times in a round. */
const MAX_GAPS = 3
/** Two servers of different epochs behind one name would be followed back and forth for ever. */
const MAX_RETURNS = 3
/** The numbers of an identity just given are free; a second refusal is a fault. */
const MAX_FORKS = 2

/**
 * Runs one round. Never throws for the network; a disk that refuses throws `StorageError`, another
 * tab that answered first `StaleError`.
 */
export async function runRound(parts: RoundParts): Promise<RoundEnd> {
  const { store, env } = parts
  const end = await exchangeAll(parts)
  if (end.kind !== 'done') return end
  await store.exclusive(() => releaseWithdrawn(store, env.now()))
  return store.state.sync.value.isRevoked ? failed('revoked') : end
}

async function exchangeAll(parts: RoundParts): Promise<RoundEnd> {
  const { store, env, signal, pace, isDoubtful } = parts
  const startedAt = env.now()
  let gaps = 0
  let returns = 0
  let forks = 0
  /** While a copy is being sorted out: the first number its double took. */
  let below = Number.POSITIVE_INFINITY
  /** An app too old for the server's states goes on handing over what is written on it. */
  let pulls = true
  /** Records are asked whole once what changed of one did not fit. */
  let whole = false
  await store.exclusive(() => (isDoubtful ? store.refresh() : store.refreshIfMoved()))

  while (!signal.aborted && env.now() - startedAt < ROUND_MS) {
    const push = nextPush(store.state, { limit: opsAtOnce(pace), below })
    below = Number.POSITIVE_INFINITY
    const before = positionOf(store)
    const turn: Turn = { rev: store.state.sync.rev }
    const askedAt = env.now()
    const step = await exchange(parts, push, { until: startedAt + ROUND_MS, pulls, whole, turn })
    const isSilence = step.kind === 'failed' && step.failure.kind === 'offline'
    learn(pace, { sent: push.ops.length, arrived: !isSilence, tookMs: env.now() - askedAt })
    if (step.kind === 'failed') {
      const { failure } = step
      if (failure.kind === 'too-large' && push.ops.length > 1) {
        halve(pace, push.ops.length)
        continue
      }
      if (failure.kind === 'protocol-too-old' && pulls) {
        pulls = false
        continue
      }
      if (failure.kind === 'gap' && failure.expected !== undefined && gaps < MAX_GAPS) {
        gaps++
        await standAt(parts, turn, failure.expected - 1)
        continue
      }
      if (failure.kind === 'clone' && failure.n !== undefined) {
        // What stands before that number is ours on both sides: it is answered for first.
        if (failure.n > push.from) {
          below = failure.n
          continue
        }
        forks++
        const refused = forks > MAX_FORKS ? failure : await becomeAnother(parts, failure.n)
        if (!refused) continue
        return { kind: 'failed', failure: refused }
      }
      const former = store.state.identity.value.formers.at(-1)
      if (failure.kind === 'unknown-device' && former && returns < MAX_RETURNS) {
        returns++
        await becomeFormer(parts, former)
        continue
      }
      return step
    }
    if (step.kind === 'returned') {
      returns++
      if (returns > MAX_RETURNS) return failed('server-fault')
      continue
    }
    if (step.kind === 'unfit') {
      if (whole) return failed('server-fault')
      whole = true
      continue
    }
    if (!step.whole || hasMore(nextPush(store.state))) {
      // An answer that changes nothing would be asked for ever.
      if (positionOf(store) === before) return failed('server-fault')
      continue
    }
    return pulls ? { kind: 'done' } : failed('protocol-too-old')
  }
  return { kind: 'more' }
}

async function exchange(
  parts: RoundParts,
  push: NextPush,
  {
    until,
    pulls,
    whole,
    turn,
  }: {
    readonly until: number
    readonly pulls: boolean
    readonly whole: boolean
    readonly turn: Turn
  },
): Promise<Step> {
  const { store, env, signal } = parts
  const { cursors } = store.state.sync.value
  const askedAt = env.now()
  const asked = await requestStream(env, {
    path: '/v1/sync',
    token: store.state.identity.value.token,
    json: roundRequest(store, push, { pulls, whole, sums: areSumsDue(store, askedAt) }),
    signal,
  })
  if (!asked.ok) return { kind: 'failed', failure: asked.error }
  const answer = readAnswer(asked.value.body, asked.value.onProgress)
  const isTypedBehind = () =>
    env.now() >= askedAt + TYPED_WAITS_MS && hasMore(nextPush(store.state))
  try {
    for (let offsetMs: number | undefined; ; ) {
      const arrived = await answer.next()
      if (!arrived.ok) return failed('offline')
      const { head, isLast } = arrived.value
      const receivedAt = env.now()
      offsetMs ??= head.serverTime - (askedAt + receivedAt) / 2
      const at = { offsetMs, receivedAt, turn, cursors }
      const step = await keep(parts, arrived.value, at, pulls)
      if (step.kind !== 'kept' || isLast) return step
      // What has not come yet is asked again: other tabs wait behind this round, and words behind this answer.
      if (env.now() >= until || isTypedBehind()) return { kind: 'kept', whole: false }
    }
  } finally {
    asked.value.finish()
  }
}

/** The server named its number: behind what it once held, a backup was put back. */
function standAt({ store, env }: RoundParts, turn: Turn, last: number): Promise<void> {
  return inTurn(store, turn, () =>
    last < store.state.sync.value.serverLast
      ? startOver(store, { epoch: null, last, noticedAt: env.now() })
      : moveTo(store, last),
  )
}

/** Where the exchange stands; what is typed meanwhile does not move it. */
function positionOf({ state }: LocalStore): string {
  const { serverLast, cursors, tag } = state.sync.value
  return JSON.stringify([pendingOps(state)[0]?.n ?? 0, serverLast, cursors, tag])
}
