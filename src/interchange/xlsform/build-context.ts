import type { Json } from '#domain/shared/json.ts'
import type { NameScope } from '../expressions/x-path-to-expr.ts'
import type { FreshIds } from '../fit-id.ts'
import type { Notes } from '../notes.ts'
import type { ListedChoice } from './choice-lists.ts'
import type { UnusedColumns } from './unused-columns.ts'

/** What the reading of a row needs of the form around it. */
export interface BuildContext {
  readonly notes: Notes
  readonly scope: NameScope
  readonly lists: ReadonlyMap<string, readonly ListedChoice[]>
  readonly unused: UnusedColumns
  readonly sectionIds: FreshIds
}

/** What of one row could not be read, by column. */
export type Unread = Record<string, Json>
