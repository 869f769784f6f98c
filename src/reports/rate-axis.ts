import type { Form } from '#domain/form/form.ts'
import type { IntervalChartTexts } from './interval-bars.ts'
import type { ReportContext } from './report-context.ts'
import { percentInWords } from './report-format.ts'

const TICKS = [0, 0.25, 0.5, 0.75, 1] as const

/** 0 to 100 % in the reader's words, and the target of the form when it has one. */
export function rateAxis(
  { t, language }: Pick<ReportContext, 't' | 'language'>,
  { target }: Pick<Form, 'target'>,
): Pick<IntervalChartTexts, 'ticks' | 'target'> {
  const percent = (rate: number) => percentInWords(rate, language)
  return {
    ticks: TICKS.map(percent),
    ...(target !== undefined && {
      target: { rate: target, label: t('target', { target: percent(target) }) },
    }),
  }
}
