import { useState } from 'react'
import type { StoreApi } from 'zustand'
import { useWorkspace } from '#data/stores-context.ts'
import { SavedLine } from '#ui/form/saved-line.tsx'
import type { Saving } from '#ui/form/use-answers.ts'

interface AuditSavedProps {
  readonly audit: string
  readonly saving: StoreApi<Saving>
}

/** When the last answer reached the disk: here, or before this screen opened and not sent since. */
export function AuditSaved({ audit, saving }: AuditSavedProps) {
  const { profile, sync } = useWorkspace()
  const [earlier] = useState(() => sync.status().waiting.find(({ record }) => record === audit))
  return (
    <SavedLine
      saving={saving}
      earlier={earlier?.lastWrittenAt}
      timeZone={profile.dispositif.timeZone}
    />
  )
}
