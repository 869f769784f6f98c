import type { Workspace } from '../workspace.ts'
import type { CopyShelf } from './copy-shelf.ts'

/** Words come in bursts: one copy for them all. A hand that never rests is copied at this pace. */
const AFTER_WRITE_MS = 1_000
/** What waits may be much and the tablet slow: making copies takes a tenth of its time at most. */
const REST = 9

type Copied = Pick<Workspace, 'profile' | 'sync' | 'handover'>

/**
 * Keeps what the server does not have a second time, outside IndexedDB: the sealed file of the
 * rendez-vous (ADR 016), which this device itself cannot open. A browser that finds its IndexedDB
 * damaged erases every database of the app at once; this stays (security.md D7, ADR 037). Text alone:
 * photos would fill the disk twice. Gives what stops it. `afterWriteMs`: how long a burst may last, in ms.
 */
export function keepSecondCopy(
  { profile, sync, handover }: Copied,
  shelf: CopyShelf,
  afterWriteMs = AFTER_WRITE_MS,
): () => void {
  const { device } = profile
  let copied = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let tail: Promise<unknown> = Promise.resolve()

  async function copy(): Promise<void> {
    const { waiting: list } = sync.status()
    const waiting = JSON.stringify(list)
    if (waiting === copied) return
    const made =
      list.length === 0 ? undefined : await (await handover()).exportWork({ photos: false })
    // Without the server's key nothing can be sealed: the first contact brings it.
    if (made && !made.ok && made.error === 'no-key') return
    const file = made?.ok ? made.value[0] : undefined
    if (file) await shelf.put(device, file.bytes)
    else await shelf.remove(device)
    copied = waiting
  }

  let tookMs = 0
  const soon = () => {
    timer ??= setTimeout(
      () => {
        timer = undefined
        const startedAt = performance.now()
        // It is the second: a disk that has no room for it still has the first, and is tried again.
        tail = tail.then(copy).then(
          () => (tookMs = performance.now() - startedAt),
          () => undefined,
        )
      },
      Math.max(afterWriteMs, REST * tookMs),
    )
  }
  const leave = sync.subscribe(soon)
  soon()
  return () => {
    clearTimeout(timer)
    leave()
  }
}
