import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sharedTarget, targetsOf } from '#domain/epp/protocol.ts'
import { rateCriteria, rateRound, SMALLEST_RATED_N } from '#domain/epp/rate-criteria.ts'
import { fillingDay } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { sameFormRounds } from '#domain/results/same-form-rounds.ts'
import { formatDay, formatPercent } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { IntervalChart, type IntervalRow } from '#ui/interval-chart.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { answersByFile } from './cells.ts'
import { roundName } from './round-name.ts'
import { unitOf } from './unit-of.ts'
import { type Round, useRounds, useSites } from './use-epp.ts'

const WHOLE = ''

type Reading = Pick<IntervalRow, 'text' | 'value' | 'low' | 'high'>

interface EppTrendProps {
  readonly form: Form
  readonly round: Round
}

/**
 * From round to round and home to home, on one version: the whole, or one criterion with what chance
 * allows. Homes come in alphabetical order; nobody is ranked (R-RES-1).
 */
export function EppTrend({ form, round }: EppTrendProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const language = useLanguage()
  const sites = useSites()
  const all = useRounds()
  const [asked, setAsked] = useState(WHOLE)
  const nameOf = (site: string) => sites.get(site)?.name ?? site
  const shown = sameFormRounds(
    all.map(({ filling }) => filling),
    round.filling,
    nameOf,
  ).flatMap((filling) => all.find((each) => each.filling.id === filling.id) ?? [])
  if (shown.length < 2) return null
  const targets = shown.map(targetOf)
  const isShared = new Set(targets).size === 1
  const criteria = form.sections
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === 'criterion')
  return (
    <Section title={t('trend')} note={t('trendNote')}>
      <SelectField
        label={t('trendOf')}
        value={asked}
        onChange={setAsked}
        options={[
          { value: WHOLE, label: t('trendWhole') },
          ...criteria.map(({ id, label }) => ({ value: id, label: text(label) })),
        ]}
      />
      <IntervalChart
        caption={t('trendChart', { count: shown.length })}
        rows={shown.map((each, at) => {
          const target = targets[at]
          const read = asked === WHOLE ? wholeOf(each) : criterionOf(each, asked)
          const own = target !== undefined && !isShared && read.value !== undefined
          const expected = own && t('rateTarget', { target: formatPercent(target, language) })
          return {
            id: each.filling.id,
            label: labelOf(each),
            ...read,
            text: [read.text, expected].filter(Boolean).join(', '),
            target,
          }
        })}
      />
    </Section>
  )

  /** What the protocol of a round expected: of all its criteria alike, or of the one asked. */
  function targetOf({ protocol }: Round): number | undefined {
    const expected = targetsOf(form, protocol)
    return asked === WHOLE ? sharedTarget(form, expected) : expected.get(asked)
  }

  function labelOf({ filling }: Round): string {
    const day = fillingDay(filling)
    return [
      nameOf(filling.site),
      roundName(t, filling.round),
      day && formatDay(day, language, 'short'),
    ]
      .filter(Boolean)
      .join(', ')
  }

  /** Pooled, without an interval: the cells of one file are not independent (R-EPP-1). */
  function wholeOf({ filling, files }: Round): Reading {
    const { k, n, files: read } = rateRound(form, answersByFile(filling, files))
    const words = t('trendRound', { k, n, files: t('files', { count: read, ...unitOf(form) }) })
    return read < SMALLEST_RATED_N || n === 0 ? { text: words } : { text: words, value: k / n }
  }

  function criterionOf({ filling, files }: Round, criterion: string): Reading {
    const rate = rateCriteria(form, answersByFile(filling, files)).find(
      (each) => each.criterion.id === criterion,
    )
    if (!rate || rate.rate === undefined) return { text: t('rateRowNone') }
    const { k, n, interval, tooSmall } = rate
    if (tooSmall) return { text: t('rateRowSmall', { k, n }) }
    return { text: t('rateRow', { k, n }), value: rate.rate, ...interval }
  }
}
