import { useTranslation } from 'react-i18next'
import { numberField } from '#domain/shared/json.ts'
import { paths } from '#src/paths.ts'
import { formatNumber, formatPercent } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import type { HomeFilling } from './home-view.ts'
import { useForms } from './use-forms.ts'

const KIND_TITLES = { audit: 'kindAudit', epp: 'kindEpp', tracer: 'kindTracer' } as const
/** Below this n a rate is not printed: the count says it better (design, BarWithInterval). */
const SMALL_N = 10

export interface FillingWords {
  title(filling: HomeFilling): string
  progress(filling: HomeFilling): string
  result(filling: HomeFilling): string
}

/** Holds the place of a line whose form is being read from the device. */
const COMING = '\u00a0'

/** An audit, an EPP or a traceur in words: its title, how far it is, what it found. */
export function useFillingWords(fillings: readonly HomeFilling[]): FillingWords {
  const { t } = useTranslation('tour')
  const text = useText()
  const language = useLanguage()
  const forms = useForms(fillings)
  const isComing = (filling: HomeFilling) => forms(filling).kind === 'loading'
  const figures = (filling: HomeFilling) => {
    const read = forms(filling)
    const form = read.kind === 'ready' ? read.form : undefined
    const figure = read.kind === 'loading' ? {} : read.figureOf(filling.kind, filling.fields, form)
    return {
      won: numberField(figure, 'won') ?? 0,
      outOf: numberField(figure, 'outOf') ?? 0,
      answered: numberField(figure, 'answered') ?? 0,
      expected: numberField(figure, 'expected') ?? 0,
    }
  }
  const number = (value: number) => formatNumber(value, language, 1)
  return {
    title(own) {
      const read = forms(own)
      if (read.kind === 'loading') return COMING
      const form = read.kind === 'ready' ? text(read.form.title) : t('unknownForm')
      return t(KIND_TITLES[own.kind], { form })
    },
    progress(filling) {
      if (isComing(filling)) return COMING
      const { answered, expected } = figures(filling)
      return t('progress', { answered, expected })
    },
    result(filling) {
      if (isComing(filling)) return COMING
      const { won, outOf, answered, expected } = figures(filling)
      if (answered < expected) return t('incomplete', { answered, expected })
      if (filling.kind === 'tracer') return t('tracerDone')
      if (outOf === 0) return t('noRate')
      const counts = { won: number(won), outOf: number(outOf) }
      return outOf < SMALL_N
        ? t('count', counts)
        : t('rate', { ...counts, rate: formatPercent(won / outOf, language) })
    },
  }
}

/** Where a filling is gone on with. */
export function fillingPath({ kind, filling }: HomeFilling): string {
  return kind === 'audit'
    ? paths.audit(filling.id)
    : kind === 'epp'
      ? paths.epp(filling.id)
      : paths.tracer(filling.id)
}

export function resultPath(filling: HomeFilling): string {
  return filling.kind === 'audit' ? paths.auditResult(filling.filling.id) : fillingPath(filling)
}
