import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import { textField } from '#domain/shared/json.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { AuditFlow } from './audit-flow.tsx'
import { useAudit } from './use-audit.ts'
import { useMayFill } from './use-may-fill.ts'

export function AuditScreen() {
  const { id = '' } = useParams()
  const view = useAudit(id)
  const mayFill = useMayFill()
  if (view.kind !== 'ready') return <AbsentAudit reason={view.kind} />
  const isClosed = textField(view.snapshot.fields, 'status') === 'closed'
  // Who may only read finds the answers, and their « incomplet », on the result screen.
  if (isClosed || !mayFill(view.site.id)) {
    return <Navigate to={paths.auditResult(id)} replace />
  }
  return <AuditFlow key={id} context={view} />
}

export function AbsentAudit({ reason }: { readonly reason: 'missing' | 'unknown-form' }) {
  const { t } = useTranslation('audits')
  return (
    <Page title={t('title')} back={{ to: paths.audits(), label: t('back') }}>
      <EmptyState
        text={t(reason === 'missing' ? 'missing' : 'unknownForm')}
        action={<ButtonLink to={paths.audits()}>{t('toAudits')}</ButtonLink>}
      />
    </Page>
  )
}
