import type { Filling } from '../filling/filling.ts'
import type { Form, FormKind } from '../form/form.ts'
import { findForm, formsOfKind } from '../form/library/find-form.ts'
import { readForm } from '../form/read-form.ts'
import { type Fields, numberField, textField } from '../shared/json.ts'

/** A form one may begin; a published one names the record of its publication. */
export interface Edition {
  readonly form: Form
  /** Record of the publication; undefined for a form built in. */
  readonly edition: string | undefined
}

/** Every form of this device, built in and published. */
export interface FormShelf {
  /** The form answers were begun with; undefined when this device does not have that version. */
  readonly find: (filling: Pick<Filling, 'form' | 'formVersion' | 'edition'>) => Form | undefined
  /** What may be begun today: built in, then published, each in its latest version. */
  readonly ofKind: (kind: FormKind) => readonly Edition[]
}

type PublicationRecord = { readonly id: string; readonly fields: Fields }

/** The last shelf made of these publications, with the grids it was made with. */
const shelves = new WeakMap<
  readonly PublicationRecord[],
  { readonly grids: readonly PublicationRecord[]; readonly shelf: FormShelf }
>()
const read = new WeakMap<object, Form | undefined>()

/**
 * The shelf of these publications (records `grid-version`) and of the library; `grids` say which are no
 * longer offered. A filling names the record it was begun with, for two people far apart may have
 * published the same number.
 */
export function formShelf(
  publications: readonly PublicationRecord[],
  grids: readonly PublicationRecord[],
): FormShelf {
  const known = shelves.get(publications)
  if (known?.grids === grids) return known.shelf
  const retired = new Set(
    grids.filter(({ fields }) => fields.status === 'retired').map(({ id }) => id),
  )
  const byId = new Map(publications.map((each) => [each.id, each]))
  const shelf: FormShelf = {
    find({ form, formVersion, edition }) {
      if (edition === '') return findForm(form, formVersion)
      const found = byId.get(edition)
      return found && publishedForm(found.fields)
    },
    ofKind(kind) {
      const published = publications
        .filter(({ fields }) => !retired.has(textField(fields, 'grid')))
        .filter((each) => isLatest(each, publications))
        .flatMap((each) => {
          const form = publishedForm(each.fields)
          return form?.kind === kind ? [{ form, edition: each.id }] : []
        })
      const builtIn = formsOfKind(kind).map((form) => ({ form, edition: undefined }))
      return [...builtIn, ...published]
    },
  }
  shelves.set(publications, { grids, shelf })
  return shelf
}

/**
 * The form a publication holds; undefined for one that does not read. Read once for each content: a grid
 * of a thousand questions is not looked at again at each tap.
 */
export function publishedForm({ form: stored }: Fields): Form | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  if (read.has(stored)) return read.get(stored)
  const parsed = readForm(stored)
  const form = parsed.ok ? parsed.value : undefined
  read.set(stored, form)
  return form
}

/** Of two publications of one number, the one whose name sorts last: the same on every device. */
function isLatest(own: PublicationRecord, all: readonly PublicationRecord[]): boolean {
  const grid = textField(own.fields, 'grid')
  const version = versionOf(own)
  return !all.some(
    (other) =>
      textField(other.fields, 'grid') === grid &&
      (versionOf(other) > version || (versionOf(other) === version && other.id > own.id)),
  )
}

/** The version a grid would be given now: one above the highest published. */
export function nextVersion(publications: readonly PublicationRecord[], grid: string): number {
  const own = publications.filter(({ fields }) => textField(fields, 'grid') === grid)
  return 1 + Math.max(0, ...own.map(versionOf))
}

function versionOf({ fields }: PublicationRecord): number {
  return numberField(fields, 'version') ?? 0
}
