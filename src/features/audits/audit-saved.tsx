import { useSyncStatus, useWorkspace } from '#data/stores-context.ts'
import { SavedLine } from '#ui/form/saved-line.tsx'
import type { Saving } from '#ui/form/use-answers.ts'

interface AuditSavedProps {
  readonly audit: string
  readonly saving: Saving
}

/** When the last answer reached the disk. Apart, for what waits to be sent changes at each tap. */
export function AuditSaved({ audit, saving }: AuditSavedProps) {
  const { profile } = useWorkspace()
  const earlier = useSyncStatus().waiting.find(({ record }) => record === audit)
  return (
    <SavedLine
      saving={saving}
      earlier={earlier?.lastWrittenAt}
      timeZone={profile.dispositif.timeZone}
    />
  )
}
