import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import type { ReadAhead } from '../read-ahead.ts'
import { StaleError } from '../stale-error.ts'
import { isConstraint, StorageError } from '../storage-error.ts'
import type { PhotosOnTheirWay, Sync, SyncStatus } from '../workspace.ts'
import type { PushPace } from './push-pace.ts'
import { retryDelayMs } from './retry-delay.ts'
import type { RoundEnd, RoundFailure } from './round.ts'
import { readStatus } from './status.ts'
import { createTriggers } from './triggers.ts'
import { underLock } from './under-lock.ts'

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
/** Housekeeping counts in weeks: once an hour is often enough. */
const TIDY_EVERY_MS = 3_600_000
/** Whoever asked for a round has what they asked for; pages are rewritten a moment later. */
const COMPACT_AFTER_MS = 2_000
/** A round lasts 60 s at most: a lock held longer is a frozen tab's. */
const ROUND_LOST_MS = 90_000

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
  let isCompacting = false
  let stopping = new AbortController()
  let failures = 0
  let photoFailures = 0
  const pace: PushPace = {}
  let tidiedAt: number | undefined
  let isDoubtful = false
  let engine: Engine | undefined
  let ahead: ReadAhead | undefined

  function changed(): void {
    known = undefined
    for (const listener of [...listeners]) listener()
  }

  async function oneRound(): Promise<RoundEnd> {
    round = { kind: 'running' }
    changed()
    const unit = async () => {
      engine ??= await readEngine()
      if (!engine) return NO_ENGINE
      const parts = { store, env, signal: stopping.signal, pace, isDoubtful }
      isDoubtful = false
      const ended = await engine.runRound(parts)
      await engine.askCarryKey(parts)
      // Whatever became of our own: a photo that does not pass must not hold a colleague's work.
      await engine.deliverCarried(parts)
      if (ended.kind === 'done') await tidy(engine)
      return ended
    }
    const end = await underLock(env.locks, lock, unit, ROUND_LOST_MS).catch((error: unknown) => {
      isDoubtful = true
      return endAfterThrow(error)
    })
    onRound()
    if (end.kind === 'done' && engine) compactLater(engine)
    take(end)
    if (engine) lookAhead(engine)
    return end
  }

  /** For screens: a worker has none. Nobody waits for it. */
  function lookAhead({ createReadAhead }: Engine): void {
    if (typeof document === 'undefined') return
    ahead ??= createReadAhead(store.state.replica)
    const { signal } = stopping
    void ahead.afterRound({ now: env.now(), isWhole: status().complete, signal })
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

  async function tidy(engine: Engine): Promise<void> {
    const now = env.now()
    // A clock put back must not put it off.
    if (tidiedAt !== undefined && Math.abs(now - tidiedAt) < TIDY_EVERY_MS) return
    tidiedAt = now
    await engine.forgetOldOps(store, env.now())
    await engine.releasePhotos(store, env.now())
  }

  /** Under the round's lock, and never in its way. */
  function compactLater({ compactPages }: Engine): void {
    if (isCompacting) return
    isCompacting = true
    void env
      .sleep(COMPACT_AFTER_MS)
      .then(() => underLock(env.locks, lock, () => compactPages(store), ROUND_LOST_MS))
      .catch((error: unknown) => {
        // Lost a race, or the store was closed meanwhile: the next round does it.
        if (!(error instanceof StaleError || error instanceof StorageError)) throw error
      })
      .finally(() => {
        isCompacting = false
      })
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
    },
    wrote: triggers.wrote,
    changed,
  }
}

/**
 * The code of a round, apart so that the first screen does not wait for it. Undefined when its file
 * cannot be had: a first visit whose network left before the app was kept on the device.
 */
async function readEngine() {
  try {
    const [
      { runRound },
      { compactPages, forgetOldOps },
      { forgetNotes },
      { askCarryKey, deliverCarried },
      { releasePhotos },
      { createReadAhead },
    ] = await Promise.all([
      import('./round.ts'),
      import('./compaction.ts'),
      import('./change-place.ts'),
      import('../bundle/deliver-carried.ts'),
      import('./release-photos.ts'),
      import('../read-ahead.ts'),
    ])
    return {
      runRound,
      compactPages,
      forgetOldOps,
      forgetNotes,
      askCarryKey,
      deliverCarried,
      releasePhotos,
      createReadAhead,
    }
  } catch {
    return undefined
  }
}

/** The sending of photos and its library, apart again: most rounds have no photo. */
function readPhotoEngine() {
  return import('./photo-pass.ts').catch(() => undefined)
}

type Engine = NonNullable<Awaited<ReturnType<typeof readEngine>>>

/** Its file comes from the server: without it, the server was not reached. */
const NO_ENGINE: RoundEnd = { kind: 'failed', failure: { kind: 'offline' } }

/** Another tab answered first, or the disk refused: nothing moved, and it is said. */
function endAfterThrow(error: unknown): RoundEnd {
  if (error instanceof StaleError || isConstraint(error)) return { kind: 'more' }
  if (error instanceof StorageError) return { kind: 'failed', failure: { kind: 'disk' } }
  throw error
}
