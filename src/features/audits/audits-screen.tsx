import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { SMALLEST_RATED_N } from '#domain/epp/rate-criteria.ts'
import { type Filling, fillingDay, newestFirst } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { scoreHas, shownMean } from '#domain/form/has-score.ts'
import { progress } from '#domain/form/progress.ts'
import { scoreForm } from '#domain/form/score-form.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { FillingLists } from '#ui/form/filling-lists.tsx'
import { formatMean } from '#ui/form/format-mean.ts'
import { formatDay, formatNumber, formatPercent } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { ExportAudits } from './export-audits.tsx'
import { placeOf } from './places.ts'
import { roundName } from './round-name.ts'
import { StartAudit } from './start-audit.tsx'
import { subjectName } from './subject-name.ts'
import { useFillings, useSites } from './use-audit.ts'

export function AuditsScreen() {
  const { t } = useTranslation('audits')
  const fillings = useFillings().toSorted(newestFirst)
  const drafts = fillings.filter(({ status }) => status === 'draft')
  const closed = fillings.filter(({ status }) => status === 'closed')
  const rowOf = useAuditRow()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      aside={
        <>
          <ExportAudits audits={fillings} layout="fillings" />
          <ButtonLink to={paths.grids()}>{t('grids')}</ButtonLink>
        </>
      }
    >
      <FillingLists
        drafts={drafts.map(rowOf)}
        closed={closed.map(rowOf)}
        words={{
          drafts: t('drafts'),
          noDraft: t('noDraft'),
          closed: t('closed'),
          noClosed: t('noClosed'),
        }}
      >
        <StartAudit fillings={fillings} />
      </FillingLists>
    </Page>
  )
}

/** One line of the list: a draft says where it stands, a closed one its rate and its n. */
function useAuditRow() {
  const { t } = useTranslation('audits')
  const { drafts } = useWorkspace()
  const text = useText()
  const language = useLanguage()
  const sites = useSites()
  const forms = useFormShelf()
  return (audit: Filling) => {
    const form = forms.find(audit)
    const day = audit.status === 'draft' ? audit.heldOn : fillingDay(audit)
    const words = {
      place: [sites.get(audit.site)?.name, form && subjectName(t, form, audit)]
        .filter(Boolean)
        .join(', '),
      round: roundName(t, audit.round),
      day: day ? formatDay(day, language, 'short') : '',
    }
    const place = placeOf(drafts, audit.id)
    const isDraft = audit.status === 'draft'
    return {
      id: audit.id,
      to: isDraft ? paths.audit(audit.id) : paths.auditResult(audit.id),
      title: form ? text(form.title) : audit.form,
      detail: isDraft
        ? [t('draftDetail', words), place && t('draftAt', { code: place })]
            .filter(Boolean)
            .join(', ')
        : t('closedDetail', words),
      figure: form ? figureOf() : '',
      action: isDraft ? (
        <ButtonLink to={paths.audit(audit.id)}>{t('resume')}</ButtonLink>
      ) : undefined,
    }

    function figureOf(): string {
      if (!form) return ''
      const score = scoreForm(form, audit.answers).total
      if (score.kind === 'not-applicable') return meanOf(form)
      if (isDraft || score.kind === 'incomplete') {
        const { answered, expected } = progress(form, audit.answers)
        return t('incomplete', { count: answered, expected })
      }
      if (score.n < SMALLEST_RATED_N) {
        const number = (value: number) => formatNumber(value, language, 1)
        return t('sectionRate', { won: number(score.won), outOf: number(score.outOf) })
      }
      return t('rate', { rate: formatPercent(score.rate, language), count: score.n })
    }

    /** A grid rated in points has a mean and no rate. */
    function meanOf(rated: Form): string {
      const { total } = scoreHas(rated, audit.answers)
      const mean = shownMean(total)
      if (mean === undefined) return t('notApplicable')
      return t('trendMean', { mean: formatMean(mean, language), count: total.n })
    }
  }
}
