import { useTranslation } from 'react-i18next'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { useText } from '#ui/i18n.ts'
import { Tag } from '#ui/tag.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { lookOf } from './scale-options.ts'

interface AnswerTagProps {
  readonly criterion: CriterionQuestion
  readonly value: Json | undefined
}

/** An answer of a scale in its word, icon and tone; a quiet word when there is none. */
export function AnswerTag({ criterion, value }: AnswerTagProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const text = useText()
  const step = stepOf(criterion, value)
  if (!step)
    return <Tag tone="mute">{value === undefined ? t('unanswered') : t('howToAnswer')}</Tag>
  const { tone, icon } = lookOf(step)
  const word = text(step.label)
  return (
    <Tag tone={tone === 'plain' ? 'mute' : tone} icon={icon}>
      {step.sign ? `${step.sign}, ${word.toLowerCase()}` : word}
    </Tag>
  )
}
