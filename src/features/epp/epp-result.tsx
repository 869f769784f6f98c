import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { PaperEntry } from '#ui/form/paper-entry.tsx'
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
import { TeamPage } from './team-page.tsx'
import { type EppContext, readRound } from './use-epp.ts'
import { useMayFill } from './use-may-fill.ts'

/** A round that has ended: the rates first, the grid below, read only. */
export function EppResult({ context }: { readonly context: EppContext }) {
  const { t } = useTranslation('epp')
  const text = useText()
  const language = useLanguage()
  const { writer } = useWorkspace()
  const mayFill = useMayFill()
  const { snapshot, form, site } = context
  const round = readRound(snapshot, snapshot.fields)
  const { filling } = round
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
      <EppRates context={context} round={round} mayWrite={mayWrite} />
      {filling.status === 'closed' && (
        <>
          <TeamPage {...context} filling={filling} answered={answersByFile(filling, round.files)} />
          <EppTrend form={form} round={round} />
        </>
      )}
      <EppProtocol context={context} round={round} mayWrite={false} />
      <EppGrid form={form} round={round} />
    </Page>
  )
}
