import { parseClock } from '../../shared/clock.ts'
import { type Day, parseDay } from '../../shared/day.ts'
import { type RecordId, recordId, type SiteId, siteId } from '../../shared/ids.ts'
import { codeField, type Fields, fieldsBelow, numberField, textField } from '../../shared/json.ts'
import { ALARM_CODES, type AlarmCode } from './alarm.ts'
import { ANALYSIS_STATUSES, type AnalysisStatus } from './analysis-steps.ts'

/** CREX, RMM, REX: the instance that analyses; a small home takes the light one, REX. */
export const INSTANCES = ['rex', 'crex', 'rmm'] as const
export type Instance = (typeof INSTANCES)[number]

/** Prevention, recovery, mitigation. */
export const BARRIER_KINDS = ['prevention', 'recovery', 'mitigation'] as const
export type BarrierKind = (typeof BARRIER_KINDS)[number]

interface Member {
  readonly id: string
  readonly words: string
}
export interface AnalysisFact extends Member {
  readonly on: Day | undefined
  readonly at: string
}
export interface AnalysisCause extends Member {
  readonly group: AlarmCode
}
export interface AnalysisBarrier extends Member {
  readonly kind: BarrierKind
  readonly worked: boolean
}
export interface AnalysisDecision extends Member {
  /** The line of the PACQ it became; empty before. */
  readonly action: string
  readonly evaluateOn: Day | undefined
}
export interface AnalysisParticipant extends Member {
  /** How many of that function; `words` is the function, never a name. */
  readonly count: number
}

/**
 * The analysis of an event, a record of its own beside it (class `events`). Collections are members,
 * one by one, so that two people who prepare a meeting on two tablets lose nothing: `participants.`,
 * `facts.`, `gaps.`, `causes.`, `barriers.`, `decisions.`. Long texts are `reason` (why this event was
 * chosen), `whys.1` to `whys.5`, `management` (how the event was managed), `lesson`. Others: `event`,
 * `instance`, `status`, `heldOn`, `title` of the lesson.
 */
export interface Analysis {
  readonly id: RecordId
  readonly site: SiteId
  readonly event: string
  readonly instance: Instance
  readonly status: AnalysisStatus
  readonly heldOn: Day | undefined
  readonly reason: string
  readonly management: string
  readonly participants: readonly AnalysisParticipant[]
  readonly facts: readonly AnalysisFact[]
  /** Écarts: what was not as expected. */
  readonly gaps: readonly Member[]
  readonly causes: readonly AnalysisCause[]
  readonly whys: readonly string[]
  readonly barriers: readonly AnalysisBarrier[]
  readonly decisions: readonly AnalysisDecision[]
  readonly title: string
  readonly lesson: string
}

export function readAnalysis(id: string, site: string, fields: Fields): Analysis {
  return {
    id: recordId(id),
    site: siteId(site),
    event: textField(fields, 'event'),
    instance: codeField(fields, 'instance', INSTANCES, 'rex'),
    status: codeField(fields, 'status', ANALYSIS_STATUSES, 'open'),
    heldOn: parseDay(textField(fields, 'heldOn')),
    reason: textField(fields, 'reason'),
    management: textField(fields, 'management'),
    participants: members(fields, 'participants.', (held, member) => ({
      ...member,
      count: Math.max(1, Math.floor(numberField(held, 'count') ?? 1)),
    })),
    // In the order of the facts, whatever the order they were typed in.
    facts: members(fields, 'facts.', (held, member) => ({
      ...member,
      on: parseDay(textField(held, 'on')),
      at: parseClock(textField(held, 'at')) ?? '',
    })).sort((a, b) => ((a.on ?? '') + a.at < (b.on ?? '') + b.at ? -1 : 1)),
    gaps: members(fields, 'gaps.', (_, member) => member),
    causes: members(fields, 'causes.', (held, member) => ({
      ...member,
      group: codeField(held, 'group', ALARM_CODES, 'task'),
    })),
    whys: [1, 2, 3, 4, 5].map((rank) => textField(fields, `whys.${rank}`)),
    barriers: members(fields, 'barriers.', (held, member) => ({
      ...member,
      kind: codeField(held, 'kind', BARRIER_KINDS, 'prevention'),
      worked: held.worked === true,
    })),
    decisions: members(fields, 'decisions.', (held, member) => ({
      ...member,
      action: textField(held, 'action'),
      evaluateOn: parseDay(textField(held, 'evaluateOn')),
    })),
    title: textField(fields, 'title'),
    lesson: textField(fields, 'lesson'),
  }
}

/** Members in the order they were added (`n`), those without words left out. */
function members<T extends Member>(
  fields: Fields,
  prefix: string,
  read: (held: Fields, member: Member) => T,
): T[] {
  return [...fieldsBelow(fields, prefix)]
    .flatMap(([id, value]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
      const held = value as Fields
      const words = textField(held, 'words')
      return words.trim() === '' ? [] : [{ order: numberField(held, 'n') ?? 0, id, held, words }]
    })
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ id, held, words }) => read(held, { id, words }))
}
