import type { Form } from '../form.ts'

/** What is said of a form without opening it: enough for a list, a title, a count. */
export interface FormEntry extends Pick<Form, 'id' | 'version' | 'kind' | 'code' | 'title'> {
  /** How many criteria it has: what one reads before beginning. */
  readonly criteria: number
}

/**
 * Every form built in, by the name its file exports. The forms themselves weigh ten times more, so
 * start pages read this list and ask `loadForm` for the one they need; each form takes its own
 * identity from here, and the two cannot disagree.
 */
export const CATALOGUE = {
  auditMedication: {
    id: 'audit-medication',
    version: 1,
    kind: 'audit',
    code: 'G01',
    criteria: 22,
    title: { fr: 'Circuit du médicament', en: 'Medication circuit' },
  },
  auditCatering: {
    id: 'audit-catering',
    version: 1,
    kind: 'audit',
    code: 'G12',
    criteria: 12,
    title: { fr: 'Restauration et hygiène', en: 'Catering and hygiene' },
  },
  auditRights: {
    id: 'audit-rights',
    version: 1,
    kind: 'audit',
    code: 'G17',
    criteria: 12,
    title: { fr: 'Droits et outils de la loi 2002-2', en: 'Rights and tools of the 2002-2 law' },
  },
  eppRestraint: {
    id: 'epp-restraint',
    version: 1,
    kind: 'epp',
    code: 'G05',
    criteria: 8,
    title: { fr: 'Contention', en: 'Physical restraint' },
  },
  tracerPerson: {
    id: 'tracer-person',
    version: 1,
    kind: 'tracer',
    code: 'AT',
    criteria: 12,
    title: { fr: 'Accompagné traceur', en: 'Person tracer' },
  },
  declareEvent: {
    id: 'declare-event',
    version: 1,
    kind: 'adverse-event',
    code: 'EI',
    criteria: 0,
    title: { fr: 'Déclarer un événement', en: 'Declare an event' },
  },
} as const satisfies Record<string, FormEntry>

const ENTRIES: readonly FormEntry[] = Object.values(CATALOGUE)

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
