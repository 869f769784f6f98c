import { useNavigate } from 'react-router'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { paths } from '#src/paths.ts'
import { leavePlace } from './places.ts'

/** Closes the audit today and shows its result. */
export function useFinishAudit(audit: RecordId): () => Promise<void> {
  const { writer, drafts } = useWorkspace()
  const today = useToday()
  const navigate = useNavigate()
  return async () => {
    await writer.set(audit, { status: 'closed', closedOn: today })
    await leavePlace(drafts, audit)
    await navigate(paths.auditResult(audit))
  }
}
