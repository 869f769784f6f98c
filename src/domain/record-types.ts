import type { BucketClass } from './site/bucket.ts'

/**
 * Every type of record and the class of bucket it must live in. An operation that puts a type
 * anywhere else is quarantined: a declarant's name filed among the events would be read by all.
 */
export const RECORD_CLASSES = {
  dispositif: 'config',
  site: 'config',
  person: 'config',
  device: 'config',
  grid: 'grids',
  'grid-version': 'grids',
  audit: 'quality',
  epp: 'quality',
  tracer: 'quality',
  action: 'quality',
  visit: 'quality',
  'adverse-event': 'events',
  'event-analysis': 'events',
  'event-photo': 'events',
  'event-said': 'events',
  declarant: 'identity',
  'named-declarant': 'named-identity',
  'indicator-value': 'figures',
  'filling-figure': 'figures',
  'action-figure': 'figures',
  'event-figure': 'figures',
  'visit-figure': 'figures',
  receipt: 'receipts',
} as const satisfies Record<string, BucketClass>

export type RecordType = keyof typeof RECORD_CLASSES

export function isRecordType(text: string): text is RecordType {
  return Object.hasOwn(RECORD_CLASSES, text)
}
