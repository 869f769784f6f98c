/*
 * Figures: what the porteur may read of a home, without a word of text. The server projects each
 * audit, action, event and visit into a figure record in the home's `figures` bucket, in the same
 * transaction as the operation (`project-figure.ts`); its id is the source's followed by `~figure`.
 *
 * Fields, by type:
 * - `filling-figure`: `kind` (audit|epp|tracer), `form`, `formVersion`, `round`, `heldOn`, `status`,
 *   `won` and `outOf` (conformes and answered that count), `answered`, `expected`.
 * - `action-figure`: `status`, `dueOn`, `createdOn`, `doneOn`, `source`, `imperatif`.
 * - `event-figure`: `status`, `gravity` (1 to 5), `nearMiss`, `family`, `declaredOn`, `closedOn`,
 *   `identity`, `answered` (there is an answer to the author), `answeredOn`, `duplicate` (another
 *   event tells the same facts: counted nowhere, R-EI-16).
 * - `visit-figure`: `day`, `days`, `status`.
 */
import type { RecordType } from '../record-types.ts'
import { type RecordId, recordId } from '../shared/ids.ts'
import type { Fields } from '../shared/json.ts'

export interface Figure {
  readonly type: Extract<RecordType, `${string}-figure`>
  readonly fields: Fields
}

export function figureId(source: RecordId): RecordId {
  return recordId(`${source}~figure`)
}
