import { hlcAt, hlcMs } from '#protocol/hlc.ts'
import type { Op } from '#protocol/op.ts'

/** A tablet's clock drifts by that much between two contacts, and nobody is bothered for it. */
const TOLERATED_MS = 2 * 60_000

/**
 * By how much the clock of a device was off when it wrote, in ms, ahead when positive; undefined within two
 * minutes. Nothing is refused for it (docs/sync.md): it is flagged in the log, and the operator is told.
 *
 * Ahead shows at the receipt, for nothing is written after it. What the server told the device of the hour
 * since shows in its stamp, corrected when `wall` is not; a stamp held back by the one before tells nothing.
 * A clock that is behind, on a device that never heard the hour, cannot be told from work done long ago.
 */
export function clockSkewMs(
  { wall, h }: Pick<Op, 'wall' | 'h'>,
  receivedAt: number,
): number | undefined {
  const corrected = hlcMs(h)
  const known = h === hlcAt(corrected) ? wall - corrected : 0
  const skew = Math.max(wall - receivedAt, known)
  return Math.abs(skew) > TOLERATED_MS ? skew : undefined
}
