import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import type { Fields } from '#domain/shared/json.ts'
import { type Consent, withdrawalFields } from '#domain/tracer/consent.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'

interface ConsentGivenProps {
  readonly consent: Exclude<Consent, { kind: 'none' }>
  readonly proof: string
  readonly save: (changes: Fields, place: string) => Promise<boolean>
  readonly mayWrite: boolean
}

/** The agreement as noted, or its withdrawal; the person may change their mind at any time. */
export function ConsentGiven({ consent, proof, save, mayWrite }: ConsentGivenProps) {
  const { t } = useTranslation('tracers')
  const language = useLanguage()
  const today = useToday()
  const [asks, setAsks] = useState(false)
  if (consent.kind === 'withdrawn') {
    return (
      <Notice
        tone="alert"
        title={t('consentWithdrawn', { day: formatDay(consent.on, language, 'long') })}
      >
        {t('consentAgain')}
      </Notice>
    )
  }
  const { givenOn, by, mode } = consent.agreement
  return (
    <>
      <Notice
        tone="ok"
        title={t('consentGiven', {
          day: formatDay(givenOn, language, 'long'),
          by: t(by === 'person' ? 'byPerson' : 'byRepresentative').toLowerCase(),
          mode: t(mode === 'written' ? 'modeWritten' : 'modeWitnessed').toLowerCase(),
        })}
      >
        {proof && t('consentProofAt', { proof })}
      </Notice>
      {mayWrite && (
        <div>
          <Button tone="quiet" onClick={() => setAsks(true)}>
            {t('consentWithdraw')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={t('consentWithdraw')}
        confirmLabel={t('consentWithdrawConfirm')}
        tone="alert"
        onConfirm={() => reportFailure(save(withdrawalFields(today), 'consent'))}
      >
        <p>{t('consentWithdrawText')}</p>
      </ConfirmDialog>
    </>
  )
}
