import { type RecordId, recordId } from '#domain/shared/ids.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { awaitedIn, holesOf, type LocalState, pendingOps } from '../local-state.ts'
import type { PhotosOnTheirWay, SetAside, SyncStatus, Waiting } from '../workspace.ts'

/** What only this tab knows, and what no claim of « sent » rests on. */
export interface Journey {
  readonly round: SyncStatus['round']
  readonly sending: PhotosOnTheirWay['sending']
  /** Bytes the server said it holds of photos under way, by address. */
  readonly bytesHeld: ReadonlyMap<string, number>
}

/**
 * The status as the disk makes it. « Tout est envoyé » (`allSent`) is the absence of everything that
 * could contradict it, after a contact; a socket or a finished request proves nothing
 * (docs/sync.md, invariant I6).
 */
export function readStatus(state: LocalState, { round, ...photos }: Journey): SyncStatus {
  const waiting = readWaiting(state)
  const setAside = readSetAside(state)
  const holes = holesOf(state)
  const { lastContactAt, offsetMs, wanted, expected, grants, whole, serverLast, notes } =
    state.sync.value
  const granted = Object.keys(grants)
  return {
    waiting,
    setAside,
    holes,
    awaited: readAwaited(state),
    notes,
    lostPhotos: state.lostPhotos.filter((sha256) => wanted.includes(sha256)),
    photos: readPhotos(state, photos),
    expectedPhotos: expected,
    round,
    clockOffsetMs: offsetMs,
    lastContactAt: lastContactAt ?? undefined,
    toSettle: state.replica.disputed().filter(({ bucket }) => grants[bucket] === 'write').length,
    allSent:
      lastContactAt !== null &&
      waiting.length === 0 &&
      setAside.length === 0 &&
      holes.length === 0 &&
      wanted.length === 0 &&
      serverLast >= state.author.value.declared,
    complete: granted.length > 0 && granted.every((bucket) => whole.includes(bucket)),
  }
}

/** Known once a bucket was read whole again; until then any record may still come. */
function readAwaited({ replica, sync }: LocalState): readonly RecordId[] {
  const { generations, whole } = sync.value
  if (Object.keys(generations).length === 0) return []
  const isOld = awaitedIn(sync.value)
  const awaited = replica.awaited((bucket, seq) => whole.includes(bucket) && isOld(bucket, seq))
  // A figure comes back with the record it was drawn from.
  return awaited.filter((id) => {
    const [source] = id.split('~')
    return source === id || !replica.get(recordId(source ?? ''))
  })
}

/** Neither is a photo « sent » here: what leaves `state.photos` is what the server proved. */
function readPhotos(
  { photos }: LocalState,
  { sending, bytesHeld }: Omit<Journey, 'round'>,
): PhotosOnTheirWay {
  let totalBytes = 0
  let sentBytes = 0
  for (const [sha256, { size }] of photos) {
    totalBytes += size
    sentBytes += Math.min(size, bytesHeld.get(sha256) ?? 0)
  }
  return { waiting: photos.size, totalBytes, sentBytes, sending }
}

type Line = { -readonly [Key in keyof Waiting]: Waiting[Key] }

/** One line a record, counted in place: walked at each save, over all that a day offline has left. */
function readWaiting(state: LocalState): readonly Waiting[] {
  const byRecord = new Map<string, Line>()
  const lineOf = (named: Pick<Waiting, 'record' | 'type' | 'scope'>, savedAt: number) => {
    const line = byRecord.get(named.record) ?? {
      ...named,
      operations: 0,
      photos: 0,
      lastWrittenAt: savedAt,
    }
    line.lastWrittenAt = Math.max(line.lastWrittenAt, savedAt)
    byRecord.set(named.record, line)
    return line
  }
  for (const { op, savedAt } of pendingOps(state)) {
    const scope = parseBucketId(op.bucket)?.scope ?? ''
    lineOf({ record: op.rec, type: op.type, scope }, savedAt).operations += 1
  }
  for (const { record, type, scope, savedAt } of state.photos.values()) {
    lineOf({ record: recordId(record), type, scope }, savedAt).photos += 1
  }
  return [...byRecord.values()]
}

function readSetAside({ ops }: LocalState): readonly SetAside[] {
  return [...ops.values()]
    .filter(({ state }) => state === 'quarantined')
    .sort((a, b) => a.n - b.n)
    .map(({ n, op, reason, savedAt }) => ({
      n,
      op: op.id,
      bucket: op.bucket,
      writtenAt: savedAt,
      record: op.rec,
      type: op.type,
      reason: reason ?? 'malformed',
      fields: Object.fromEntries(Object.entries(op.f).map(([name, { v }]) => [name, v])),
    }))
}
