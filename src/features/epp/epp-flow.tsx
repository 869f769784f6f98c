import { Pause, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSyncStatus, useToday, useWorkspace } from '#data/stores-context.ts'
import { useVersionChange } from '#data/use-version-change.ts'
import { isSameForm } from '#domain/results/same-form-rounds.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { PaperEntry } from '#ui/form/paper-entry.tsx'
import { ProgressCount } from '#ui/form/progress-count.tsx'
import { SavedLine } from '#ui/form/saved-line.tsx'
import { VersionChange } from '#ui/form/version-change.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Page } from '#ui/page.tsx'
import { CellDock } from './cell-dock.tsx'
import css from './epp-flow.module.css'
import { EppGrid } from './epp-grid.tsx'
import { EppProtocol } from './epp-protocol.tsx'
import { EppRates } from './epp-rates.tsx'
import { roundName } from './round-name.ts'
import { unitOf } from './unit-of.ts'
import type { EppContext } from './use-epp.ts'
import { useEppFlow } from './use-epp-flow.ts'

/** The grid to look at, the dock to answer: one cell at a time, at the thumb. */
export function EppFlow({ context }: { readonly context: EppContext }) {
  const { t } = useTranslation('epp')
  const text = useText()
  const { profile, writer } = useWorkspace()
  const today = useToday()
  const flow = useEppFlow(context)
  const [asks, setAsks] = useState(false)
  const { form, site, previous } = context
  const { filling, counts, current } = flow
  const isCompared = previous !== undefined && isSameForm(previous.filling, filling)
  const change = useVersionChange(context.snapshot, form, isCompared)
  const earlier = useSyncStatus().waiting.find(({ record }) => record === filling.id)
  const missing = counts.expected - counts.answered
  const finish = async () => {
    await writer.set(filling.id, { status: 'closed', closedOn: filling.paper?.on ?? today })
    await flow.leavePlace()
  }
  return (
    <Page
      title={t('heading', { form: text(form.title) })}
      lead={
        <Ordinals>
          {[
            site.name,
            roundName(t, filling.round),
            t('files', { count: flow.files, ...unitOf(form) }),
          ].join(', ')}
        </Ordinals>
      }
      back={{ to: paths.epps(), label: t('back') }}
      status={
        <SavedLine
          saving={flow.saving}
          earlier={earlier?.lastWrittenAt}
          timeZone={profile.dispositif.timeZone}
        />
      }
      aside={
        <div className={css.aside}>
          <ProgressCount answered={counts.answered} expected={counts.expected} />
          <ButtonLink tone="quiet" icon={Pause} to={paths.epps()}>
            {t('pause')}
          </ButtonLink>
        </div>
      }
    >
      <VersionChange {...change} version={form.version} onMove={change.moveTo} />
      {filling.paper && (
        <PaperEntry
          paper={filling.paper}
          question={current?.criterion}
          onAnswer={(_, code) => current && reportFailure(flow.answer(current, code, false))}
        />
      )}
      <EppGrid form={form} round={flow} current={current} onOpen={flow.moveTo} />
      <EppRates context={context} round={flow} mayWrite />
      <EppProtocol context={context} round={flow} mayWrite />
      <div className={css.end}>
        <Button icon={Plus} onClick={() => reportFailure(flow.addFile())}>
          {t('addFile', unitOf(form))}
        </Button>
        {missing > 0 && <Button onClick={() => setAsks(true)}>{t('finish')}</Button>}
      </div>
      {current && (
        <CellDock flow={flow} cell={current}>
          {missing === 0 && (
            <div className={css.done}>
              <p>{t('done', unitOf(form))}</p>
              <Button tone="primary" size="big" onClick={() => reportFailure(finish())}>
                {t('finish')}
              </Button>
            </div>
          )}
        </CellDock>
      )}
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={t('finishTitle', { count: missing })}
        confirmLabel={t('finish')}
        onConfirm={() => reportFailure(finish())}
      >
        <p>{t('finishText')}</p>
      </ConfirmDialog>
    </Page>
  )
}
