import { useTranslation } from 'react-i18next'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { fillingDay, newestFirst } from '#domain/filling/filling.ts'
import { progress } from '#domain/form/progress.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { FillingLists } from '#ui/form/filling-lists.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { ExportTracers } from './export-tracers.tsx'
import { roundName } from './round-name.ts'
import { StartTracer } from './start-tracer.tsx'
import { type Tracer, useSites, useTracers } from './use-tracer.ts'

export function TracersScreen() {
  const { t } = useTranslation('tracers')
  const tracers = useTracers().toSorted((a, b) => newestFirst(a.filling, b.filling))
  const drafts = tracers.filter(({ filling }) => filling.status === 'draft')
  const closed = tracers.filter(({ filling }) => filling.status === 'closed')
  const rowOf = useTracerRow()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      aside={<ExportTracers tracers={tracers} layout="fillings" />}
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
        <StartTracer tracers={tracers} />
      </FillingLists>
    </Page>
  )
}

function useTracerRow() {
  const { t } = useTranslation('tracers')
  const text = useText()
  const language = useLanguage()
  const sites = useSites()
  const forms = useFormShelf()
  return ({ filling, consent }: Tracer) => {
    const form = forms.find(filling)
    const isDraft = filling.status === 'draft'
    const day = isDraft ? filling.heldOn : fillingDay(filling)
    return {
      id: filling.id,
      to: paths.tracer(filling.id),
      title: form ? text(form.title) : filling.form,
      detail: t('detail', {
        place: sites.get(filling.site)?.name ?? '',
        round: roundName(t, filling.round),
        day: day ? formatDay(day, language, 'short') : '',
      }),
      figure: figureOf(),
      action: isDraft ? (
        <ButtonLink to={paths.tracer(filling.id)}>{t('resume')}</ButtonLink>
      ) : undefined,
    }

    function figureOf(): string {
      if (consent.kind === 'none') return t('waitsConsent')
      if (consent.kind === 'withdrawn') return t('consentGone')
      if (!form) return ''
      const { answered, expected } = progress(form, filling.answers)
      return answered < expected
        ? t('incomplete', { count: answered, expected })
        : t('answered', { answered, expected })
    }
  }
}
