import type { Form } from '#domain/form/form.ts'
import { isQuestion, readForm } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from './is-record.ts'
import type { Notes } from './notes.ts'

const TITLE = { fr: 'Formulaire', en: 'Form' }

/**
 * A form in the shape of Escale. One question that is not is left out and told; the others are kept.
 * Undefined when even then it is no form.
 */
export function readEscaleForm(value: JsonRecord, notes: Notes): Form | undefined {
  const whole = readForm(value)
  if (whole.ok) return whole.value
  const mended = readForm({
    id: 'formulaire',
    version: 1,
    kind: 'audit',
    code: '',
    title: TITLE,
    unit: 'structure',
    source: { fr: 'Importé d’une grille Escale', en: 'Imported from an Escale form' },
    ...value,
    sections: soundSections(value.sections, notes),
  })
  if (mended.ok) return mended.value
  const tooMany = mended.error.kind === 'too-many-questions'
  const where = tooMany ? 'plus de 2 000 questions' : 'titre, type ou parties'
  const whereEn = tooMany ? 'more than 2,000 questions' : 'title, kind or parts'
  notes.add('lost', 'not-an-escale-form', { file: true }, { where, whereEn })
  return undefined
}

function soundSections(value: Json | undefined, notes: Notes): Json {
  if (!Array.isArray(value)) return null
  return value.filter(isRecord).map((section, at) => ({
    id: `partie_${at + 1}`,
    title: TITLE,
    ...section,
    questions: (Array.isArray(section.questions) ? section.questions : []).filter((each, rank) => {
      if (isQuestion(each)) return true
      const said = isRecord(each) && typeof each.id === 'string' ? each.id : ''
      const name = said || `${at + 1}.${rank + 1}`
      notes.add('lost', 'unreadable-question', { linkId: name }, { name })
      return false
    }),
  }))
}
