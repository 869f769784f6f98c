import type { Form, ObservationUnit } from '#domain/form/form.ts'
import type { Text } from '#domain/shared/text.ts'

const FILE: Text = { fr: 'Dossier', en: 'File' }
const WORDS: Partial<Record<ObservationUnit, Text>> = {
  opportunity: { fr: 'Opportunité', en: 'Opportunity' },
  person: { fr: 'Personne', en: 'Person' },
}

/** What one line of an EPP is; « Dossier » for any other form, which has no such lines. */
export function unitWord({ kind, unit }: Pick<Form, 'kind' | 'unit'>): Text {
  return (kind === 'epp' ? WORDS[unit] : undefined) ?? FILE
}
