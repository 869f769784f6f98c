import type { SiteKind } from '../../site/site.ts'
import type { Form } from '../form.ts'
import { findEntry } from './catalogue.ts'

/** Whether a grid is made for that kind of home; one written here, or for all, always is. */
export function isMadeFor({ id, version }: Pick<Form, 'id' | 'version'>, kind: SiteKind): boolean {
  const kinds = findEntry(id, version)?.kinds
  return kinds === undefined || kind === 'other' || kinds.includes(kind)
}
