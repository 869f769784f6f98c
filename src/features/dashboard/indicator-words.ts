import type { TFunction } from 'i18next'
import type { IndicatorValue } from '#domain/indicator/indicator-value.ts'
import { parseDay } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import { formatMonth, formatNumber, formatPercent } from '#ui/format.ts'
import { indicatorName } from './indicator-names.ts'
import { SMALL_N } from './small-n.ts'

type Translate = TFunction<'dashboard'>

/** « 83 %, 34 sur 41 »; counts alone when they are too few, or when the unit is not known. */
export function valueWords(
  { indicator, value, numerator, denominator }: IndicatorValue,
  t: Translate,
  language: Language,
): string {
  if (value !== undefined) return formatNumber(value, language, 2)
  if (numerator === undefined || !denominator) return ''
  const rate = numerator / denominator
  const counts = {
    numerator: formatNumber(numerator, language, 1),
    denominator: formatNumber(denominator, language, 1),
  }
  const unit = indicatorName(indicator)?.unit
  if (unit === 'per-thousand')
    return t('ratio', { ...counts, rate: formatNumber(rate * 1000, language, 1) })
  return unit === 'percent' && denominator >= SMALL_N
    ? t('ratio', { ...counts, rate: formatPercent(rate, language) })
    : t('ratioPlain', counts)
}

/** A ratio has a target between 0 and 1; a plain value keeps its own unit. */
export function targetWords(
  { target, value }: IndicatorValue,
  t: Translate,
  language: Language,
): string {
  if (target === undefined) return t('noTarget')
  return value === undefined && target <= 1
    ? formatPercent(target, language)
    : formatNumber(target, language, 2)
}

/** `2026` stays; `2026-10` becomes « oct. 2026 ». */
export function periodWords(period: string, language: Language): string {
  const first = parseDay(`${period}-01`)
  return first ? formatMonth(first, language) : period
}
