import type { Language } from '#domain/shared/text.ts'
import type { NameScope } from '../expressions/x-path-to-expr.ts'
import type { FreshIds } from '../fit-id.ts'
import type { JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import type { UnusedMembers } from './unused-members.ts'

/** What the reading of an item needs of the questionnaire around it. */
export interface ItemContext {
  readonly notes: Notes
  /** Language of the texts without translation. */
  readonly language: Language
  readonly ids: ReadonlyMap<string, string>
  readonly scope: NameScope
  readonly variables: ReadonlyMap<string, string>
  readonly valueSets: ReadonlyMap<string, JsonRecord>
  readonly unused: UnusedMembers
  readonly sectionIds: FreshIds
}
