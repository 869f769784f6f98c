import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setUpServer } from '#data/access.ts'
import { enrol } from '#data/enrol.ts'
import type { RequestFailure } from '#data/request-server.ts'
import { dayAt } from '#domain/shared/day.ts'
import type { SetupResponse } from '#protocol/access.ts'
import { reportFailure } from '#ui/notices.ts'
import { SetupDone } from './setup-done.tsx'
import {
  draftToRequest,
  dropSetupDraft,
  keepSetupDraft,
  readSetupDraft,
  type SetupDraft,
} from './setup-draft.ts'
import { SetupForm } from './setup-form.tsx'

type Progress =
  | { readonly kind: 'form'; readonly failure?: RequestFailure }
  | { readonly kind: 'sending' }
  | {
      readonly kind: 'made'
      readonly codes: SetupResponse
      /** Undefined once this device is the porteur's. */
      readonly failure: RequestFailure | undefined
    }

/** The first run of an empty server: the dispositif, its homes, its first two people. */
export function SetupScreen() {
  const { t } = useTranslation('access')
  const [draft, setDraft] = useState(readSetupDraft)
  const [progress, setProgress] = useState<Progress>({ kind: 'form' })

  function change(next: SetupDraft) {
    setDraft(next)
    keepSetupDraft(next)
  }

  async function enrolHere(codes: SetupResponse) {
    const joined = await enrol(codes.porteurCode, t('labelOffice'))
    setProgress({ kind: 'made', codes, failure: joined.ok ? undefined : joined.error })
  }

  async function create(setupCode: string) {
    setProgress({ kind: 'sending' })
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const startedOn = dayAt(Date.now(), timeZone)
    const answered = await setUpServer(draftToRequest(draft, { setupCode, timeZone, startedOn }))
    if (!answered.ok) {
      setProgress({ kind: 'form', failure: answered.error })
      return
    }
    dropSetupDraft()
    await enrolHere(answered.value)
  }

  if (progress.kind === 'made') {
    return (
      <SetupDone
        draft={draft}
        codes={progress.codes}
        failure={progress.failure}
        onRetry={() => reportFailure(enrolHere(progress.codes))}
      />
    )
  }
  return (
    <SetupForm
      draft={draft}
      onChange={change}
      isSending={progress.kind === 'sending'}
      failure={progress.kind === 'form' ? progress.failure : undefined}
      onCreate={(setupCode) => reportFailure(create(setupCode))}
    />
  )
}
