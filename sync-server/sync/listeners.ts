import type { RecordId } from '#domain/shared/ids.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { RecordState } from '#protocol/merge.ts'
import type { Session, Store } from '../store/store.ts'

/** One standing answer, which waits for what it may tell. */
export interface Listener {
  /**
   * `moved`: something was kept in its buckets since last asked. `quiet`: nothing for so long. `ended`:
   * the caller left, or the server stops.
   */
  next(quietMs: number): Promise<'moved' | 'quiet' | 'ended'>
  end(): void
}

export interface Listeners {
  /** The same store, every write of which is told to those who wait for it, once it is on disk. */
  readonly store: Store
  listen(buckets: Iterable<BucketId>): Listener
  endAll(): void
}

/**
 * Those who wait for news, in this process. What another process of a shared database keeps is heard at the
 * next round of each.
 */
export function createListeners(store: Store): Listeners {
  const waiting = new Set<{ readonly buckets: ReadonlySet<BucketId>; tell(): void; end(): void }>()

  /** The first at once; the others once whoever wrote has asked for its own answer, which must not wait for them all. */
  function tell(moved: ReadonlySet<BucketId>): void {
    const told = [...waiting].filter(({ buckets }) => [...moved].some((one) => buckets.has(one)))
    for (const [index, one] of told.entries()) {
      if (index === 0) one.tell()
      else setImmediate(one.tell)
    }
  }

  return {
    store: {
      ...store,
      read: (work) => store.read(work),
      async write(work) {
        let moved = new Set<BucketId>()
        const result = await store.write((session) => {
          // A write that met another's is run again from its start.
          moved = new Set()
          return work(noting(session, moved))
        })
        if (moved.size > 0) tell(moved)
        return result
      },
    },
    listen(buckets) {
      let state: 'waiting' | 'moved' | 'ended' = 'waiting'
      let wake = () => {}
      const become = (next: typeof state) => {
        if (state !== 'ended') state = next
        wake()
      }
      const one = {
        buckets: new Set(buckets),
        tell: () => become('moved'),
        end() {
          waiting.delete(one)
          become('ended')
        },
      }
      waiting.add(one)
      return {
        async next(quietMs) {
          if (state === 'waiting') {
            let timer: ReturnType<typeof setTimeout> | undefined
            await new Promise<void>((resolve) => {
              wake = resolve
              timer = setTimeout(resolve, quietMs)
            })
            clearTimeout(timer)
          }
          if (state === 'waiting') return 'quiet'
          if (state === 'moved') {
            state = 'waiting'
            return 'moved'
          }
          return 'ended'
        },
        end: one.end,
      }
    },
    endAll() {
      for (const { end } of [...waiting]) end()
    },
  }
}

/** The same session, which notes the buckets it writes in. */
function noting(session: Session, moved: Set<BucketId>): Session {
  const { records } = session
  return {
    ...session,
    records: {
      ...records,
      stamp(dispositif, states, options) {
        for (const state of states) if (!isMingled(state, options?.mingled)) moved.add(state.bucket)
        return records.stamp(dispositif, states, options)
      },
    },
  }
}

/**
 * Of what came without a name nobody is told: the moment would be known to the millisecond by every tablet
 * that listens (docs/adr/034). It comes with what moves next, or at the next round.
 */
function isMingled({ id }: RecordState, mingled: ReadonlySet<RecordId> | undefined): boolean {
  return mingled?.has(id) === true
}
