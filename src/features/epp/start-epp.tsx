import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { beginFilling } from '#data/begin-filling.ts'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { nextProtocolFields } from '#domain/epp/protocol.ts'
import { answerFields } from '#domain/filling/answer-fields.ts'
import { paperFields } from '#domain/filling/paper.ts'
import { nextRound, openFilling } from '#domain/filling/rounds.ts'
import { defaultAnswers } from '#domain/form/default-answers.ts'
import { isMadeFor } from '#domain/form/library/made-for.ts'
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
import { NumberField } from '#ui/number-field.tsx'
import { Ordinals } from '#ui/ordinals.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { roundName } from './round-name.ts'
import { unitOf } from './unit-of.ts'
import { type Round, USUAL_FILES, useSites } from './use-epp.ts'
import { useFillableSites } from './use-may-fill.ts'

const MOST_FILES = 100

/** A home, a theme, how many files. Nothing is shown to who may not write at any home. */
export function StartEpp({ rounds }: { readonly rounds: readonly Round[] }) {
  const { t } = useTranslation('epp')
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
  const all = useFormShelf().ofKind('epp')
  const open = useFillableSites()
  const asked = open.find((id) => id === search.get('site'))
  const [chosenSite, setSite] = useState<string>()
  const [chosenForm, setForm] = useState<string>()
  const [files, setFiles] = useState<number | undefined>(USUAL_FILES)
  const site = siteId(chosenSite ?? asked ?? open[0] ?? '')
  const kind = sites.get(site)?.kind ?? 'other'
  const editions = all.filter(({ form: each }) => isMadeFor(each, kind))
  const chosen = editions.find(({ form }) => form.id === chosenForm) ?? editions[0]
  if (open.length === 0 || !chosen) return null
  const { form, edition } = chosen

  const fillings = rounds.map(({ filling }) => filling)
  const underWay = openFilling(fillings, { site, form: form.id })
  const round = nextRound(fillings, { site, form: form.id })
  const before = rounds.find(({ filling }) => {
    return filling.site === site && filling.form === form.id && filling.round === round - 1
  })
  const begin = async () => {
    const count = Math.min(MOST_FILES, Math.max(1, files ?? USUAL_FILES))
    const fields = {
      form: form.id,
      formVersion: form.version,
      ...(edition && { edition }),
      round,
      files: count,
      ...(before && nextProtocolFields(before.protocol)),
      heldOn: today,
      ...(paper && paperOn && paperFields({ on: paperOn, by: paper.by.trim() })),
      status: 'draft',
      author: profile.person.id,
    }
    // Each file begins with the defaults of the grid; one filled in with a pen says what it says.
    const defaults = paper ? new Map() : defaultAnswers(form, today)
    const lines = Array.from({ length: count }, (_, at) => answerFields(defaults, `${at + 1}.`))
    const answered = Object.assign({}, ...lines)
    const id = await beginFilling(writer, { type: 'epp', site }, fields, answered)
    await navigate(paths.epp(id))
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
        <ChoiceList
          label={t('startForm')}
          value={[form.id]}
          onChange={([code]) => setForm(code)}
          options={editions.map(({ form: each }) => ({
            code: each.id,
            label: text(each.title),
            help: each.code,
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
        <NumberField
          label={t('startFiles', unitOf(form))}
          hint={t('startFilesHint')}
          value={files}
          onChange={setFiles}
          min={1}
          max={MOST_FILES}
        />
        {underWay ? (
          <Notice
            tone="watch"
            action={<ButtonLink to={paths.epp(underWay.id)}>{t('startResume')}</ButtonLink>}
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
              disabled={!isPaperReady(paper, today)}
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
