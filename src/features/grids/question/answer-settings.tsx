import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ruleKindsOf } from '#domain/form/answer-rules.ts'
import css from '../grids.module.css'
import { DefaultField } from './default-field.tsx'
import type { QuestionDetailsProps } from './question-details-props.ts'
import { RulesField } from './rules-field.tsx'

/** What is seldom set: the answer one begins with, and what an answer must satisfy. Open when it says something. */
export function AnswerSettings(props: QuestionDetailsProps) {
  const { t } = useTranslation('grids')
  const { question } = props
  // As it was when the sheet opened: it does not fold up under the hand that takes the last rule off.
  const [startsOpen] = useState(
    () => question.default !== undefined || (question.constraints ?? []).length > 0,
  )
  // A rule may be asked of whatever is answered, and only of that.
  if (ruleKindsOf(question).length === 0) return null
  return (
    <details className={css.more} open={startsOpen}>
      <summary>{t('answerSettings')}</summary>
      <DefaultField {...props} />
      <RulesField {...props} />
    </details>
  )
}
