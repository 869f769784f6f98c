import { useMemo } from 'react'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import { type Analysis, readAnalysis } from '#domain/adverse-event/analysis/analysis.ts'
import type { Fields } from '#domain/shared/json.ts'

/** Analyses this device may read, of one home when given. */
export function useAnalyses(site?: string): readonly Analysis[] {
  const records = useRecords('event-analysis', site)
  return useMemo(
    () => records.map(({ id, scope, fields }) => readAnalysis(id, scope, fields)),
    [records],
  )
}

/** Names of its collections: one member a field. */
export type Collection = 'participants' | 'facts' | 'gaps' | 'causes' | 'barriers' | 'decisions'

/** Writes an analysis, member by member: two people who add at the same time both keep theirs. */
export function useAnalysisWriter(analysis: Analysis) {
  const { writer, now } = useWorkspace()
  return {
    set: (fields: Fields) => writer.set(analysis.id, fields),
    /** `n` keeps the order of the typing, whatever the identities drawn. */
    add: (collection: Collection, member: Fields) =>
      writer.set(analysis.id, {
        [`${collection}.${crypto.randomUUID()}`]: { ...member, n: now() },
      }),
    remove: (collection: Collection, id: string) =>
      writer.set(analysis.id, { [`${collection}.${id}`]: null }),
  }
}
