import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Snapshot } from '#data/workspace.ts'
import { readFilling } from '#domain/filling/filling.ts'
import { areInterviewsOpen, readConsent } from '#domain/tracer/consent.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { takeTabletBack, useAloneLock } from './alone/alone-lock.ts'
import { AloneScreen } from './alone/alone-screen.tsx'
import { TracerFlow } from './tracer-flow.tsx'
import { useMayFill } from './use-may-fill.ts'
import { useTracer } from './use-tracer.ts'

export function TracerScreen() {
  const { t } = useTranslation('tracers')
  const { id = '' } = useParams()
  const isHandedOver = useAloneLock(({ tracer }) => tracer !== '' && tracer === id)
  const mayFill = useMayFill()
  const view = useTracer(id)
  const mayAsk = view.kind === 'ready' && mayAnswerAlone(view.snapshot, mayFill)
  useEffect(() => {
    // Withdrawn, ended or gone meanwhile: nothing holds the tablet any more.
    if (isHandedOver && !mayAsk) takeTabletBack()
  }, [isHandedOver, mayAsk])
  if (view.kind === 'ready') {
    return isHandedOver && mayAsk ? (
      <AloneScreen key={id} context={view} />
    ) : (
      <TracerFlow key={id} context={view} />
    )
  }
  return (
    <Page title={t('title')} back={{ to: paths.tracers(), label: t('back') }}>
      <EmptyState
        text={t(view.kind === 'missing' ? 'missing' : 'unknownForm')}
        action={<ButtonLink to={paths.tracers()}>{t('toList')}</ButtonLink>}
      />
    </Page>
  )
}

/** Nothing is asked of the person before their agreement, nor after it is withdrawn (R-TRA-1). */
function mayAnswerAlone(
  { id, scope, fields }: Snapshot,
  mayFill: ReturnType<typeof useMayFill>,
): boolean {
  const { site, status } = readFilling(id, scope, fields)
  return areInterviewsOpen(readConsent(fields)) && status === 'draft' && mayFill(site)
}
