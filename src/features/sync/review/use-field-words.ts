import { useTranslation } from 'react-i18next'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { ACTION_STATUS_TEXTS } from '#domain/action-plan/action-texts.ts'
import {
  EVENT_STATUS_TEXTS,
  FREQUENCY_TEXTS,
  GRAVITY_TEXTS,
} from '#domain/adverse-event/event-texts.ts'
import { readFilling } from '#domain/filling/filling.ts'
import { allQuestions, type Question } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { RecordType } from '#domain/record-types.ts'
import { parseDay } from '#domain/shared/day.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import type { Text } from '#domain/shared/text.ts'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import type { fr } from '../fr.ts'

type FieldKey = Extract<keyof typeof fr, `field${string}`>

/** The fields people write; another one shows its own name rather than nothing. */
const FIELD_WORDS: Readonly<Record<string, FieldKey>> = {
  '~': 'fieldExistence',
  title: 'fieldTitle',
  pilot: 'fieldPilot',
  dueOn: 'fieldDue',
  doneOn: 'fieldDone',
  closedOn: 'fieldClosed',
  heldOn: 'fieldHeld',
  finding: 'fieldFinding',
  effect: 'fieldEffect',
  note: 'fieldNote',
  status: 'fieldStatus',
  answer: 'fieldReply',
  gravity: 'fieldGravity',
  frequency: 'fieldFrequency',
  day: 'fieldDay',
  startsAt: 'fieldStart',
}

const STATUS_TEXTS: Partial<Record<RecordType, Readonly<Record<string, Text>>>> = {
  action: ACTION_STATUS_TEXTS,
  'adverse-event': EVENT_STATUS_TEXTS,
}

interface Place {
  readonly type: RecordType
  readonly fields: Fields
}

/** Names of fields and values as the person knows them: the question, the choice, the day, the word. */
export function useFieldWords() {
  const { t } = useTranslation('sync')
  const text = useText()
  const language = useLanguage()
  const forms = useFormShelf()

  function questionOf({ fields }: Place, field: string): Question | undefined {
    const form = forms.find(readFilling('', '', fields))
    const id = field.split('.').at(-1)
    return form && allQuestions(form).find((one) => one.id === id)
  }

  function nameOf(place: Place, field: string): string {
    const [group = '', first = ''] = field.split('.')
    const label = () => {
      const question = questionOf(place, field)
      return question ? text(question.label) : field.split('.').slice(1).join(' ')
    }
    if (group === 'answers') return label()
    if (group === 'comments') return t('fieldComment', { question: label() })
    if (group === 'photos') return t('fieldPhoto', { question: first })
    const key = Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field] : undefined
    return key ? t(key) : field
  }

  function valueOfAnswer(question: Question | undefined, value: Json): string | undefined {
    if (!question) return undefined
    if (question.type === 'criterion') {
      const step = stepOf(question, value)
      return step && text(step.label)
    }
    if (question.type !== 'single' && question.type !== 'multiple') return undefined
    const codes: readonly Json[] = Array.isArray(value) ? value : [value]
    return codes
      .map((code) => question.choices.find((choice) => choice.code === code)?.label)
      .map((label, at) => (label ? text(label) : String(codes[at])))
      .join(', ')
  }

  function levelOf(texts: Readonly<Record<string, Text>>, value: Json): string | undefined {
    const found = typeof value === 'number' ? texts[String(value)] : undefined
    return found && `${String(value)}, ${text(found)}`
  }

  function valueWords(place: Place, field: string, value: Json): string {
    if (field === '~') return t(value === null ? 'existenceDeleted' : 'existenceKept')
    if (value === null || value === '') return t('emptied')
    const status = field === 'status' ? STATUS_TEXTS[place.type]?.[String(value)] : undefined
    if (status) return text(status)
    if (field === 'status') return t(value === 'closed' ? 'statusClosed' : 'statusOpen')
    const level =
      (field === 'gravity' && levelOf(GRAVITY_TEXTS, value)) ||
      (field === 'frequency' && levelOf(FREQUENCY_TEXTS, value))
    if (level) return level
    const answer = field.startsWith('answers.')
      ? valueOfAnswer(questionOf(place, field), value)
      : undefined
    if (answer) return answer
    if (typeof value === 'number') return formatNumber(value, language, 2)
    if (typeof value !== 'string') return Array.isArray(value) ? value.join(', ') : t('filled')
    const day = parseDay(value)
    return day ? formatDay(day, language) : value
  }

  return { nameOf, valueWords }
}
