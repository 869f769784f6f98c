import { isOpen } from '#domain/action-plan/action.ts'
import { isOpenEvent } from '#domain/adverse-event/adverse-event.ts'
import type { RecordType } from '#domain/record-types.ts'
import { photosIn } from '#protocol/photos-in.ts'
import type { LocalStore } from '../local-state.ts'
import type { Snapshot } from '../workspace.ts'

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
  const { gateway, state } = store
  const needed = new Set([...photosInHand(store), ...state.sync.value.wanted])
  const old = await gateway.withDb((db) =>
    db.blobs
      .where('state')
      .anyOf('sent', 'fetched')
      .and(({ since, sha256 }) => nowMs - since > KEEP_MS && !needed.has(sha256))
      .limit(AT_ONCE)
      .primaryKeys(),
  )
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

const OPEN: Partial<Record<RecordType, (fields: Snapshot['fields']) => boolean>> = {
  audit: ({ status }) => status !== 'closed',
  epp: ({ status }) => status !== 'closed',
  tracer: ({ status }) => status !== 'closed',
  action: ({ status }) => isOpen(status as Parameters<typeof isOpen>[0]),
  'adverse-event': ({ status }) => isOpenEvent(status as Parameters<typeof isOpenEvent>[0]),
}

/** Photos of records still open here. */
function photosInHand({ state: { replica } }: LocalStore): readonly string[] {
  return Object.entries(OPEN).flatMap(([type, isOpenRecord]) =>
    replica
      .list(type as RecordType)
      .filter(({ fields }) => isOpenRecord(fields))
      .flatMap(({ fields }) => photosIn(fields).map(({ sha256 }) => sha256)),
  )
}
