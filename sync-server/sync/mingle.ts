/*
 * What came without a name must not be put back in its order (security.md D5): of an anonymous
 * deposit the server keeps the day, and everything that counts would give the hour, for its
 * neighbours are signed and dated. So (ADR 034):
 * - it is written by a device of its own, whose numbers are drawn and not counted;
 * - it stands in the log at a drawn place, before all the counted ones: it creates records and
 *   builds on none, so the replay finds the same;
 * - its records stay together at the end of their bucket, moved at each write there until the day is
 *   over everywhere: where they come to rest tells the day, and their order is that of random ids.
 */
import { randomInt } from 'node:crypto'
import { type DeviceId, type DispositifId, deviceId, type RecordId } from '#domain/shared/ids.ts'
import type { RecordState } from '#protocol/merge.ts'
import type { Session } from '../store/store.ts'

/** A day of any time zone is over this long after it began in UTC. */
const DAY_IS_OVER_MS = 48 * 3_600_000
const SUFFIX = ':unnumbered'

/** The server's device of a dispositif for what is written without an order. */
export function unnumberedDevice(dispositif: DispositifId): DeviceId {
  return deviceId(`server:${dispositif}${SUFFIX}`)
}

/** True for a device whose numbers are drawn: they leave holes, and none is missing. */
export function isUnnumbered(device: DeviceId): boolean {
  return device.startsWith('server:') && device.endsWith(SUFFIX)
}

/** A number that tells nothing of the ones before. Two alike are refused by the log, and drawn again. */
export function drawNumber(): number {
  return randomInt(1, 2 ** 47)
}

/** Lets these records move with the others of their day, which began at `dayAt`, epoch ms. */
export async function mingle(
  session: Session,
  states: readonly RecordState[],
  dayAt: number,
): Promise<void> {
  const until = dayAt + DAY_IS_OVER_MS
  await session.intake.mingle(states.map(({ id, bucket }) => ({ record: id, bucket, until })))
}

/** The records to move along with a write of `changed`, in the buckets it touches. */
export async function mingledIn(
  session: Session,
  changed: readonly RecordState[],
  at: number,
): Promise<readonly RecordId[]> {
  return session.intake.mingledIn([...new Set(changed.map(({ bucket }) => bucket))], at)
}

/** What is written, then the mingled ones. They come in the order of their ids, which are random. */
export function withMingled(
  changed: readonly RecordState[],
  mingled: readonly RecordId[],
  states: ReadonlyMap<RecordId, RecordState | undefined>,
): readonly RecordState[] {
  const apart = new Set(mingled)
  const moving = mingled.flatMap((id) => states.get(id) ?? [])
  return [...changed.filter(({ id }) => !apart.has(id)), ...moving]
}
