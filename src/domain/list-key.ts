import { RECORD_CLASSES, type RecordType } from './record-types.ts'
import type { Json } from './shared/json.ts'

/** What lists are cut by (status) and put in order by (day): enough to count without reading. */
export interface ListKey {
  /** As written; empty when the record has none yet, which its reader takes for the first one. */
  readonly status: string
  /** Calendar day, empty when there is none. */
  readonly day: string
}

/** The day a person looks for a record by. Types that are read whole have none. */
const DAYS: Partial<Record<RecordType, string>> = {
  'adverse-event': 'declaredOn',
  action: 'dueOn',
  audit: 'heldOn',
  epp: 'heldOn',
  tracer: 'heldOn',
  visit: 'day',
  receipt: 'declaredOn',
  'event-figure': 'declaredOn',
  'action-figure': 'dueOn',
}

/** The key of a record, from the few fields that make it. */
export function listKey(type: string, read: (field: string) => Json | undefined): ListKey {
  const day = isKnown(type) ? DAYS[type] : undefined
  return { status: text(read('status')), day: day ? text(read(day)) : '' }
}

function isKnown(type: string): type is RecordType {
  return Object.hasOwn(RECORD_CLASSES, type)
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
