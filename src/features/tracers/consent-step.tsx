import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { parseDay } from '#domain/shared/day.ts'
import { type Fields, textField } from '#domain/shared/json.ts'
import {
  agreementFields,
  type Consent,
  type ConsentGiver,
  type ConsentMode,
} from '#domain/tracer/consent.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import { DateField } from '#ui/date-field.tsx'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import css from '#ui/form/start-form.module.css'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { ConsentGiven } from './consent-given.tsx'

interface ConsentStepProps {
  readonly tracer: string
  readonly consent: Consent
  readonly fields: Fields
  readonly save: (changes: Fields, place: string) => Promise<boolean>
  readonly mayWrite: boolean
}

/** Who agrees, how, when, and where the proof is. One tap notes it; nothing opens before. */
export function ConsentStep({ tracer, consent, fields, save, mayWrite }: ConsentStepProps) {
  const { t } = useTranslation('tracers')
  const { profile, drafts } = useWorkspace()
  const today = useToday()
  const warn = useNameWarning(findPersonalData)
  const [by, setBy] = useState<ConsentGiver>()
  const [mode, setMode] = useState<ConsentMode>()
  const [on, setOn] = useState<string>(today)
  const givenOn = parseDay(on)
  const isReady =
    by !== undefined && mode !== undefined && givenOn !== undefined && givenOn <= today
  const record = () => {
    if (!by || !mode || !givenOn) return
    reportFailure(
      save(agreementFields({ givenOn, by, mode, recordedBy: profile.person.id }), 'consent'),
    )
  }
  return (
    <Section title={t('consentTitle')}>
      <div className={css.start}>
        <p>{t('consentIntro')}</p>
        {consent.kind !== 'none' && (
          <ConsentGiven
            consent={consent}
            proof={textField(fields, 'consent.proof')}
            save={save}
            mayWrite={mayWrite}
          />
        )}
        {mayWrite && (
          <DraftedText
            label={t('consentProof')}
            hint={t('consentProofHint')}
            value={textField(fields, 'consent.proof')}
            draftKey={`consent-proof:${tracer}`}
            drafts={drafts}
            onCommit={(words) => save({ 'consent.proof': words }, 'consent')}
            onFailure={reportFailure}
            warn={warn}
            rows={2}
          />
        )}
        {mayWrite && consent.kind !== 'given' && (
          <>
            <ChoiceList
              label={t('consentBy')}
              options={[
                { code: 'person', label: t('byPerson') },
                { code: 'legal-representative', label: t('byRepresentative') },
              ]}
              value={by ? [by] : []}
              onChange={([code]) =>
                setBy(code === 'legal-representative' ? 'legal-representative' : 'person')
              }
            />
            <ChoiceList
              label={t('consentMode')}
              options={[
                { code: 'written', label: t('modeWritten') },
                { code: 'witnessed', label: t('modeWitnessed') },
              ]}
              value={mode ? [mode] : []}
              onChange={([code]) => setMode(code === 'witnessed' ? 'witnessed' : 'written')}
            />
            <DateField label={t('consentOn')} value={on} onChange={setOn} max={today} />
            <div className={css.go}>
              <Button tone="primary" size="big" disabled={!isReady} onClick={record}>
                {t('consentRecord')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}
