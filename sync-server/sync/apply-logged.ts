import type { Hlc } from '#protocol/hlc.ts'
import { applyOp, type MergeOutcome, type RecordState } from '#protocol/merge.ts'
import { type Op, opIdParts } from '#protocol/op.ts'
import { hasSeen } from '#protocol/seen.ts'

/**
 * Applies an operation of the log, each of which comes once. A number below one the record has seen
 * is therefore no repetition but one noted lost and found after all: it is merged as unseen.
 */
export function applyLogged(
  record: RecordState | undefined,
  op: Op,
  h: Hlc,
): { record: RecordState; outcome: MergeOutcome } {
  if (!record || !hasSeen(record.seen, op.id)) return applyOp(record, op, h)
  const { device, n } = opIdParts(op.id)
  const unaware = { ...record, seen: { ...record.seen, [device]: n - 1 } }
  const applied = applyOp(unaware, op, h)
  return { ...applied, record: { ...applied.record, seen: record.seen } }
}
