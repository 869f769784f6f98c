/*
 * One batch: the operations of one device that are written in one transaction. States are folded in
 * memory, then stamped and logged together at the end, so that each record takes one sequence and
 * the counters of buckets are held last (docs/sync.md 2.10).
 *
 * Kept here: I1, every operation taken is in the log with its outcome; I4, the state of a record is
 * the replay of its logged operations, with the stamp logged beside each.
 */
import type { RecordId } from '#domain/shared/ids.ts'
import type { QuarantineReason } from '#protocol/errors.ts'
import { effectiveHlc, type Hlc, nextHlc, parseHlc } from '#protocol/hlc.ts'
import { applyOp, type RecordState } from '#protocol/merge.ts'
import type { Op } from '#protocol/op.ts'
import { photosIn } from '#protocol/photos-in.ts'
import type { LogEntry } from '../store/change-log.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Session } from '../store/store.ts'
import { together } from '../store/together.ts'
import { clockSkewMs } from './clock-skew.ts'
import { isUnnumbered, mingle, mingledIn, withMingled } from './mingle.ts'
import { type PlannedWrite, projectedIds, projectionsOf, publicationsOf } from './projections-of.ts'

/** An operation as it came: what is logged whatever becomes of it. */
export interface Received {
  readonly n: number
  readonly body: string
  readonly digest: string
}

export interface Batch {
  /** Reads the records that will be written, all at once, and keeps other writers from them. Called first. */
  hold(writes: readonly PlannedWrite[]): Promise<void>
  /** A record as it stands after what this batch has already taken. */
  state(id: RecordId): Promise<RecordState | undefined>
  apply(received: Received, op: Op, receivedAt: number): Promise<void>
  /** Logs an operation that writes on no record. */
  note(received: Received, op: Op, receivedAt: number): void
  setAside(
    received: Received,
    op: Op | undefined,
    reason: QuarantineReason,
    receivedAt: number,
  ): void
  /**
   * Stamps, logs, and moves the device on. To be called once; gives the entries as logged. `isLast` when
   * its caller writes nothing after it (`Session.endsHere`).
   */
  commit(
    to: Pick<StoredDevice, 'lastN' | 'declaredN'>,
    options?: { isLast?: boolean },
  ): Promise<readonly LogEntry[]>
}

type Taken = Omit<LogEntry, 'seq'> & { readonly record: RecordId | undefined }

export function createBatch(session: Session, device: StoredDevice): Batch {
  const states = new Map<RecordId, RecordState | undefined>()
  const publications = new Map<RecordId, RecordState | undefined>()
  const touched = new Set<RecordId>()
  const taken: Taken[] = []
  let lastH = parseHlc(device.lastH)

  const hold = async (ids: readonly RecordId[]) => {
    const wanted = ids.filter((id) => !states.has(id))
    const found = await session.records.hold(wanted)
    for (const id of wanted) states.set(id, found.get(id)?.state)
  }
  const state = async (id: RecordId) => {
    if (!states.has(id)) await hold([id])
    return states.get(id)
  }
  const publication = publicationsOf(device.dispositif, async (id) => {
    if (states.has(id)) return states.get(id)
    if (!publications.has(id)) publications.set(id, (await session.records.getSettled(id))?.state)
    return publications.get(id)
  })
  // The server's own device writes with the hours it is told: they say nothing of its clock.
  const skewOf = (op: Op, receivedAt: number) =>
    device.person === undefined ? undefined : clockSkewMs(op, receivedAt)
  const keep = (next: RecordState) => {
    states.set(next.id, next)
    // Written in the order of their last change: deleted first so that it moves to the end.
    touched.delete(next.id)
    touched.add(next.id)
  }

  return {
    async hold(writes) {
      const made = writes.filter(({ type, kind }) => type === 'grid-version' && kind === 'create')
      if (made.length > 0) await session.records.willMake(made.map(({ rec }) => rec))
      await hold(writes.flatMap((write) => [write.rec, ...projectedIds(write)]))
    },
    state,
    async apply({ n, body, digest }, op, receivedAt) {
      const h = stampOf(device, op, receivedAt, n > device.lastN ? lastH : undefined)
      // One found late keeps its own stamp: it was written before the ones that passed it.
      if (n > device.lastN) lastH = h
      const before = await state(op.rec)
      const { record, outcome } = applyOp(before, op, h)
      keep(record)
      for (const projected of await projectionsOf(record, h, before, state, publication)) {
        keep(projected)
      }
      await linkPhotos(session, device, op)
      taken.push({
        device: device.id,
        n,
        op: op.id,
        rec: op.rec,
        bucket: op.bucket,
        body,
        digest,
        hEff: h,
        receivedAt,
        outcome,
        reason: undefined,
        clockSkewMs: skewOf(op, receivedAt),
        record: op.rec,
      })
    },
    note({ n, body, digest }, op, receivedAt) {
      const { id, rec, bucket } = op
      const entry = { device: device.id, n, op: id, rec, bucket, body, digest, receivedAt }
      const skew = { clockSkewMs: skewOf(op, receivedAt) }
      const ended = { hEff: '', outcome: 'applied', reason: undefined, record: undefined } as const
      taken.push({ ...entry, ...skew, ...ended })
    },
    setAside({ n, body, digest }, op, reason, receivedAt) {
      taken.push({
        device: device.id,
        n,
        op: op?.id ?? '',
        rec: op?.rec ?? '',
        bucket: op?.bucket ?? '',
        body,
        digest,
        hEff: '',
        receivedAt,
        outcome: 'quarantined',
        reason,
        clockSkewMs: op && skewOf(op, receivedAt),
        record: undefined,
      })
    },
    async commit(to, { isLast = false } = {}) {
      const changed = [...touched].flatMap((id) => states.get(id) ?? [])
      const hidden = isUnnumbered(device.id)
      const at = Math.max(0, ...taken.map(({ receivedAt }) => receivedAt))
      if (hidden) await mingle(session, changed, at)
      const mingled = await mingledIn(session, changed, at)
      await hold(mingled)
      const logged = taken.map(({ record, ...entry }) => ({
        record: hidden ? undefined : record,
        entry,
      }))
      const stamping = session.records.stamp(
        device.dispositif,
        withMingled(changed, mingled, states),
        {
          mingled: new Set(mingled),
          beside: (places) =>
            together([
              session.log.append(
                logged.map(({ record, entry }) => ({
                  ...entry,
                  seq: undefined,
                  place: record && places.get(record),
                })),
                hidden ? 'drawn' : 'end',
              ),
              session.directory.advance(device.id, { ...to, lastH: lastH ?? '' }),
            ]),
        },
      )
      if (isLast && !hidden) session.endsHere()
      const seqs = await stamping
      if (hidden) await session.records.hidePlaces(changed.map(({ id }) => id))
      return logged.map(({ record, entry }) => ({ ...entry, seq: record && seqs.get(record) }))
    },
  }
}

/**
 * The stamp others see. A device's stamps keep the order of its numbers even when its clock, ahead,
 * was brought back to the hour of receipt. The server's own device writes history with the hours
 * it is told: an anonymous deposit is stamped at the start of its day, never after the one before.
 */
function stampOf(device: StoredDevice, op: Op, receivedAt: number, last: Hlc | undefined): Hlc {
  const h = effectiveHlc(op.h, receivedAt)
  if (device.person === undefined || !last || h > last) return h
  return nextHlc(last, 0)
}

async function linkPhotos(session: Session, device: StoredDevice, op: Op): Promise<void> {
  const written = Object.fromEntries(Object.entries(op.f).map(([name, { v }]) => [name, v]))
  for (const photo of photosIn(written)) {
    await session.blobs.announce({ ...photo, device: device.id, dispositif: device.dispositif })
    await session.blobs.link(photo.sha256, op.rec, op.bucket)
  }
}
