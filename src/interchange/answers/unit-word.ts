import type { Form, ObservationUnit } from '#domain/form/form.ts'
import type { Text } from '#domain/shared/text.ts'

const FILE: Text = { fr: 'Dossier', en: 'File' }
const PERSON: Text = { fr: 'Personne', en: 'Person' }
const PREMISES: Text = { fr: 'Local', en: 'Premises' }
const WORDS: Partial<Record<ObservationUnit, Text>> = {
  opportunity: { fr: 'Opportunité', en: 'Opportunity' },
  person: PERSON,
}

/** What one line of an EPP is; « Dossier » for any other form, which has no such lines. */
export function unitWord({ kind, unit }: Pick<Form, 'kind' | 'unit'>): Text {
  return (kind === 'epp' ? WORDS[unit] : undefined) ?? FILE
}

/** What an audit of a part of a home is about: one of its premises, or one person. */
export function subjectWord({ unit }: Pick<Form, 'unit'>): Text {
  return unit === 'person' ? PERSON : PREMISES
}
