/*
 * What each field is, by type of record: one table for the server, the device and the screens. It is
 * part of the merge rules (docs/sync.md, « Merge »): a field that changes its kind changes how the
 * log replays, so a row here is added, not edited.
 *
 * - `value`: a date, a code, a number, a short text. Two unseen values wait for a person.
 * - `text`: long words. Two versions wait, and the screen proposes a third made of both.
 * - `answer`: one answer of a form; its question says whether it is a code, several, or words.
 * - `member`: one member of a collection, named by its own id: a photo, a mission, a remark. Members
 *   added at the same time all stay, and taking one away never beats who put it back.
 * - `status`: a step on a way. It goes forward by itself, and backward only by someone who saw.
 */
import { ACTION_STEPS } from './action-plan/action-steps.ts'
import { ANALYSIS_STEPS } from './adverse-event/analysis/analysis-steps.ts'
import { EVENT_STEPS } from './adverse-event/event-steps.ts'
import { FILLING_STEPS } from './filling/filling-steps.ts'
import type { RecordType } from './record-types.ts'
import type { Json } from './shared/json.ts'
import { isForward, type Steps } from './shared/steps.ts'
import { VISIT_STEPS } from './site/visit-steps.ts'

export type FieldKind = 'value' | 'text' | 'answer' | 'member' | 'status'

/** Fields that are not plain values; a name that ends with a dot stands for all below it. */
type Fields = Readonly<Record<string, Exclude<FieldKind, 'value'>>>

/** Remarks on a record, `remarks.<id>`: each is written once, so none ever disagrees with another. */
const REMARKS = 'remarks.'

const FILLING: Fields = {
  status: 'status',
  'answers.': 'answer',
  'comments.': 'text',
  'naReason.': 'text',
  'photos.': 'member',
  [REMARKS]: 'member',
}

const KINDS: Partial<Record<RecordType, Fields>> = {
  audit: FILLING,
  epp: FILLING,
  tracer: FILLING,
  action: { status: 'status', finding: 'text', effect: 'text', [REMARKS]: 'member' },
  visit: { status: 'status', note: 'text', 'missions.': 'member', [REMARKS]: 'member' },
  'adverse-event': {
    status: 'status',
    'answers.': 'answer',
    answer: 'text',
    changed: 'text',
    'questions.': 'member',
    'notice.': 'text',
    'sendings.': 'member',
    'photos.': 'member',
    [REMARKS]: 'member',
  },
  'event-analysis': {
    status: 'status',
    reason: 'text',
    management: 'text',
    lesson: 'text',
    'whys.': 'text',
    'participants.': 'member',
    'facts.': 'member',
    'gaps.': 'member',
    'causes.': 'member',
    'barriers.': 'member',
    'decisions.': 'member',
    [REMARKS]: 'member',
  },
}

const STEPS: Partial<Record<RecordType, Steps>> = {
  action: ACTION_STEPS,
  audit: FILLING_STEPS,
  epp: FILLING_STEPS,
  tracer: FILLING_STEPS,
  visit: VISIT_STEPS,
  'adverse-event': EVENT_STEPS,
  'event-analysis': ANALYSIS_STEPS,
}

/** The kind of a field; `value` when the table does not name it (rule R-SYN-3). */
export function fieldKind(type: RecordType, field: string): FieldKind {
  const fields = KINDS[type]
  if (!fields) return 'value'
  const at = field.indexOf('.')
  const name = at < 0 ? field : field.slice(0, at + 1)
  return (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? 'value'
}

/** True when a status may pass from one value to the other by itself (rule R-SYN-4). */
export function goesForward(type: RecordType, from: Json, to: Json): boolean {
  const steps = STEPS[type]
  return steps !== undefined && isForward(steps, from, to)
}
