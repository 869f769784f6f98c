import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { beginFilling } from '#data/begin-filling.ts'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { answerFields } from '#domain/filling/answer-fields.ts'
import { nextRound, openFilling } from '#domain/filling/rounds.ts'
import { defaultAnswers } from '#domain/form/default-answers.ts'
import { siteId } from '#domain/shared/ids.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import { PrintBlank } from '#ui/form/print-blank.tsx'
import css from '#ui/form/start-form.module.css'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useFillableSites } from './use-may-fill.ts'
import { type Tracer, useSites } from './use-tracer.ts'

/** A home and one button: the rest is asked by the first step. */
export function StartTracer({ tracers }: { readonly tracers: readonly Tracer[] }) {
  const { t } = useTranslation('tracers')
  const { profile, writer } = useWorkspace()
  const today = useToday()
  const sites = useSites()
  const navigate = useNavigate()
  const language = useLanguage()
  const text = useText()
  const [search] = useSearchParams()
  const editions = useFormShelf().ofKind('tracer')
  const open = useFillableSites()
  const asked = open.find((id) => id === search.get('site'))
  const [chosenSite, setSite] = useState<string>()
  const [chosenForm, setForm] = useState<string>()
  const site = siteId(chosenSite ?? asked ?? open[0] ?? '')
  const chosen = editions.find(({ form }) => form.id === chosenForm) ?? editions[0]
  if (open.length === 0 || !chosen) return null
  const { form, edition } = chosen

  const fillings = tracers.map(({ filling }) => filling)
  const underWay = openFilling(fillings, { site, form: form.id })
  const begin = async () => {
    const fields = {
      form: form.id,
      formVersion: form.version,
      ...(edition && { edition }),
      round: nextRound(fillings, { site, form: form.id }),
      heldOn: today,
      status: 'draft',
      author: profile.person.id,
    }
    const answered = answerFields(defaultAnswers(form, today))
    const id = await beginFilling(writer, { type: 'tracer', site }, fields, answered)
    await navigate(paths.tracer(id))
  }
  return (
    <Section title={t('start')}>
      <div className={css.start}>
        <SelectField
          label={t('startSite')}
          value={site}
          onChange={setSite}
          options={open.map((id) => ({ value: id, label: sites.get(id)?.name ?? id }))}
        />
        {editions.length > 1 && (
          <ChoiceList
            label={t('startForm')}
            value={[form.id]}
            onChange={([code]) => setForm(code)}
            options={editions.map(({ form: each }) => ({
              code: each.id,
              label: text(each.title),
              help: [each.code, t(easyQuestions(each).length > 0 ? 'startAlone' : 'startNotAlone')]
                .filter(Boolean)
                .join(', '),
            }))}
          />
        )}
        <p className="small soft">{text(form.source)}</p>
        <PrintBlank
          key={form.id}
          code={form.code}
          make={async () => {
            const { blankGrid } = await import('#reports/blank-grid.ts')
            return blankGrid({ form, place: sites.get(site)?.name ?? '', today, language })
          }}
        />
        {underWay && (
          <Notice
            tone="watch"
            action={<ButtonLink to={paths.tracer(underWay.id)}>{t('startResume')}</ButtonLink>}
          >
            {t('startOpen')}
          </Notice>
        )}
        <div className={css.go}>
          <p>{t('startExplain')}</p>
          <Button tone="primary" size="big" onClick={() => reportFailure(begin())}>
            {t('startButton')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
