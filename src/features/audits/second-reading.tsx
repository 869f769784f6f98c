import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { secondField } from '#domain/filling/second-auditor.ts'
import type { Answers, CriterionQuestion } from '#domain/form/form.ts'
import { isAnswered } from '#domain/form/relevance.ts'
import type { Fields } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceBar } from '#ui/choice-bar.tsx'
import { scaleOptions } from '#ui/form/scale-options.ts'
import { useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import css from './second-reading.module.css'

interface SecondReadingProps {
  readonly criteria: readonly CriterionQuestion[]
  /** Those of the second auditor alone. */
  readonly answers: Answers
  readonly save: (changes: Fields) => Promise<unknown>
}

/** One criterion at a time, one tap each; the next one without an answer comes by itself. */
export function SecondReading({ criteria, answers, save }: SecondReadingProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const [place, setPlace] = useState<string>()
  const found = criteria.findIndex(({ id }) => id === place)
  const firstLeft = criteria.findIndex(({ id }) => !isAnswered(answers, id))
  const at = found < 0 ? Math.max(0, firstLeft) : found
  const criterion = criteria[at]
  if (!criterion) return null
  const given = answers.get(criterion.id)
  const rate = (code: string) => {
    const isLeft = ({ id }: CriterionQuestion) => id !== criterion.id && !isAnswered(answers, id)
    setPlace((criteria.slice(at + 1).find(isLeft) ?? criteria.find(isLeft))?.id)
    reportFailure(save({ [secondField(criterion.id)]: code }))
  }
  return (
    <>
      {/* Said once: on a phone it would keep the answers away from the thumb. */}
      {answers.size === 0 && <Notice title={t('doubleBlind')}>{t('doubleBlindText')}</Notice>}
      <section className={css.reading} aria-labelledby="second-criterion">
        <p className={css.code}>{criterion.id}</p>
        <h2 id="second-criterion" className={css.title}>
          {text(criterion.label)}
        </h2>
        {criterion.hint && <p className={css.hint}>{text(criterion.hint)}</p>}
        <ChoiceBar
          key={criterion.id}
          label={`${t('answersOf', { code: criterion.id })}, ${text(criterion.label)}`}
          options={scaleOptions(criterion, text)}
          value={typeof given === 'string' ? given : undefined}
          onChange={rate}
          orientation="row"
        />
        <div className={css.moves}>
          <Button
            icon={ArrowLeft}
            disabled={at === 0}
            onClick={() => setPlace(criteria[at - 1]?.id)}
          >
            {t('previous')}
          </Button>
          <Button
            iconAfter={ArrowRight}
            disabled={at === criteria.length - 1}
            onClick={() => setPlace(criteria[at + 1]?.id)}
          >
            {t('next')}
          </Button>
        </div>
      </section>
    </>
  )
}
