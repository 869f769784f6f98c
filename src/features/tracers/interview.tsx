import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import type { Fields } from '#domain/shared/json.ts'
import { audienceOf } from '#domain/tracer/audience.ts'
import { areInterviewsOpen, type Consent } from '#domain/tracer/consent.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { FormView } from '#ui/form/form-view.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { STEP_PARAM } from './steps.ts'

interface InterviewProps {
  readonly form: Form
  readonly filling: Filling
  readonly consent: Consent
  readonly audience: 'person' | 'professionals'
  readonly save: (changes: Fields, place: string) => Promise<boolean>
  readonly mayWrite: boolean
}

/** One interview. Locked until the agreement is noted, and again once it is withdrawn (R-TRA-1). */
export function Interview(props: InterviewProps) {
  const { form, filling, consent, audience, save, mayWrite } = props
  const { t } = useTranslation('tracers')
  const { drafts } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  if (!areInterviewsOpen(consent)) {
    return (
      <Notice
        tone="watch"
        action={<ButtonLink to={`?${STEP_PARAM}=consent`}>{t('toConsent')}</ButtonLink>}
      >
        {t(consent.kind === 'withdrawn' ? 'lockedWithdrawn' : 'locked')}
      </Notice>
    )
  }
  return (
    // A fieldset closes every control at once for who may only read.
    <fieldset disabled={!mayWrite}>
      <FormView
        form={form}
        answers={filling.answers}
        today={filling.heldOn}
        only={(section) => audienceOf(section) === audience}
        large={audience === 'person'}
        onAnswer={(question, value) => save({ [`answers.${question.id}`]: value }, audience)}
        onAnswerAt={(key, value) => save({ [`answers.${key}`]: value }, audience)}
        onFailure={reportFailure}
        drafts={drafts}
        draftKey={`answer:${filling.id}`}
        warn={warn}
      />
    </fieldset>
  )
}
