import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { useWorkspace } from '#data/stores-context.ts'
import { recordId } from '#domain/shared/ids.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { LAST_AUDIT } from './places.ts'
import { useFillings } from './use-audit.ts'

/** Opens the audit left in the middle: the one last worked on here, else any still open. */
export function ResumeAudit() {
  const { t } = useTranslation('audits')
  const { drafts } = useWorkspace()
  const open = useFillings().filter(({ status }) => status === 'draft')
  const last = drafts.get(LAST_AUDIT)
  const audit =
    open.find(({ id }) => typeof last === 'string' && id === recordId(last)) ??
    open.toSorted((a, b) => (b.heldOn ?? '').localeCompare(a.heldOn ?? ''))[0]
  if (audit) return <Navigate to={paths.audit(audit.id)} replace />
  return (
    <Page title={t('title')}>
      <EmptyState
        text={t('nothingToResume')}
        action={<ButtonLink to={paths.audits()}>{t('toAudits')}</ButtonLink>}
      />
    </Page>
  )
}
