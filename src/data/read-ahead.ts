/*
 * What lists show first, parsed in idle moments: a list opened just after the first pull or a cold start
 * finds its records read. Each slice is shorter than a frame, nobody waits for it, and what nobody has
 * looked at some minutes later is forgotten.
 */
import type { RecordType } from '#domain/record-types.ts'
import { DamagedPage } from './page.ts'
import { ReceivedSnapshot } from './snapshots.ts'
import type { Replica, Snapshot } from './workspace.ts'

/** Cut into lists by home and status; other types are read whole. */
const TYPES: readonly RecordType[] = ['adverse-event', 'action', 'audit', 'epp', 'tracer']
/** Of each list: more than a screen shows. */
const FIRSTS = 50
/** Some five megabytes, until they are forgotten. */
const AT_MOST = 2_500
/** A list was not opened so long after: its records go back to bytes. */
const FORGET_AFTER_MS = 5 * 60_000
/** A frame lasts 16 ms, and what it draws needs its part. */
const SLICE_MS = 8
/** Where the browser does not say when it is idle, a slice begins so long after the last. */
const BETWEEN_SLICES_MS = 100

type Lists = Pick<Replica, 'counts' | 'latest'>

/** Waits for an idle moment; resolves to when it ends, in `performance.now()` ms. */
export type Idle = () => Promise<number>

export interface ReadAhead {
  /** To call when a round has ended, whatever its end; `isWhole` once the device holds all it may read. */
  afterRound(at: {
    readonly now: number
    readonly isWhole: boolean
    readonly signal: AbortSignal
  }): Promise<void>
}

/**
 * Reads ahead after each round until one leaves the device whole: at a cold start the first, which may
 * have failed for want of a network, and after a first pull the last of it.
 */
export function createReadAhead(replica: Lists, idle: Idle = browserIdle): ReadAhead {
  const read = new Set<ReceivedSnapshot>()
  let readAt: number | undefined
  let isOver = false
  let isRunning = false

  async function run(signal: AbortSignal): Promise<void> {
    let until = await idle()
    for (const snapshot of firstsOf(replica)) {
      if (signal.aborted || read.size >= AT_MOST) return
      if (snapshot instanceof ReceivedSnapshot && snapshot.prepare()) read.add(snapshot)
      if (performance.now() >= until) until = await idle()
    }
  }

  return {
    async afterRound({ now, isWhole, signal }) {
      if (readAt !== undefined && now - readAt >= FORGET_AFTER_MS) {
        for (const snapshot of read) snapshot.release()
        read.clear()
        readAt = undefined
      }
      if (isOver || isRunning) return
      isOver = isWhole
      isRunning = true
      readAt = now
      try {
        await run(signal)
      } catch (error) {
        // Said to whoever looks at the record.
        if (!(error instanceof DamagedPage)) throw error
      } finally {
        isRunning = false
      }
    },
  }
}

function* firstsOf(replica: Lists): Iterable<Snapshot> {
  for (const type of TYPES) {
    for (const [scope, statuses] of replica.counts(type)) {
      for (const status of Object.keys(statuses)) {
        yield* replica.latest({ type, scope, status }, FIRSTS)
      }
    }
  }
}

const browserIdle: Idle = () =>
  new Promise((resolve) => {
    const begin = (leftMs: number) => resolve(performance.now() + Math.min(leftMs, SLICE_MS))
    // Absent from Safari.
    if (typeof requestIdleCallback === 'undefined') {
      setTimeout(() => begin(SLICE_MS), BETWEEN_SLICES_MS)
    } else requestIdleCallback((deadline) => begin(deadline.timeRemaining()))
  })
