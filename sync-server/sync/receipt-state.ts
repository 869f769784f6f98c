import { EVENT_STATUSES } from '#domain/adverse-event/adverse-event.ts'
import type { RecordType } from '#domain/record-types.ts'
import { type RecordId, recordId } from '#domain/shared/ids.ts'
import { codeField, textField } from '#domain/shared/json.ts'
import type { Hlc } from '#protocol/hlc.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'

/** The receipt of an event on the device that declared it. No device may write an id with a `~`. */
export function receiptId(event: RecordId): RecordId {
  return recordId(`${event}~receipt`)
}

/** True for a field the receipt of such a record follows. */
export function isSourceOfReceipt(type: RecordType, field: string): boolean {
  return type === 'adverse-event' && (field === 'status' || field === 'answer')
}

/**
 * The receipt of an event after the event's last operation: its status and its answer follow, signed
 * by that operation, and nothing else of the event leaves its bucket. Undefined when both are as they
 * were, or when there is no receipt: an anonymous event never has one, for none was filed with it
 * (R-EI-1). A deleted event leaves its receipt as it was. A pure function of its arguments, so the
 * replay of the log finds the same.
 */
export function receiptState(
  event: RecordState,
  h: Hlc,
  before: RecordState | undefined,
): RecordState | undefined {
  if (event.type !== 'adverse-event' || event.deleted) return undefined
  if (before?.type !== 'receipt') return undefined
  const fields = shownFields(event)
  const shown = shownFields(before)
  const status = codeField(fields, 'status', EVENT_STATUSES, 'declared')
  const answer = textField(fields, 'answer')
  if (textField(shown, 'status') === status && textField(shown, 'answer') === answer) {
    return undefined
  }
  const head = (v: string) => ({ v, op: event.last, h })
  return {
    ...before,
    f: { ...before.f, status: head(status), answer: head(answer) },
    last: event.last,
  }
}
