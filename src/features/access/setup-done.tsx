import { ArrowRight, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RequestFailure } from '#data/request-server.ts'
import type { SetupResponse } from '#protocol/access.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { InvitationCard } from './invitation-card.tsx'
import { REFUSALS } from './refusals.ts'
import { reopenApp } from './reopen-app.ts'
import type { SetupDraft } from './setup-draft.ts'

interface SetupDoneProps {
  readonly draft: SetupDraft
  readonly codes: SetupResponse
  /** Why this device could not be enrolled; the dispositif exists all the same. */
  readonly failure: RequestFailure | undefined
  readonly onRetry: () => void
}

/** The dispositif exists. The officer's code is shown here, once; the porteur can make another. */
export function SetupDone({ draft, codes, failure, onRetry }: SetupDoneProps) {
  const { t } = useTranslation('access')
  return (
    <Page
      title={t('setupDoneTitle', { name: draft.dispositif })}
      lead={t('setupDoneLead', { count: draft.homes.length })}
      width="reading"
      dock={
        failure ? (
          <Button tone="primary" size="big" icon={RefreshCw} onClick={onRetry}>
            {t('retryEnrol')}
          </Button>
        ) : (
          <Button tone="primary" size="big" iconAfter={ArrowRight} onClick={reopenApp}>
            {t('openApp')}
          </Button>
        )
      }
    >
      {failure && (
        <>
          <Notice tone="alert" title={t('porteurNotHere')}>
            {t(REFUSALS[failure.kind])}
          </Notice>
          <Section title={t('porteurCode')}>
            <InvitationCard name={draft.porteur} code={codes.porteurCode} />
          </Section>
        </>
      )}
      <Section title={t('officerCode')}>
        <InvitationCard name={draft.officer} code={codes.officerCode} />
      </Section>
    </Page>
  )
}
