import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { scoreHas, shownMean } from '#domain/form/has-score.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { pareto } from '#domain/statistics/pareto.ts'
import type { AuditFacts } from './audit-facts.ts'
import { figureInWords } from './audit-words.ts'
import { heading, paragraph } from './flow.ts'
import { drawPareto } from './pareto-bars.ts'
import { drawRadar } from './radar.ts'
import type { ReportContext } from './report-context.ts'
import { meanInWords, percentInWords } from './report-format.ts'

/** The shape of a rated audit, when three sections at least have answers enough for a rate (R-EPP-2). */
export function drawRateShape(
  { sheet, t, words, language }: ReportContext,
  facts: AuditFacts,
): void {
  if (facts.sections.filter(({ rated }) => rated).length < 3) return
  heading(sheet, t('shape'), 80)
  drawRadar(
    sheet,
    facts.sections.map((section) => ({
      label: words(section.title),
      value: section.rated?.rate,
      text: figureInWords(section, t, language),
    })),
    { name: t('section'), value: t('result') },
  )
}

/** The whole of a grid rated in points alone: its mean, or « Incomplet » with the mean so far. */
export function headlineOfMeans({ t, language }: ReportContext, form: Form, filling: Filling) {
  const top = topOf(form)
  const { total } = scoreHas(form, filling.answers)
  const mean = shownMean(total)
  if (top === undefined || mean === undefined) return undefined
  const first = t('meanOf', { mean: meanInWords(mean, language), top, n: total.n })
  return total.kind === 'incomplete'
    ? { figure: t('incomplete'), first, rest: ` ${t('meansIncomplete')}` }
    : { figure: meanInWords(mean, language), first, rest: ` ${t('meansCut')}` }
}

/** Sections of a grid rated in points: means cut to two decimals, each with its n. */
export function drawMeans(
  { sheet, t, words, language }: ReportContext,
  form: Form,
  filling: Filling,
) {
  const top = topOf(form)
  const { sections } = scoreHas(form, filling.answers)
  if (top === undefined || sections.length === 0) return
  heading(sheet, t('means'), 40)
  drawRadar(
    sheet,
    sections.map(({ section, score }) => {
      const title = form.sections.find(({ id }) => id === section)?.title
      const mean = shownMean(score)
      return {
        label: title ? words(title) : section,
        value: score.mean === undefined ? undefined : (score.mean - 1) / (top - 1),
        text:
          mean === undefined
            ? t('noAnswer')
            : t('meanOf', { mean: meanInWords(mean, language), top, n: score.n }),
      }
    }),
    { name: t('section'), value: t('result') },
  )
}

/** Where the non-conformities are: by section, for each criterion counts once in one audit (R-PAR-1). */
export function drawFindingsPareto(
  { sheet, t, words, language }: ReportContext,
  form: Form,
  facts: AuditFacts,
): void {
  const found = new Set(facts.findings.map(({ question }) => question.id))
  const rows = pareto(
    form.sections.map(({ id, questions }) => ({
      id,
      count: questions.filter((question) => found.has(question.id)).length,
    })),
  )
  if (rows.length < 2) return
  heading(sheet, t('pareto'), 30)
  const vital = rows.filter((row) => row.vital).length
  paragraph(sheet, t('paretoReading', { n: vital }))
  drawPareto(
    sheet,
    rows.map((row) => {
      const title = form.sections.find(({ id }) => id === row.id)?.title
      const share = percentInWords(row.cumulated, language)
      return {
        ...row,
        label: title ? words(title) : row.id,
        text: t('paretoCount', { n: row.count, share }),
      }
    }),
  )
}

function topOf(form: Form): number | undefined {
  const scale = form.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) => (question.type === 'criterion' ? [scaleOf(question)] : []))
    .find(({ counts }) => counts === 'mean')
  return scale && Math.max(...scale.steps.flatMap(({ worth }) => worth ?? []))
}
