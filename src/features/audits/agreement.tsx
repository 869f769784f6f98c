import { useTranslation } from 'react-i18next'
import { SMALLEST_RATED_N } from '#domain/epp/rate-criteria.ts'
import { settledAs, settlement } from '#domain/filling/second-auditor.ts'
import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { Fields } from '#domain/shared/json.ts'
import { agreementOf, type DoubleRating } from '#domain/statistics/kappa.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatMean } from '#ui/form/format-mean.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import css from './agreement.module.css'

interface AgreementProps {
  readonly form: Form
  readonly fields: Fields
  readonly ratings: readonly DoubleRating[]
  readonly mayWrite: boolean
  readonly save: (changes: Fields) => Promise<unknown>
}

/** How far two readings agree, and each criterion they differ on, settled in one tap. */
export function Agreement({ form, fields, ratings, mayWrite, save }: AgreementProps) {
  const { t } = useTranslation('audits')
  const language = useLanguage()
  const { n, agreed, unrated, disagreements, kappa, interval } = agreementOf(ratings)
  const two = (value: number) => formatMean(value, language)
  const criteria = new Map(
    form.sections
      .flatMap(({ questions }) => questions)
      .flatMap((each) => (each.type === 'criterion' ? [[each.id, each] as const] : [])),
  )
  return (
    <>
      <p className={css.sentence}>{t('doubleAgreed', { count: n, agreed })}</p>
      {kappa !== undefined && interval && n >= SMALLEST_RATED_N ? (
        <p>
          {t('doubleKappa', {
            kappa: two(kappa),
            low: two(interval.low),
            high: two(interval.high),
          })}
        </p>
      ) : (
        <p>{t(n < SMALLEST_RATED_N ? 'doubleTooFew' : 'doubleNoKappa')}</p>
      )}
      {unrated > 0 && <p>{t('doubleUnrated', { count: unrated })}</p>}
      <Section title={t('doubleDisagreements')} note={t('doubleDisagreementsNote')}>
        {disagreements.length === 0 ? (
          <EmptyState text={t('doubleNoDisagreement')} />
        ) : (
          <ul className={css.list}>
            {disagreements.map(({ id, first = '', second = '' }) => {
              const criterion = criteria.get(id)
              return (
                criterion && (
                  <Disagreement
                    key={id}
                    criterion={criterion}
                    readings={[first, second]}
                    settled={settledAs(fields, id)}
                    onSettle={
                      mayWrite
                        ? (code) => reportFailure(save(settlement(fields, id, code)))
                        : undefined
                    }
                  />
                )
              )
            })}
          </ul>
        )}
      </Section>
    </>
  )
}

interface DisagreementProps {
  readonly criterion: CriterionQuestion
  /** The first auditor's, then the second's. */
  readonly readings: readonly [string, string]
  readonly settled: unknown
  readonly onSettle: ((code: string) => void) | undefined
}

function Disagreement({ criterion, readings, settled, onSettle }: DisagreementProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const wordOf = (code: unknown) => {
    const step = typeof code === 'string' ? stepOf(criterion, code) : undefined
    return step ? text(step.label) : String(code)
  }
  const [first, second] = readings
  return (
    <li className={css.row}>
      <p className={css.words}>
        <b>{criterion.id}</b> {text(criterion.label)}
      </p>
      <p>{t('doubleBoth', { first: wordOf(first), second: wordOf(second) })}</p>
      {settled === undefined ? (
        onSettle && (
          <div className={css.choices}>
            {[...new Set([first, second])].map((code) => (
              <Button key={code} onClick={() => onSettle(code)}>
                {t('doubleKeep', { answer: wordOf(code) })}
              </Button>
            ))}
          </div>
        )
      ) : (
        <p className={css.settled}>{t('doubleSettled', { answer: wordOf(settled) })}</p>
      )}
    </li>
  )
}
