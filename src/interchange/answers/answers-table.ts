import type { Filling } from '#domain/filling/filling.ts'
import { type Form, isGroup, type Question, rowKey } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { type Language, type Text, textIn } from '#domain/shared/text.ts'
import { answerInWords } from './answer-in-words.ts'
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

function asCell(question: Question, value: Json): TableCell {
  if (value === null || typeof value === 'number') return value
  if (question.type === 'criterion') return stepOf(question, value)?.worth ?? String(value)
  if (question.type === 'date' && typeof value === 'string') return { day: value }
  return Array.isArray(value) ? value.join(' ') : String(value)
}
