import { checkForm } from '../form/check-form.ts'
import type { Form } from '../form/form.ts'
import { readForm } from '../form/read-form.ts'
import type { Day } from '../shared/day.ts'
import { type Fields, textField } from '../shared/json.ts'
import { asJson } from './grid.ts'

/**
 * The fields of a publication (type `grid-version`): `grid`, `version`, `publishedOn`, `author`,
 * `note`, and `form`, whole. It is written once: the server refuses any change to it (R-GRI-2).
 */
export function versionFields(
  draft: Form,
  { version, publishedOn, author, note }: Publication,
): Fields {
  return {
    grid: draft.id,
    version,
    publishedOn,
    author,
    note,
    form: asJson({ ...draft, version }),
  }
}

interface Publication {
  readonly version: number
  readonly publishedOn: Day
  readonly author: string
  /** What changes since the version before, in words. */
  readonly note: string
}

/** Whether the fields are a publication one can fill in: a form that reads, without a fault (R-GRI-1). */
export function isPublication(fields: Fields): boolean {
  const read = readForm(fields.form)
  return (
    read.ok &&
    read.value.id === textField(fields, 'grid') &&
    read.value.version === fields.version &&
    read.value.version >= 1 &&
    checkForm(read.value).length === 0
  )
}
