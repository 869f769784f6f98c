import { useState } from 'react'
import { useWorkspace } from '#data/stores-context.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { formatClock } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'

/**
 * Writes fields of one event and remembers when the disk had them, for the line that says so; the
 * line is withdrawn while a tap is not on disk, or it would speak for it.
 * `pending` is what was just tapped and is not in the record yet: the next tap counts from there,
 * or two quick taps would undo each other.
 */
export function useEventWriter(id: RecordId) {
  const { writer, profile } = useWorkspace()
  const language = useLanguage()
  const [savedAt, setSavedAt] = useState<number>()
  const [pending, setPending] = useState<Fields>({})
  return {
    pending,
    keptAt:
      savedAt === undefined || Object.keys(pending).length > 0
        ? undefined
        : formatClock(savedAt, language, profile.dispositif.timeZone, true),
    set(fields: Fields) {
      setPending((now) => ({ ...now, ...fields }))
      const settle = () =>
        setPending((now) =>
          Object.fromEntries(Object.entries(now).filter(([name, value]) => fields[name] !== value)),
        )
      reportFailure(
        writer
          .set(id, fields)
          .then((saved) => setSavedAt(saved.savedAt))
          .finally(settle),
      )
    },
  }
}
