import type { Head } from './head.ts'
import { headsOf, type RecordState } from './merge.ts'
import { standingDeletions } from './merge-deletion.ts'
import { disagree, saysTheSame, standingHeads } from './standing-heads.ts'

/** Stands for the record itself where the names of disputed fields are listed: kept, or deleted. */
export const EXISTENCE = '~'

/** The fields where two values wait for a person, and `EXISTENCE`; by name. */
export function disputedFields(record: RecordState): readonly string[] {
  const fields = Object.keys(record.x ?? {}).filter((field) =>
    disagree(standingHeads(headsOf(record, field), record.type, field)),
  )
  return isExistenceDisputed(record) ? [...fields.sort(), EXISTENCE] : fields.sort()
}

/** The values of a disputed field, the one shown first; who wrote the same stands in one group. */
export function valuesInDispute(record: RecordState, field: string): readonly (readonly Head[])[] {
  const groups: Head[][] = []
  for (const head of standingHeads(headsOf(record, field), record.type, field)) {
    const group = groups.find(([first]) => first && saysTheSame(first, head))
    if (group) group.push(head)
    else groups.push([head])
  }
  return groups
}

/** Someone deleted the record, and someone who had not seen that wrote on it. */
export function isExistenceDisputed({ ends, deleted }: RecordState): boolean {
  return deleted === undefined && standingDeletions(ends ?? []).length > 0
}
