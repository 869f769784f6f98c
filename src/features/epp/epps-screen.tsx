import { useTranslation } from 'react-i18next'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { rateRound } from '#domain/epp/rate-criteria.ts'
import { fillingDay, newestFirst } from '#domain/filling/filling.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { FillingLists } from '#ui/form/filling-lists.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { answersByFile, cellKey, cellsOf } from './cells.ts'
import { ExportRounds } from './export-rounds.tsx'
import { roundName } from './round-name.ts'
import { StartEpp } from './start-epp.tsx'
import { unitOf } from './unit-of.ts'
import { type Round, useRounds, useSites } from './use-epp.ts'

export function EppsScreen() {
  const { t } = useTranslation('epp')
  const rounds = useRounds().toSorted((a, b) => newestFirst(a.filling, b.filling))
  const drafts = rounds.filter(({ filling }) => filling.status === 'draft')
  const closed = rounds.filter(({ filling }) => filling.status === 'closed')
  const rowOf = useRoundRow()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      aside={<ExportRounds rounds={rounds.map(({ filling }) => filling)} layout="fillings" />}
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
        <StartEpp rounds={rounds} />
      </FillingLists>
    </Page>
  )
}

function useRoundRow() {
  const { t } = useTranslation('epp')
  const text = useText()
  const language = useLanguage()
  const sites = useSites()
  const forms = useFormShelf()
  return ({ filling, files }: Round) => {
    const form = forms.find(filling)
    const isDraft = filling.status === 'draft'
    const day = isDraft ? filling.heldOn : fillingDay(filling)
    return {
      id: filling.id,
      to: paths.epp(filling.id),
      title: form ? text(form.title) : filling.form,
      detail: t('detail', {
        place: sites.get(filling.site)?.name ?? '',
        round: roundName(t, filling.round),
        day: day ? formatDay(day, language, 'short') : '',
      }),
      figure: figureOf(),
      action: isDraft ? (
        <ButtonLink to={paths.epp(filling.id)}>{t('resume')}</ButtonLink>
      ) : undefined,
    }

    function figureOf(): string {
      if (!form) return ''
      const byFile = answersByFile(filling, files)
      const cells = cellsOf(form, byFile)
      const answered = cells.filter((cell) => filling.answers.has(cellKey(cell))).length
      if (isDraft || answered < cells.length) {
        return t('incomplete', { count: answered, expected: cells.length })
      }
      const whole = rateRound(form, byFile)
      return t('rate', {
        k: whole.k,
        n: whole.n,
        files: t('files', { count: whole.files, ...unitOf(form) }),
      })
    }
  }
}
