import { figureId } from '#domain/figures/figure.ts'
import { isSourceOfFigure } from '#domain/figures/figure-sources.ts'
import { RECORD_CLASSES, type RecordType } from '#domain/record-types.ts'
import { type DispositifId, type RecordId, recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import type { Hlc } from '#protocol/hlc.ts'
import type { RecordState } from '#protocol/merge.ts'
import type { Op, OpKind } from '#protocol/op.ts'
import { figureState } from './figure-state.ts'
import { isSourceOfReceipt, receiptId, receiptState } from './receipt-state.ts'

export type Find = (id: RecordId) => RecordState | undefined | Promise<RecordState | undefined>

/** What is known of an operation before it is applied. */
export type PlannedWrite = Pick<Op, 'kind' | 'rec' | 'type'> & {
  readonly f: Readonly<Record<string, unknown>>
}

/**
 * The publications of one dispositif. What a server holds of another tells nothing, not even to a filling that
 * names it.
 */
export function publicationsOf(dispositif: DispositifId, find: Find): Find {
  const own = bucketId(dispositif, RECORD_CLASSES['grid-version'])
  return async (id) => {
    const found = await find(id)
    return found?.bucket === own ? found : undefined
  }
}

const MAKING_OR_ENDING: readonly OpKind[] = ['create', 'delete', 'restore']

/** The ids of the projections a write may well change: what is worth reading beforehand. */
export function projectedIds({ kind, rec, type, f }: PlannedWrite): readonly RecordId[] {
  const isLikely =
    MAKING_OR_ENDING.includes(kind) || Object.keys(f).some((field) => isSource(type, field))
  return isLikely ? [figureId(rec), receiptId(rec)] : []
}

/**
 * The records that follow a record after its last operation: its figure, and the receipt of an event.
 * They are written in the transaction of the operation, and found again by the replay of the log.
 * `before` is the record as that operation found it. `findPublication` reads without holding: a
 * publication never changes, and every filling of a grid would wait for the others. One that is being made at this
 * moment is waited for (`RecordBook.getSettled`), or the log would tell another order.
 *
 * A filling that comes before its publication has no score until it is written again.
 */
export async function projectionsOf(
  source: RecordState,
  h: Hlc,
  before: RecordState | undefined,
  find: Find,
  findPublication: Find,
): Promise<readonly RecordState[]> {
  if (before && tellTheSame(before, source)) return []
  const edition = source.f.edition?.v
  const publication =
    typeof edition === 'string' && edition !== '' && isSourceOfFigure(source.type, 'edition')
      ? await findPublication(recordId(edition))
      : undefined
  const figure = figureState(source, h, await find(figureId(source.id)), publication)
  const receipt =
    source.type === 'adverse-event'
      ? receiptState(source, h, await find(receiptId(source.id)))
      : undefined
  return [figure, receipt].filter((state) => state !== undefined)
}

/**
 * True when nothing that a projection reads has moved between the two: then it is as it was, for it is a
 * function of that alone. Most operations write beside: a note, a comment, a photo.
 */
function tellTheSame(before: RecordState, after: RecordState): boolean {
  if (before.deleted || after.deleted) return false
  for (const field in after.f) {
    if (after.f[field] !== before.f[field] && isSource(after.type, field)) return false
  }
  return true
}

function isSource(type: RecordType, field: string): boolean {
  return isSourceOfFigure(type, field) || isSourceOfReceipt(type, field)
}
