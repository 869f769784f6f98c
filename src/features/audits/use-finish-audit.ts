import { useNavigate } from 'react-router'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { readPaper } from '#domain/filling/paper.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { paths } from '#src/paths.ts'
import { leavePlace } from './places.ts'

/** Closes the audit today, or on the day of the paper it was typed in from, and shows its result. */
export function useFinishAudit(audit: RecordId): () => Promise<void> {
  const { replica, writer, drafts } = useWorkspace()
  const today = useToday()
  const navigate = useNavigate()
  return async () => {
    const paper = readPaper(replica.get(audit)?.fields ?? {})
    await writer.set(audit, { status: 'closed', closedOn: paper?.on ?? today })
    await leavePlace(drafts, audit)
    await navigate(paths.auditResult(audit))
  }
}
