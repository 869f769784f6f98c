import { isOpen } from '#domain/action-plan/action.ts'
import { isOpenEvent } from '#domain/adverse-event/adverse-event.ts'
import type { RecordType } from '#domain/record-types.ts'
import { photosIn } from '#protocol/photos-in.ts'
import type { LocalStore } from '../local-state.ts'
import type { Replica, Snapshot } from '../workspace.ts'

/** Bytes stay on the device so long after the server proved that it holds them (security.md D1). */
const KEEP_MS = 30 * 86_400_000
/** A photo put down and not named yet: its operation is a moment away, or never came. */
const UNNAMED_MS = 3_600_000
const AT_ONCE = 50

/**
 * Frees the bytes of photos that the server has proved to hold, 30 days after, and those of photos that
 * no operation came to name. Never one whose record is still open here, nor one the server asks for
 * again. What is freed comes back when it is looked at. Runs when a round has ended well.
 */
export async function releasePhotos(store: LocalStore, nowMs: number): Promise<void> {
  const { gateway } = store
  const held = await gateway.withDb((db) =>
    db.blobs
      .where('state')
      .anyOf('sent', 'fetched')
      .and(({ since }) => nowMs - since > KEEP_MS)
      .primaryKeys(),
  )
  const old = held.length > 0 ? notNeeded(store, held).slice(0, AT_ONCE) : []
  const unnamed = await gateway.withDb((db) =>
    db.blobBytes
      .where('keptAt')
      .below(nowMs - UNNAMED_MS)
      .primaryKeys()
      .then(async (kept) => {
        const rows = await db.blobs.bulkGet(kept)
        return kept.filter((_, index) => !rows[index])
      }),
  )
  if (old.length + unnamed.length === 0) return
  await gateway.withDb((db) =>
    db.transaction('rw', db.blobs, db.blobBytes, async () => {
      // Named again since it was read: its row says so.
      const rows = await db.blobs.bulkGet([...old, ...unnamed])
      const free = [...old, ...unnamed].filter((_, index) => rows[index]?.state !== 'unsent')
      await db.blobs.bulkDelete(free)
      await db.blobBytes.bulkDelete(free)
    }),
  )
}

type IsOpen = (status: string | undefined) => boolean

const IS_OPEN: Partial<Record<RecordType, IsOpen>> = {
  audit: (status) => status !== 'closed',
  epp: (status) => status !== 'closed',
  tracer: (status) => status !== 'closed',
  action: (status) => isOpen(status as Parameters<typeof isOpen>[0]),
  'adverse-event': (status) => isOpenEvent(status as Parameters<typeof isOpenEvent>[0]),
}

/** Those that neither a record still open here nor the server asks for. */
function notNeeded({ state }: LocalStore, held: readonly string[]): readonly string[] {
  const needed = new Set(state.sync.value.wanted)
  for (const { fields } of openRecords(state.replica)) {
    for (const { sha256 } of photosIn(fields)) needed.add(sha256)
  }
  return held.filter((sha256) => !needed.has(sha256))
}

/** By the shelves, which know the status of a record nobody has read yet: there may be fifty thousand. */
function openRecords(replica: Replica): readonly Snapshot[] {
  return Object.entries(IS_OPEN).flatMap(([name, isOpenAt]) => {
    const type = name as RecordType
    return [...replica.counts(type)].flatMap(([scope, statuses]) =>
      Object.entries(statuses)
        .filter(([status]) => isOpenAt(status === '' ? undefined : status))
        .flatMap(([status, count]) => replica.latest({ type, scope, status }, count)),
    )
  })
}
