import type { RecordType } from '../record-types.ts'
import type { Fields, Json } from '../shared/json.ts'

const EVENT: ReadonlySet<string> = new Set([
  'status',
  'gravity',
  'answers.gravity',
  'answers.family',
  'declaredOn',
  'closedOn',
  'answer',
  'answeredOn',
  'identity',
  'duplicateOf',
])
const ACTION: ReadonlySet<string> = new Set([
  'status',
  'dueOn',
  'createdOn',
  'doneOn',
  'source',
  'imperatif',
])
const VISIT: ReadonlySet<string> = new Set(['day', 'days', 'status'])
const NEVER_COUNTED = ['comments.', 'photos.', 'author', 'withWhom', 'subject']

const isCounted = (field: string) => !NEVER_COUNTED.some((name) => field.startsWith(name))

/** By type of record that has a figure: whether a field counts in it. */
const SOURCES: Partial<Record<RecordType, (field: string) => boolean>> = {
  audit: isCounted,
  epp: isCounted,
  tracer: isCounted,
  action: (field) => ACTION.has(field),
  'adverse-event': (field) => EVENT.has(field),
  visit: (field) => VISIT.has(field),
}

/** True for a field whose value may change the figure of such a record; the figure reads no other. */
export function isSourceOfFigure(type: RecordType, field: string): boolean {
  return SOURCES[type]?.(field) ?? false
}

/** The fields a figure is made of: it cannot read what it does not say it reads. */
export function sourcesOfFigure(type: RecordType, fields: Fields): Fields {
  const read: Record<string, Json> = Object.create(null)
  for (const [field, value] of Object.entries(fields)) {
    if (isSourceOfFigure(type, field)) read[field] = value
  }
  return read
}
