import { memo } from 'react'
import { useVersionChange } from '#data/use-version-change.ts'
import type { Form } from '#domain/form/form.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { VersionChange } from '#ui/form/version-change.tsx'

interface EppVersionProps {
  readonly record: RecordId
  readonly form: Form
  readonly isCompared: boolean
}

/** The version published since, and what has no place in the one in hand. Looks at what is kept. */
export const EppVersion = memo(function EppVersion({ record, form, isCompared }: EppVersionProps) {
  const change = useVersionChange(record, form, isCompared)
  return <VersionChange {...change} version={form.version} onMove={change.moveTo} />
})
