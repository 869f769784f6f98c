import { useTranslation } from 'react-i18next'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import { textField } from '#domain/shared/json.ts'
import { printableTeamPage } from '#reports/team-page.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { PaperEntry } from '#ui/form/paper-entry.tsx'
import { TeamPageSection } from '#ui/form/team-page-section.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Page } from '#ui/page.tsx'
import { answersByFile } from './cells.ts'
import { EppGrid } from './epp-grid.tsx'
import { EppProtocol } from './epp-protocol.tsx'
import { EppRates } from './epp-rates.tsx'
import { EppTrend } from './epp-trend.tsx'
import { ExportRounds } from './export-rounds.tsx'
import { ReportButton } from './report-button.tsx'
import { roundName } from './round-name.ts'
import { type EppContext, roundOf } from './use-epp.ts'
import { useMayFill } from './use-may-fill.ts'

/** A round that has ended: the rates first, the grid below, read only. */
export function EppResult({ context }: { readonly context: EppContext }) {
  const { t } = useTranslation('epp')
  const text = useText()
  const language = useLanguage()
  const { writer } = useWorkspace()
  const today = useToday()
  const people = useRecords('person').map(({ fields }) => textField(fields, 'name'))
  const mayFill = useMayFill()
  const { snapshot, form, site } = context
  const round = roundOf(snapshot)
  const { filling } = round
  const files = answersByFile(filling, round.files)
  const mayWrite = mayFill(filling.site)
  const day = filling.closedOn ?? filling.heldOn
  return (
    <Page
      title={t('heading', { form: text(form.title) })}
      lead={
        <Ordinals>
          {[site.name, roundName(t, filling.round), day && formatDay(day, language, 'short')]
            .filter(Boolean)
            .join(', ')}
        </Ordinals>
      }
      back={{ to: paths.epps(), label: t('back') }}
      dock={<ReportButton context={context} round={round} />}
      aside={
        <>
          {mayWrite && (
            <Button
              tone="quiet"
              onClick={() =>
                reportFailure(writer.set(filling.id, { status: 'draft', closedOn: null }))
              }
            >
              {t('reopen')}
            </Button>
          )}
          <ExportRounds rounds={[filling]} layout="questions" />
        </>
      }
    >
      {filling.paper && <PaperEntry paper={filling.paper} />}
      <EppRates setting={context} round={round} mayWrite={mayWrite} />
      {filling.status === 'closed' && (
        <>
          <TeamPageSection
            {...printableTeamPage({
              ...{ site, form, filling, people, today, language },
              actions: context.actions,
              answered: files,
            })}
          />
          <EppTrend form={form} round={round} />
        </>
      )}
      <EppProtocol form={form} record={filling.id} protocol={round.protocol} mayWrite={false} />
      <EppGrid form={form} round={round} />
    </Page>
  )
}
