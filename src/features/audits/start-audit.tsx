import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { beginFilling } from '#data/begin-filling.ts'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { answerFields } from '#domain/filling/answer-fields.ts'
import type { Filling } from '#domain/filling/filling.ts'
import { paperFields } from '#domain/filling/paper.ts'
import { nextRound, openFilling, subjectsSeen } from '#domain/filling/rounds.ts'
import { defaultAnswers } from '#domain/form/default-answers.ts'
import { isMadeFor } from '#domain/form/library/made-for.ts'
import { visibleQuestions } from '#domain/form/relevance.ts'
import { hasSubject } from '#domain/form/units.ts'
import { parseDay } from '#domain/shared/day.ts'
import { siteId } from '#domain/shared/ids.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import { isPaperReady, PaperFields, type PaperWords } from '#ui/form/paper-fields.tsx'
import { PrintBlank } from '#ui/form/print-blank.tsx'
import css from '#ui/form/start-form.module.css'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { AUDIT_METHODS, methodOf } from './methods.ts'
import { roundName } from './round-name.ts'
import { SubjectField } from './subject-field.tsx'
import { useSites } from './use-audit.ts'
import { useFillableSites } from './use-may-fill.ts'

/** A home, a grid, one button. Nothing is shown to who may not write at any home. */
export function StartAudit({ fillings }: { readonly fillings: readonly Filling[] }) {
  const { t } = useTranslation('audits')
  const { profile, writer } = useWorkspace()
  const text = useText()
  const today = useToday()
  const sites = useSites()
  const navigate = useNavigate()
  const language = useLanguage()
  const warn = useNameWarning(findPersonalData)
  const [paper, setPaper] = useState<PaperWords>()
  const paperOn = paper && parseDay(paper.on)
  const [search] = useSearchParams()
  const all = useFormShelf().ofKind('audit')
  const open = useFillableSites()
  const asked = open.find((id) => id === search.get('site'))
  const [chosenSite, setSite] = useState<string>()
  const [chosenForm, setForm] = useState<string>()
  const site = siteId(chosenSite ?? asked ?? open[0] ?? '')
  const [method, setMethod] = useState<string>('audit')
  const [typedSubject, setSubject] = useState('')
  const kind = sites.get(site)?.kind ?? 'other'
  const editions = all.filter(
    ({ form: each }) => methodOf(each) === method && isMadeFor(each, kind),
  )
  const chosen = editions.find(({ form }) => form.id === chosenForm) ?? editions[0]
  if (open.length === 0 || !chosen) return null
  const { form, edition } = chosen

  const isOfPart = hasSubject(form)
  const subject = isOfPart ? typedSubject.trim() : ''
  const campaign = { site, form: form.id, subject }
  const underWay = openFilling(fillings, campaign)
  const round = nextRound(fillings, campaign)
  const begin = async () => {
    const fields = {
      form: form.id,
      formVersion: form.version,
      ...(edition && { edition }),
      round,
      ...(subject && { subject }),
      heldOn: today,
      ...(paper && paperOn && paperFields({ on: paperOn, by: paper.by.trim() })),
      status: 'draft',
      author: profile.person.id,
    }
    // A grid filled in with a pen says what it says, and no default.
    const answered = paper ? {} : answerFields(defaultAnswers(form, today))
    const id = await beginFilling(writer, { type: 'audit', site }, fields, answered)
    await navigate(paths.audit(id))
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
        <SelectField
          label={t('startMethod')}
          value={method}
          onChange={setMethod}
          options={AUDIT_METHODS.map(([value, key]) => ({ value, label: t(key) }))}
        />
        <ChoiceList
          label={t('startForm')}
          value={[form.id]}
          onChange={([code]) => setForm(code)}
          options={editions.map(({ form: each }) => ({
            code: each.id,
            label: text(each.title),
            help: `${each.code}, ${t('criteria', { count: visibleQuestions(each, new Map()).length })}`,
          }))}
        />
        <p className="small soft">{text(form.source)}</p>
        <PrintBlank
          key={form.id}
          code={form.code}
          make={async () => {
            const { blankGrid } = await import('#reports/blank-grid.ts')
            return blankGrid({ form, place: sites.get(site)?.name ?? '', today, language })
          }}
        />
        {isOfPart && (
          <SubjectField
            form={form}
            seen={subjectsSeen(fillings, campaign)}
            value={typedSubject}
            onChange={setSubject}
            warn={warn}
          />
        )}
        {underWay ? (
          <Notice
            tone="watch"
            action={<ButtonLink to={paths.audit(underWay.id)}>{t('startResume')}</ButtonLink>}
          >
            {t('startOpen')}
          </Notice>
        ) : (
          <div className={css.go}>
            <p>
              <Ordinals>
                {t('startRound', { round: roundName(t, round), form: text(form.title) })}
              </Ordinals>
            </p>
            <PaperFields value={paper} onChange={setPaper} today={today} warn={warn} />
            <Button
              tone="primary"
              size="big"
              disabled={!isPaperReady(paper, today) || (isOfPart && subject === '')}
              onClick={() => reportFailure(begin())}
            >
              {t('startButton')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  )
}
