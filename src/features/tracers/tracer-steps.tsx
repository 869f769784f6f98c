import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import type { Progress } from '#domain/form/progress.ts'
import { audienceOf } from '#domain/tracer/audience.ts'
import { areInterviewsOpen, type Consent } from '#domain/tracer/consent.ts'
import { Stops } from '#ui/stops.tsx'
import { STEP_PARAM, STEPS, type Step } from './steps.ts'

const TITLES = {
  consent: 'stepConsent',
  person: 'stepPerson',
  professionals: 'stepProfessionals',
  views: 'stepViews',
} as const satisfies Record<Step, string>

interface TracerStepsProps {
  readonly form: Form
  readonly filling: Filling
  readonly counts: Progress
  readonly consent: Consent
  readonly current: Step
}

export function TracerSteps({ form, filling, counts, consent, current }: TracerStepsProps) {
  const { t } = useTranslation('tracers')
  const isDone = (step: Step): boolean => {
    if (step === 'consent') return areInterviewsOpen(consent)
    if (step === 'views') return filling.status === 'closed'
    return form.sections
      .filter((section) => audienceOf(section) === step)
      .every(({ id }) => {
        const count = counts.sections.find(({ section }) => section === id)
        return count !== undefined && count.answered === count.expected
      })
  }
  return (
    <nav aria-label={t('steps')}>
      <Stops
        label={t('steps')}
        horizontal
        items={STEPS.map((step) => {
          const state = step === current ? 'here' : isDone(step) ? 'done' : 'ahead'
          const words = { here: 'stateHere', done: 'stateDone', ahead: 'stateAhead' } as const
          return {
            id: step,
            title: <Link to={{ search: `?${STEP_PARAM}=${step}` }}>{t(TITLES[step])}</Link>,
            state,
            stateLabel: t(words[state]),
          }
        })}
      />
    </nav>
  )
}
