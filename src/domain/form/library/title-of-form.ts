import { type Fields, numberField, textField } from '../../shared/json.ts'
import type { Text } from '../../shared/text.ts'
import { readForm } from '../read-form.ts'
import { findEntry } from './catalogue.ts'

/**
 * The title of a form built in, or published in one of these records (type `grid-version`); undefined
 * when neither knows that version.
 */
export function titleOfForm(
  id: string,
  version: number,
  publications: readonly { readonly fields: Fields }[],
): Text | undefined {
  const entry = findEntry(id, version)
  if (entry) return entry.title
  const found = publications.find(
    ({ fields }) => textField(fields, 'grid') === id && numberField(fields, 'version') === version,
  )
  const read = readForm(found?.fields.form)
  return read.ok ? read.value.title : undefined
}
