import { figureId } from '#domain/figures/figure.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Hlc } from '#protocol/hlc.ts'
import type { RecordState } from '#protocol/merge.ts'
import { figureState } from './figure-state.ts'
import { receiptId, receiptState } from './receipt-state.ts'

type Find = (id: RecordId) => RecordState | undefined | Promise<RecordState | undefined>

/** The ids a record's projections would have. */
export function projectedIds(source: RecordId): readonly RecordId[] {
  return [figureId(source), receiptId(source)]
}

/**
 * The records that follow a record after its last operation: its figure, and the receipt of an event.
 * They are written in the transaction of the operation, and found again by the replay of the log.
 */
export async function projectionsOf(
  source: RecordState,
  h: Hlc,
  find: Find,
): Promise<readonly RecordState[]> {
  const figure = figureState(source, h, await find(figureId(source.id)))
  const receipt =
    source.type === 'adverse-event'
      ? receiptState(source, h, await find(receiptId(source.id)))
      : undefined
  return [figure, receipt].filter((state) => state !== undefined)
}
