import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { gainOfCriteria } from '#domain/epp/gain-of-criteria.ts'
import { sharedTarget, targetsOf } from '#domain/epp/protocol.ts'
import {
  type CriterionRate,
  rateCriteria,
  rateRound,
  weakCriteria,
} from '#domain/epp/rate-criteria.ts'
import { isSameForm } from '#domain/results/same-form-rounds.ts'
import { formatPercent } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { IntervalChart } from '#ui/interval-chart.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { answersByFile, cellKey, cellsOf } from './cells.ts'
import { EppActions } from './epp-actions.tsx'
import { EppGains } from './epp-gains.tsx'
import { EppPareto } from './epp-pareto.tsx'
import { EppShape } from './epp-shape.tsx'
import { NaReasons } from './na-reasons.tsx'
import { unitOf } from './unit-of.ts'
import type { EppSetting, Round } from './use-epp.ts'

interface EppRatesProps {
  readonly setting: EppSetting
  readonly round: Round
  readonly mayWrite: boolean
}

/** Rate of each criterion with its n and interval; under ten files, the count in words. */
export const EppRates = memo(function EppRates({ setting, round, mayWrite }: EppRatesProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const language = useLanguage()
  const { form, previous } = setting
  const { filling } = round
  const files = answersByFile(filling, round.files)
  const rates = rateCriteria(form, files)
  const whole = rateRound(form, files)
  // Answers to another version are other questions: they stand beside nothing here (R-FOR-4).
  const before =
    previous && isSameForm(previous.filling, filling)
      ? rateCriteria(form, answersByFile(previous.filling, previous.files))
      : []
  const cells = cellsOf(form, files)
  const answered = cells.filter((cell) => filling.answers.has(cellKey(cell))).length
  const isIncomplete = answered < cells.length
  const targets = targetsOf(form, round.protocol)
  const target = sharedTarget(form, targets)
  // A count too small for a rate is not judged against one.
  const weak = weakCriteria(
    rates.filter(({ tooSmall }) => !tooSmall),
    targets,
  )
  const isClosed = filling.status === 'closed'
  return (
    <Section title={t(isClosed ? 'ratesClosed' : 'rates')} note={t('ratesNote')}>
      <p>
        {t('ratesSentence', {
          k: whole.k,
          n: whole.n,
          files: t('files', { count: whole.files, ...unitOf(form) }),
        })}{' '}
        {weak.length > 0 &&
          (target === undefined
            ? t('ratesWeakOwn', { count: weak.length })
            : t('ratesWeak', { count: weak.length, target: formatPercent(target, language) }))}
      </p>
      {isClosed && isIncomplete && (
        <Notice tone="watch">{t('ratesIncomplete', { answered, expected: cells.length })}</Notice>
      )}
      <IntervalChart
        caption={t(before.length > 0 ? 'ratesBoth' : 'ratesChart')}
        rows={rates.map((rate) => ({
          id: rate.criterion.id,
          label: text(rate.criterion.label),
          text: rateText(rate),
          ...drawn(rate),
          target: targets.get(rate.criterion.id),
          ...beforeOf(before.find(({ criterion }) => criterion.id === rate.criterion.id)),
        }))}
      />
      <NaReasons form={form} round={round} rates={rates} mayWrite={mayWrite} />
      <EppGains gains={gainOfCriteria(before, rates)} />
      {isClosed && (
        <>
          <EppShape form={form} rates={rates} />
          <EppPareto form={form} files={files} />
        </>
      )}
      <EppActions setting={setting} round={round} rates={rates} mayWrite={mayWrite} />
    </Section>
  )

  function rateText({ k, n, tooSmall, rate, criterion }: CriterionRate): string {
    if (rate === undefined) return t('rateRowNone')
    if (tooSmall) return t('rateRowSmall', { k, n })
    const expected = targets.get(criterion.id)
    const target = expected !== undefined && formatPercent(expected, language)
    return [t('rateRow', { k, n }), target && t('rateTarget', { target })]
      .filter(Boolean)
      .join(', ')
  }
})

/** Nothing is drawn of a count too small: the eye would read a rate. */
function drawn({ rate, interval, tooSmall }: CriterionRate) {
  return rate === undefined || tooSmall ? {} : { value: rate, ...interval }
}

function beforeOf(rate: CriterionRate | undefined) {
  if (!rate || rate.rate === undefined || rate.tooSmall) return {}
  return { before: { value: rate.rate, ...rate.interval } }
}
