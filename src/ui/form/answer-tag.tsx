import { useTranslation } from 'react-i18next'
import { SCALE_TEXTS } from '#domain/form/scale-texts.ts'
import type { Json } from '#domain/shared/json.ts'
import { useText } from '#ui/i18n.ts'
import { Tag } from '#ui/tag.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { asScaleCode, lookOf, signOf } from './scale-options.ts'

/** An answer of a scale in its word, icon and tone; a quiet word when there is none. */
export function AnswerTag({ value }: { readonly value: Json | undefined }) {
  const { t } = useTranslation(FORM_TEXTS)
  const text = useText()
  const code = asScaleCode(value)
  if (!code)
    return <Tag tone="mute">{value === undefined ? t('unanswered') : t('howToAnswer')}</Tag>
  const { tone, icon } = lookOf(code)
  const sign = signOf(code)
  const word = text(SCALE_TEXTS[code])
  return (
    <Tag tone={tone === 'plain' ? 'mute' : tone} icon={icon}>
      {sign ? `${sign}, ${word.toLowerCase()}` : word}
    </Tag>
  )
}
