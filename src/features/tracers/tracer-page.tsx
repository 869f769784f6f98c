import { ArrowLeft, ArrowRight, Undo2 } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreApi } from 'zustand'
import { useWorkspace } from '#data/stores-context.ts'
import { areInterviewsOpen } from '#domain/tracer/consent.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { DockRow } from '#ui/dock-row.tsx'
import { DockWord } from '#ui/dock-word.tsx'
import { ProgressCount } from '#ui/form/progress-count.tsx'
import { SavedLine } from '#ui/form/saved-line.tsx'
import type { Saving } from '#ui/form/use-answers.ts'
import { useText } from '#ui/i18n.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Page } from '#ui/page.tsx'
import { BothViews } from './both-views.tsx'
import { ConsentStep } from './consent-step.tsx'
import { FinishTracer } from './finish-tracer.tsx'
import { HandOver } from './hand-over.tsx'
import { Interview } from './interview.tsx'
import { OwnAnswers } from './own-answers.tsx'
import { roundName } from './round-name.ts'
import { stepBeside } from './steps.ts'
import { TracerSteps } from './tracer-steps.tsx'
import { TracerVersion } from './tracer-version.tsx'
import { useMayFill } from './use-may-fill.ts'
import type { TracerSetting } from './use-tracer.ts'
import type { TracerFlowState } from './use-tracer-flow.ts'

interface TracerPageProps {
  readonly setting: TracerSetting
  readonly flow: TracerFlowState
  readonly saving: StoreApi<Saving>
}

/** Agreement, the person, the professionals, both views: four stops in that order. */
export const TracerPage = memo(function TracerPage({ setting, flow, saving }: TracerPageProps) {
  const { t } = useTranslation('tracers')
  const text = useText()
  const { profile, sync } = useWorkspace()
  const mayFill = useMayFill()
  const { form, site } = setting
  const { filling, fields, consent, counts, step, goTo, save } = flow
  const [earlier] = useState(() =>
    sync.status().waiting.find(({ record }) => record === filling.id),
  )
  const mayWrite = mayFill(filling.site)
  const isOpen = mayWrite && filling.status === 'draft'
  const mayAsk = areInterviewsOpen(consent)
  const after = stepBeside(step, 1)

  return (
    <Page
      title={text(form.title)}
      lead={<Ordinals>{[site.name, roundName(t, filling.round)].join(', ')}</Ordinals>}
      back={{ to: paths.tracers(), label: t('back') }}
      status={
        isOpen && (
          <SavedLine
            saving={saving}
            earlier={earlier?.lastWrittenAt}
            timeZone={profile.dispositif.timeZone}
          />
        )
      }
      aside={<ProgressCount answered={counts.answered} expected={counts.expected} />}
      dock={
        <DockRow>
          <Button
            icon={ArrowLeft}
            disabled={step === 'consent'}
            onClick={() => goTo(stepBeside(step, -1))}
          >
            <DockWord>{t('previous')}</DockWord>
          </Button>
          <Button icon={Undo2} disabled={flow.undoable === 0} onClick={() => flow.undo()}>
            <DockWord>{t('undo')}</DockWord>
          </Button>
          {after ? (
            <Button
              // Until the agreement is noted, noting it is the next gesture.
              tone={step === 'consent' && !mayAsk ? 'plain' : 'primary'}
              size="big"
              iconAfter={ArrowRight}
              onClick={() => goTo(after)}
            >
              {t('next')}
            </Button>
          ) : (
            mayWrite && <FinishTracer filling={filling} counts={counts} />
          )}
        </DockRow>
      }
    >
      {isOpen && <TracerVersion record={filling.id} form={form} />}
      <TracerSteps form={form} filling={filling} counts={counts} consent={consent} current={step} />
      {step === 'consent' && (
        <ConsentStep
          consent={consent}
          fields={fields}
          save={save}
          mayWrite={isOpen}
          tracer={filling.id}
        />
      )}
      {step === 'person' && isOpen && mayAsk && (
        <HandOver tracer={filling.id} form={form} fields={fields} save={save} />
      )}
      {(step === 'person' || step === 'views') && mayAsk && (
        <OwnAnswers form={form} fields={fields} />
      )}
      {(step === 'person' || step === 'professionals') && (
        <Interview key={step} setting={setting} flow={flow} audience={step} mayWrite={isOpen} />
      )}
      {step === 'views' && (
        <BothViews setting={setting} filling={filling} consent={consent} mayWrite={mayWrite} />
      )}
    </Page>
  )
})
