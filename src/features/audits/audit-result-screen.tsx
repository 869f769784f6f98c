import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import { readFilling } from '#domain/filling/filling.ts'
import { scoreForm } from '#domain/form/score-form.ts'
import { textField } from '#domain/shared/json.ts'
import { printableTeamPage } from '#reports/team-page.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { PaperEntry } from '#ui/form/paper-entry.tsx'
import { TeamPageSection } from '#ui/form/team-page-section.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { AcrossRounds } from './across-rounds.tsx'
import { AbsentAudit } from './audit-screen.tsx'
import { ExportAudits } from './export-audits.tsx'
import { MeanScores } from './mean-scores.tsx'
import { NonConformities } from './non-conformities.tsx'
import { RateShape } from './rate-shape.tsx'
import { ReportButton } from './report-button.tsx'
import { roundName } from './round-name.ts'
import { ScoreChart } from './score-chart.tsx'
import { ScoreSentence } from './score-sentence.tsx'
import { subjectName } from './subject-name.ts'
import { useAudit } from './use-audit.ts'
import { useMayFill } from './use-may-fill.ts'

export function AuditResultScreen() {
  const { t } = useTranslation('audits')
  const { id = '' } = useParams()
  const text = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const { writer } = useWorkspace()
  const today = useToday()
  const people = useRecords('person').map(({ fields }) => textField(fields, 'name'))
  const view = useAudit(id)
  const mayFill = useMayFill()
  if (view.kind !== 'ready') return <AbsentAudit reason={view.kind} />
  const { snapshot, form, site, previous } = view
  const audit = readFilling(snapshot.id, snapshot.scope, snapshot.fields)
  const score = scoreForm(form, audit.answers)
  const before =
    previous && previous.formVersion === form.version && scoreForm(form, previous.answers)
  const mayWrite = mayFill(audit.site)
  const day = audit.closedOn ?? audit.heldOn
  const isClosed = textField(snapshot.fields, 'status') === 'closed'
  const reopen = async () => {
    await writer.set(audit.id, { status: 'draft', closedOn: null })
    await navigate(paths.audit(audit.id))
  }
  return (
    <Page
      title={t('resultTitle', { form: text(form.title) })}
      lead={
        <Ordinals>
          {[
            site.name,
            subjectName(t, form, audit),
            roundName(t, audit.round),
            day && formatDay(day, language, 'short'),
          ]
            .filter(Boolean)
            .join(', ')}
        </Ordinals>
      }
      back={{ to: paths.audits(), label: t('back') }}
      aside={
        <>
          {mayWrite &&
            (isClosed ? (
              <Button tone="quiet" onClick={() => reportFailure(reopen())}>
                {t('reopen')}
              </Button>
            ) : (
              <ButtonLink to={paths.audit(audit.id)}>{t('open')}</ButtonLink>
            ))}
          <ExportAudits audits={[audit]} layout="questions" />
        </>
      }
      dock={<ReportButton context={view} audit={audit} />}
    >
      {audit.paper && <PaperEntry paper={audit.paper} />}
      {form.method === 'self-evaluation' && <p>{t('selfNotOfficial')}</p>}
      <MeanScores form={form} audit={audit} />
      {score.sections.length > 0 && (
        <>
          <ScoreSentence form={form} answers={audit.answers} score={score.total} />
          <Section title={t('bySection')} note={t('bySectionNote')}>
            <ScoreChart form={form} score={score} before={before || undefined} />
            <RateShape form={form} score={score} />
          </Section>
        </>
      )}
      <Section title={t('nonConformities')}>
        <NonConformities context={view} audit={audit} mayWrite={mayWrite} />
      </Section>
      <Section title={t('double')}>
        <p>{t('doubleExplain')}</p>
        <p>
          <ButtonLink to={paths.auditDouble(audit.id)}>{t('doubleOpen')}</ButtonLink>
        </p>
      </Section>
      {isClosed && (
        <>
          <TeamPageSection
            {...printableTeamPage({
              ...{ site, form, people, today, language },
              actions: view.actions,
              filling: audit,
              answered: [audit.answers],
            })}
          />
          <AcrossRounds form={form} audit={audit} />
        </>
      )}
    </Page>
  )
}
