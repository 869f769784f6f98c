import { Pause, Plus } from 'lucide-react'
import { memo, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreApi } from 'zustand'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { isSameForm } from '#domain/results/same-form-rounds.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { PaperEntry } from '#ui/form/paper-entry.tsx'
import { ProgressCount } from '#ui/form/progress-count.tsx'
import { SavedLine } from '#ui/form/saved-line.tsx'
import type { Saving } from '#ui/form/use-answers.ts'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Page } from '#ui/page.tsx'
import { CellDock } from './cell-dock.tsx'
import css from './epp-flow.module.css'
import { EppGrid } from './epp-grid.tsx'
import { EppProtocol } from './epp-protocol.tsx'
import { EppRates } from './epp-rates.tsx'
import { EppVersion } from './epp-version.tsx'
import { RestOfFile } from './rest-of-file.tsx'
import { roundName } from './round-name.ts'
import { unitOf } from './unit-of.ts'
import type { EppSetting } from './use-epp.ts'
import type { EppFlowState } from './use-epp-flow.ts'

interface EppPageProps {
  readonly setting: EppSetting
  readonly flow: EppFlowState
  readonly saving: StoreApi<Saving>
}

/** The grid to look at, the dock to answer: one cell at a time, at the thumb. */
export const EppPage = memo(function EppPage({ setting, flow, saving }: EppPageProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const { profile, sync, writer } = useWorkspace()
  const today = useToday()
  const [asks, setAsks] = useState(false)
  const { form, site, previous } = setting
  const { round, counts, current } = flow
  const { filling } = round
  const [earlier] = useState(() =>
    sync.status().waiting.find(({ record }) => record === filling.id),
  )
  // The answer first: the rates below follow it.
  const rated = useDeferredValue(round)
  const missing = counts.expected - counts.answered
  const finish = async () => {
    await writer.set(filling.id, { status: 'closed', closedOn: filling.paper?.on ?? today })
    await flow.leavePlace()
  }
  const lead = [
    site.name,
    roundName(t, filling.round),
    t('files', { count: round.files, ...unitOf(form) }),
  ].join(', ')
  return (
    <Page
      title={t('heading', { form: text(form.title) })}
      lead={<Ordinals>{lead}</Ordinals>}
      back={{ to: paths.epps(), label: t('back') }}
      status={
        <SavedLine
          saving={saving}
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
      <EppVersion
        record={filling.id}
        form={form}
        isCompared={previous !== undefined && isSameForm(previous.filling, filling)}
      />
      {filling.paper && (
        <PaperEntry
          paper={filling.paper}
          question={current?.criterion}
          onAnswer={(_, code) => current && reportFailure(flow.answer(current, code, false))}
        />
      )}
      <EppGrid form={form} round={round} current={current} onOpen={flow.moveTo} />
      <RestOfFile flow={flow} />
      <EppRates setting={setting} round={rated} mayWrite />
      <EppProtocol form={form} record={filling.id} protocol={round.protocol} mayWrite />
      <div className={css.end}>
        <Button icon={Plus} onClick={() => reportFailure(flow.addFile())}>
          {t('addFile', unitOf(form))}
        </Button>
        {missing > 0 && <Button onClick={() => setAsks(true)}>{t('finish')}</Button>}
      </div>
      {current && (
        <CellDock setting={setting} flow={flow} cell={current}>
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
})
