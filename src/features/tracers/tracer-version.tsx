import { memo } from 'react'
import { useVersionChange } from '#data/use-version-change.ts'
import type { Form } from '#domain/form/form.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { VersionChange } from '#ui/form/version-change.tsx'

interface TracerVersionProps {
  readonly record: RecordId
  readonly form: Form
}

/** The version of the guide published since. No gain is read between tracers: one may always move. */
export const TracerVersion = memo(function TracerVersion({ record, form }: TracerVersionProps) {
  const change = useVersionChange(record, form, false)
  return <VersionChange {...change} version={form.version} onMove={change.moveTo} />
})
