import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { StaleError } from '../stale-error.ts'
import { isConstraint, StorageError } from '../storage-error.ts'
import type { PhotosOnTheirWay, Sync, SyncStatus } from '../workspace.ts'
import type { PushPace } from './push-pace.ts'
import { retryDelayMs } from './retry-delay.ts'
import type { RoundEnd, RoundFailure } from './round.ts'
import type { Rounds } from './rounds.ts'
import { readStatus } from './status.ts'
import { createTriggers } from './triggers.ts'
import { ROUND_LOST_MS, underLock } from './under-lock.ts'

export interface SyncParts {
  readonly store: LocalStore
  readonly env: Env
  readonly device: string
  /** Called when a round changed the disk: other tabs want to know. */
  readonly onRound: () => void
}

export interface DrivenSync extends Sync {
  /** Something was written here: a round is due soon. */
  wrote(): void
  /** Another tab changed the disk. */
  changed(): void
}

/** Time is up, or another tab answered first: the rest goes on right after. */
const MORE_AFTER_MS = 1_000

/**
 * Drives the rounds and tells how things stand. It never throws at a screen: a failure is a state,
 * and the status is read from what is on disk each time something changes.
 */
export function createSync({ store, env, device, onRound }: SyncParts): DrivenSync {
  const lock = `escale-sync-${device}`
  const listeners = new Set<() => void>()
  const triggers = createTriggers(() => runNow())
  let round: SyncStatus['round'] = { kind: 'idle' }
  let sending: PhotosOnTheirWay['sending'] = { kind: 'idle' }
  const bytesHeld = new Map<string, number>()
  let known: SyncStatus | undefined
  let running: Promise<RoundEnd> | undefined
  let passing: Promise<void> | undefined
  let stopping = new AbortController()
  let failures = 0
  let photoFailures = 0
  const pace: PushPace = {}
  let isDoubtful = false
  let engine: Engine
  let rounds: Rounds | undefined

  function changed(): void {
    known = undefined
    for (const listener of [...listeners]) listener()
  }

  async function oneRound(): Promise<RoundEnd> {
    rounds?.end()
    round = { kind: 'running' }
    changed()
    const unit = async () => {
      engine ??= await readEngine()
      if (!engine) return NO_ENGINE
      rounds ??= engine.createRounds({
        store,
        env,
        lock,
        isWhole: () => status().complete,
        onKept: onRound,
        again: triggers.again,
      })
      const parts = { store, env, signal: stopping.signal, pace, isDoubtful }
      isDoubtful = false
      return rounds.run(parts)
    }
    const end = await underLock(env.locks, lock, unit, ROUND_LOST_MS).catch((error: unknown) => {
      isDoubtful = true
      return endAfterThrow(error)
    })
    onRound()
    take(end)
    if (!stopping.signal.aborted) rounds?.begin(end)
    return end
  }

  async function photoPass(): Promise<void> {
    if (store.state.sync.value.wanted.length > 0) {
      sending = { kind: 'running' }
      changed()
      const engine = await readPhotoEngine()
      if (!engine) return stopSending({ kind: 'offline' })
      const failure = await engine.runPhotoPass({
        store,
        env,
        device,
        signal: stopping.signal,
        textRound,
        onProgress(sha256, bytes) {
          bytesHeld.set(sha256, bytes)
          changed()
        },
      })
      if (failure) return stopSending(failure)
    }
    photoFailures = 0
    sending = { kind: 'idle' }
    changed()
  }

  function stopSending({ kind, retryAfterS }: RoundFailure): void {
    photoFailures++
    sending = { kind: 'failed', error: kind }
    triggers.again(retryDelayMs(photoFailures, env.random(), retryAfterS))
    changed()
  }

  function take(end: RoundEnd): void {
    if (end.kind === 'failed') {
      failures++
      const delayMs = retryDelayMs(failures, env.random(), end.failure.retryAfterS)
      round = { kind: 'failed', error: end.failure.kind, retryAt: env.now() + delayMs }
      triggers.again(delayMs)
    } else {
      failures = 0
      round = { kind: 'idle' }
      if (end.kind === 'more') triggers.again(MORE_AFTER_MS)
    }
    changed()
  }

  function textRound(): Promise<RoundEnd> {
    running ??= oneRound().finally(() => {
      running = undefined
    })
    return running
  }

  async function runNow(): Promise<void> {
    if ((await textRound()).kind !== 'done') return
    passing ??= photoPass()
      .catch((error: unknown) => {
        if (!(error instanceof StorageError)) throw error
        stopSending({ kind: 'disk' })
      })
      .finally(() => {
        passing = undefined
      })
    await passing
  }

  function status(): SyncStatus {
    known ??= readStatus(store.state, { round, sending, bytesHeld })
    return known
  }

  store.state.onChange = changed
  return {
    status,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async understood() {
      const engine = await readEngine()
      const readCount = store.state.sync.value.notes.length
      if (!engine || readCount === 0) return
      await store.exclusive(() => engine.forgetNotes(store, readCount))
    },
    now: runNow,
    start() {
      stopping = new AbortController()
      triggers.start()
    },
    stop() {
      triggers.stop()
      stopping.abort()
      rounds?.end()
    },
    wrote: triggers.wrote,
    changed,
  }
}

/**
 * The code of a round, apart so that the first screen does not wait for it. Undefined when its file
 * cannot be had: a first visit whose network left before the app was kept on the device.
 */
function readEngine() {
  return import('./engine.ts').catch(() => undefined)
}

/** The sending of photos and its library, apart again: most rounds have no photo. */
function readPhotoEngine() {
  return import('./photo-pass.ts').catch(() => undefined)
}

type Engine = Awaited<ReturnType<typeof readEngine>>

/** Its file comes from the server: without it, the server was not reached. */
const NO_ENGINE: RoundEnd = { kind: 'failed', failure: { kind: 'offline' } }

/** Another tab answered first, or the disk refused: nothing moved, and it is said. */
function endAfterThrow(error: unknown): RoundEnd {
  if (error instanceof StaleError || isConstraint(error)) return { kind: 'more' }
  if (error instanceof StorageError) return { kind: 'failed', failure: { kind: 'disk' } }
  throw error
}
