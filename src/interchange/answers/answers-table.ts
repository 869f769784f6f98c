import type { Filling } from '#domain/filling/filling.ts'
import { type Form, isGroup, type Question, rowKey } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { type Language, type Text, textIn } from '#domain/shared/text.ts'
import type { Table, TableCell } from './french-csv.ts'

const HEADERS: readonly Text[] = [
  { fr: 'Section', en: 'Section' },
  { fr: 'Code', en: 'Code' },
  { fr: 'Question', en: 'Question' },
  { fr: 'Ligne', en: 'Row' },
  { fr: 'Réponse', en: 'Answer' },
  { fr: 'Valeur', en: 'Value' },
  { fr: 'Constat', en: 'Finding' },
]

/**
 * The answers of one filling, a question a row, in the form's order: those asked and those computed.
 * `Réponse` is in words; `Valeur` the number, the day or the code that a spreadsheet can work on.
 */
export function answersTable(
  form: Form,
  { answers, comments, heldOn }: Pick<Filling, 'answers' | 'comments' | 'heldOn'>,
  language: Language,
): Table {
  const state = evaluateForm(form, answers, heldOn)
  const rows: TableCell[][] = []
  const add = (section: Text, question: Question, key: string, row: number | null) => {
    if (!state.asked.has(key) || question.type === 'note') return
    const value = state.values.get(key) ?? answers.get(key) ?? null
    rows.push([
      textIn(section, language),
      question.id,
      textIn(question.label, language),
      row,
      answerInWords(question, value, language),
      asCell(question, value),
      comments.get(key) ?? '',
    ])
  }
  for (const { title, questions } of form.sections) {
    for (const question of questions) {
      if (!isGroup(question)) {
        add(title, question, question.id, null)
        continue
      }
      for (const [at, row] of (state.rows.get(question.id) ?? []).entries()) {
        for (const each of question.questions) {
          add(title, each, rowKey(question.id, row, each.id), at + 1)
        }
      }
    }
  }
  return [HEADERS.map((header) => textIn(header, language)), ...rows]
}

/** The answer as it is read on screen; empty for none. */
export function answerInWords(question: Question, value: Json, language: Language): string {
  if (value === null) return ''
  if (question.type === 'criterion') {
    const step = stepOf(question, value)
    return step ? textIn(step.label, language) : String(value)
  }
  if (question.type === 'single' || question.type === 'multiple') {
    const codes = Array.isArray(value) ? value : [value]
    const labels = codes.map((code) => {
      const choice = question.choices.find((each) => each.code === code)
      return choice ? textIn(choice.label, language) : String(code)
    })
    return labels.join(', ')
  }
  if (typeof value === 'object') return ''
  const unit = 'unit' in question && question.unit ? ` ${textIn(question.unit, language)}` : ''
  if (typeof value === 'number' && language === 'fr') {
    return `${String(value).replace('.', ',')}${unit}`
  }
  if (question.type === 'date' && language === 'fr')
    return String(value).split('-').reverse().join('/')
  return `${String(value)}${unit}`
}

function asCell(question: Question, value: Json): TableCell {
  if (value === null || typeof value === 'number') return value
  if (question.type === 'criterion') return stepOf(question, value)?.worth ?? String(value)
  if (question.type === 'date' && typeof value === 'string') return { day: value }
  return Array.isArray(value) ? value.join(' ') : String(value)
}
