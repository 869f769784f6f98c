import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import { reportFailure } from '#ui/notices.ts'

/** One long text of the analysis: a draft at each key, an operation when one leaves it. */
export function TextPart({
  analysis,
  field,
  label,
  value,
  hint,
  editable,
  rows = 2,
}: {
  analysis: Analysis
  field: string
  label: string
  value: string
  hint?: string
  editable: boolean
  rows?: number
}) {
  const { t } = useTranslation('event-analysis')
  const { writer, drafts } = useWorkspace()
  if (!editable) {
    return value ? (
      <p>
        <b>{label}</b> : {value}
      </p>
    ) : null
  }
  return (
    <DraftedText
      label={label}
      value={value}
      rows={rows}
      draftKey={`analysis:${analysis.id}:${field}`}
      drafts={drafts}
      onFailure={reportFailure}
      onCommit={async (words) => {
        await writer.set(analysis.id, { [field]: words })
        return true
      }}
      warn={(words) => {
        const found = findPersonalData(words)[0]
        return found && t('like', { words: found.found })
      }}
      {...(hint !== undefined && { hint })}
    />
  )
}
