import type { Form } from '../form.ts'
import { AUDIT_ENTRIES } from './audit-entries.ts'
import { EPP_ENTRIES } from './epp-entries.ts'
import type { FormEntry, Identity } from './form-entry.ts'
import { METHOD_ENTRIES } from './method-entries.ts'

/**
 * Every form built in, by the name its file exports. The forms themselves weigh ten times more, so
 * lists read this one and ask `loadForm` for the form they need; each form takes its own identity
 * from here, and the two cannot disagree.
 */
export const CATALOGUE = { ...AUDIT_ENTRIES, ...EPP_ENTRIES, ...METHOD_ENTRIES }

const ENTRIES: readonly FormEntry[] = Object.values(CATALOGUE)

/** What a form takes of its entry. */
export function identityOf({ id, version, kind, code, title, method }: FormEntry): Identity {
  return { id, version, kind, code, title, ...(method ? { method } : {}) }
}

/** The identity of a form; undefined when this build does not know that version. */
export function findEntry(id: string, version: number): FormEntry | undefined {
  return ENTRIES.find((entry) => entry.id === id && entry.version === version)
}

/** Forms one may begin today: the latest version of each, in the order of the library. */
export function entriesOfKind(kind: Form['kind']): readonly FormEntry[] {
  return ENTRIES.filter(
    (entry) =>
      entry.kind === kind &&
      !ENTRIES.some((other) => other.id === entry.id && other.version > entry.version),
  )
}
