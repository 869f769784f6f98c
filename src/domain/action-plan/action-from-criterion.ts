import type { CriterionQuestion, Form } from '../form/form.ts'
import { stepOf } from '../form/scales.ts'
import { addDays, type Day } from '../shared/day.ts'
import type { RecordId } from '../shared/ids.ts'
import type { Fields, Json } from '../shared/json.ts'
import type { Language } from '../shared/text.ts'
import type { ActionSource } from './action.ts'

/** Delay proposed for a criterion not met, in days (R-PAC-2, our reading). */
const USUAL_DELAY_DAYS = 30
/** Shorter when it touches a HAS critère impératif, a priority action (R-PAC-2). */
const IMPERATIF_DELAY_DAYS = 15

const SOURCES: Partial<Record<Form['kind'], ActionSource>> = {
  audit: 'audit',
  epp: 'epp',
  tracer: 'tracer',
}

/**
 * The fields of an action born from a criterion not met: everything proposed so that one tap keeps
 * it. The finding is the comment, else the answer and the criterion in words, so that the line of the
 * PACQ is understood without the audit. Texts are stored in the language of who writes (R-PAC-4).
 */
export function actionFromCriterion({
  form,
  criterion,
  answer,
  comment,
  record,
  today,
  language,
  pilot,
}: {
  readonly form: Form
  readonly criterion: CriterionQuestion
  readonly answer: Json | undefined
  readonly comment: string
  readonly record: RecordId
  readonly today: Day
  readonly language: Language
  /** A function, never a name; that of the form when left out. */
  readonly pilot?: string
}): Fields {
  const word = stepOf(criterion, answer)?.label
  const label = criterion.label[language]
  const stated = word ? `${label.replace(/\.$/, '')} : ${word[language].toLowerCase()}.` : label
  return {
    title: (criterion.remedy ?? criterion.label)[language].replace(/\.$/, ''),
    finding: comment.trim() || stated,
    source: SOURCES[form.kind] ?? 'other',
    sourceRecord: record,
    sourceQuestion: criterion.id,
    imperatif: criterion.imperatif ?? '',
    pilot: pilot ?? form.pilot?.[language] ?? '',
    createdOn: today,
    dueOn: addDays(today, criterion.imperatif ? IMPERATIF_DELAY_DAYS : USUAL_DELAY_DAYS),
    status: 'todo',
  }
}
