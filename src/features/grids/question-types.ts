import type { CriterionQuestion, Question } from '#domain/form/form.ts'
import { type Scale, type ScaleName, stepOf } from '#domain/form/scales.ts'
import type { Text } from '#domain/shared/text.ts'
import type { fr } from './fr.ts'

export type TypeCode = ScaleName | Exclude<Question['type'], 'criterion'>

/** What may be added, in the order of the field: criteria first, by their scale. */
export const TYPES: readonly { readonly code: TypeCode; readonly key: keyof typeof fr }[] = [
  { code: 'yes-partial-no-na', key: 'typeYesPartial' },
  { code: 'yes-no-na', key: 'typeYesNo' },
  { code: 'conform', key: 'typeConform' },
  { code: 'has', key: 'typeHas' },
  { code: 'single', key: 'typeSingle' },
  { code: 'multiple', key: 'typeMultiple' },
  { code: 'number', key: 'typeNumber' },
  { code: 'text', key: 'typeText' },
  { code: 'date', key: 'typeDate' },
  { code: 'time', key: 'typeTime' },
  { code: 'datetime', key: 'typeDatetime' },
  { code: 'photo', key: 'typePhoto' },
  { code: 'signature', key: 'typeSignature' },
  { code: 'file', key: 'typeFile' },
  { code: 'code', key: 'typeCode' },
  { code: 'note', key: 'typeNote' },
  { code: 'calculated', key: 'typeCalculated' },
  { code: 'repeat', key: 'typeRepeat' },
  { code: 'opportunities', key: 'typeOpportunities' },
]

export function typeOf(question: Question): TypeCode | 'custom' {
  if (question.type !== 'criterion') return question.type
  return typeof question.scale === 'string' ? question.scale : 'custom'
}

const SCALES: readonly string[] = ['yes-partial-no-na', 'yes-no-na', 'conform', 'has']

function isScale(code: TypeCode): code is ScaleName {
  return SCALES.includes(code)
}

/** The criterion on another scale, with all it says beside; a default the scale does not know is taken off. */
export function criterionOn(
  scale: ScaleName | Scale,
  from: Pick<Question, 'id' | 'label'>,
): CriterionQuestion {
  const question = from as Question
  if (question.type !== 'criterion') return { ...sharedOf(from), type: 'criterion', scale }
  const { default: start, ...kept } = question
  const isKnown = typeof start === 'object' || stepOf({ scale }, start) !== undefined
  return { ...kept, scale, ...(start !== undefined && isKnown ? { default: start } : {}) }
}

/** One more question like another, with its own name and words. */
export function questionLike(
  question: Question | undefined,
  from: Pick<Question, 'id' | 'label'>,
): Question {
  if (question?.type === 'criterion') return criterionOn(question.scale, from)
  return questionOfType(question?.type ?? 'yes-partial-no-na', from)
}

/** The same question under another type: what both types know is kept. */
export function questionOfType(code: TypeCode, from: Pick<Question, 'id' | 'label'>): Question {
  const kept = from as Question
  const shared = sharedOf(from)
  if (isScale(code)) return criterionOn(code, from)
  switch (code) {
    case 'single':
    case 'multiple':
      return {
        ...shared,
        type: code,
        choices: 'choices' in kept ? kept.choices : [choice('1'), choice('2')],
      }
    case 'calculated':
      return { ...shared, type: code, value: 'value' in kept ? kept.value : 0 }
    case 'repeat':
    case 'opportunities':
      return { ...shared, type: code, questions: 'questions' in kept ? kept.questions : [] }
    default:
      return { ...shared, type: code }
  }
}

/** What every type knows. */
function sharedOf(from: Pick<Question, 'id' | 'label'>) {
  const { id, label, ...kept } = from as Question
  return {
    id,
    label,
    ...('hint' in kept && kept.hint ? { hint: kept.hint } : {}),
    ...('relevance' in kept && kept.relevance !== undefined ? { relevance: kept.relevance } : {}),
    ...('required' in kept && kept.required !== undefined ? { required: kept.required } : {}),
  }
}

export function choice(code: string, label: Text = { fr: '', en: '' }) {
  return { code, label }
}

/** The words in one language; the other follows as long as it said the same. */
export function withWords(text: Text, language: 'fr' | 'en', words: string): Text {
  const other = language === 'fr' ? 'en' : 'fr'
  const follows = text[other] === text[language] || text[other].trim() === ''
  return { ...text, [language]: words, ...(follows ? { [other]: words } : {}) } as Text
}
