import { useTranslation } from 'react-i18next'
import { type AnswerError, checkAnswer } from '#domain/form/check-answer.ts'
import { type Question, rowKey } from '#domain/form/form.ts'
import type { FormState } from '#domain/form/form-state.ts'
import type { Json } from '#domain/shared/json.ts'
import { useText } from '#ui/i18n.ts'
import { FORM_TEXTS } from './form-texts.ts'

interface Asked {
  readonly question: Question
  readonly value: Json | undefined
  readonly state?: FormState | undefined
  readonly row?: { readonly group: string; readonly id: string } | undefined
}

/** Why an answer does not stand, in words; it stays in its field meanwhile (R-FOR-5). */
export function useAnswerProblem({ question, value, state, row }: Asked): string | undefined {
  const { t } = useTranslation(FORM_TEXTS)
  const text = useText()
  const key = row ? rowKey(row.group, row.id, question.id) : question.id
  const broken = state?.broken.get(key)
  // Refused without a word, it would look given.
  if (broken) return text(broken.message) || t('problem-other')
  if (value === undefined || value === '' || value === null) return undefined
  const checked = checkAnswer(question, value)
  if (checked.ok) return undefined
  return words(checked.error)

  function words(error: AnswerError): string {
    switch (error.kind) {
      case 'too-small':
        return t('problem-too-small', { min: error.min })
      case 'too-big':
        return t('problem-too-big', { max: error.max })
      case 'unknown-code':
        return t('problem-unknown-code')
      default:
        return t('problem-other')
    }
  }
}
