import { ArrowLeft, ArrowRight, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useSyncStatus, useWorkspace } from '#data/stores-context.ts'
import { useVersionChange } from '#data/use-version-change.ts'
import { readFilling } from '#domain/filling/filling.ts'
import { progress } from '#domain/form/progress.ts'
import { areInterviewsOpen, readConsent } from '#domain/tracer/consent.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { DockRow } from '#ui/dock-row.tsx'
import { DockWord } from '#ui/dock-word.tsx'
import { ProgressCount } from '#ui/form/progress-count.tsx'
import { SavedLine } from '#ui/form/saved-line.tsx'
import { useAnswers } from '#ui/form/use-answers.ts'
import { VersionChange } from '#ui/form/version-change.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Page } from '#ui/page.tsx'
import { BothViews } from './both-views.tsx'
import { ConsentStep } from './consent-step.tsx'
import { FinishTracer } from './finish-tracer.tsx'
import { HandOver } from './hand-over.tsx'
import { Interview } from './interview.tsx'
import { OwnAnswers } from './own-answers.tsx'
import { roundName } from './round-name.ts'
import { asStep, STEP_PARAM, type Step, stepBeside } from './steps.ts'
import { TracerSteps } from './tracer-steps.tsx'
import { useMayFill } from './use-may-fill.ts'
import { type TracerContext, useAnswerPort } from './use-tracer.ts'

/** Agreement, the person, the professionals, both views: four stops in that order. */
export function TracerFlow({ context }: { readonly context: TracerContext }) {
  const { t } = useTranslation('tracers')
  const text = useText()
  const { profile, drafts } = useWorkspace()
  const mayFill = useMayFill()
  const { snapshot, form, site } = context
  const { fields, save, undo, undoable, saving } = useAnswers(
    snapshot.fields,
    useAnswerPort(snapshot),
  )
  const earlier = useSyncStatus().waiting.find(({ record }) => record === snapshot.id)
  const [search, setSearch] = useSearchParams()
  const placeKey = `tracer-place:${snapshot.id}`
  const filling = readFilling(snapshot.id, snapshot.scope, fields)
  const consent = readConsent(fields)
  const mayWrite = mayFill(filling.site)
  const kept = drafts.get(placeKey)
  const step: Step =
    asStep(search.get(STEP_PARAM)) ??
    asStep(typeof kept === 'string' ? kept : null) ??
    (filling.status === 'closed' ? 'views' : 'consent')
  const goTo = (next: Step | undefined) => {
    if (!next) return
    setSearch({ [STEP_PARAM]: next })
    reportFailure(drafts.put(placeKey, next))
  }
  const counts = progress(form, filling.answers)
  const change = useVersionChange(snapshot, form, false)
  const isOpen = mayWrite && filling.status === 'draft'
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
          <Button icon={Undo2} disabled={undoable === 0} onClick={() => undo()}>
            <DockWord>{t('undo')}</DockWord>
          </Button>
          {after ? (
            <Button
              // Until the agreement is noted, noting it is the next gesture.
              tone={step === 'consent' && !areInterviewsOpen(consent) ? 'plain' : 'primary'}
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
      {isOpen && <VersionChange {...change} version={form.version} onMove={change.moveTo} />}
      <TracerSteps form={form} filling={filling} consent={consent} current={step} />
      {step === 'consent' && (
        <ConsentStep
          consent={consent}
          fields={fields}
          save={save}
          mayWrite={isOpen}
          snapshot={snapshot}
        />
      )}
      {step === 'person' && isOpen && areInterviewsOpen(consent) && (
        <HandOver tracer={snapshot.id} form={form} fields={fields} save={save} />
      )}
      {(step === 'person' || step === 'views') && areInterviewsOpen(consent) && (
        <OwnAnswers form={form} fields={fields} />
      )}
      {(step === 'person' || step === 'professionals') && (
        <Interview
          key={step}
          form={form}
          filling={filling}
          consent={consent}
          audience={step}
          save={save}
          mayWrite={isOpen}
        />
      )}
      {step === 'views' && (
        <BothViews context={context} filling={filling} consent={consent} mayWrite={mayWrite} />
      )}
    </Page>
  )
}
