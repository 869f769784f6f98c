import { useVersionChange } from '#data/use-version-change.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { isSameForm } from '#domain/results/same-form-rounds.ts'
import { VersionChange } from '#ui/form/version-change.tsx'

interface AuditVersionProps {
  readonly form: Form
  readonly audit: Filling
  readonly previous: Filling | undefined
}

/** The version published since, and what has no place in the one in hand. Looks at what is kept. */
export function AuditVersion({ form, audit, previous }: AuditVersionProps) {
  const isCompared = previous !== undefined && isSameForm(previous, audit)
  const change = useVersionChange(audit.id, form, isCompared)
  return <VersionChange {...change} version={form.version} onMove={change.moveTo} />
}
