import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { restAnswers } from '#domain/form/rest-answers.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import css from './epp-flow.module.css'
import { unitOf } from './unit-of.ts'
import type { EppFlowState } from './use-epp-flow.ts'

/**
 * What is left of the file in hand at once, conform or « non applicable », never over an answer and as one step
 * of « Annuler ». What a person says is never said for them: an interview is offered no « tout conforme ».
 */
export const RestOfFile = memo(function RestOfFile({ flow }: { readonly flow: EppFlowState }) {
  const { t } = useTranslation('epp')
  const { current, left, form } = flow
  if (!current || left.length === 0) return null
  const { file } = current
  const readings = form.unit === 'person' ? NOT_APPLICABLE : BOTH
  return (
    <div className={css.end}>
      {readings.map((reading) => {
        const count = restAnswers(left, reading).size
        if (count === 0) return null
        return (
          <Button
            key={reading}
            tone="quiet"
            onClick={() => reportFailure(flow.answerRest(file, reading))}
          >
            {t(reading === 'met' ? 'restMet' : 'restNa', { file, n: count, ...unitOf(form) })}
          </Button>
        )
      })}
    </div>
  )
})

const NOT_APPLICABLE = ['not-applicable'] as const
const BOTH = ['met', 'not-applicable'] as const
