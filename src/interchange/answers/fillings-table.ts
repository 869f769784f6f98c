import { fillingDay } from '#domain/filling/filling.ts'
import { type Form, isGroup, type Question, rowKey } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { stepOf } from '#domain/form/scales.ts'
import { hasSubject } from '#domain/form/units.ts'
import type { Json } from '#domain/shared/json.ts'
import { type Language, type Text, textIn } from '#domain/shared/text.ts'
import { type AlsoSaid, alsoSaid } from './also-said.ts'
import { answerInWords } from './answer-in-words.ts'
import { type FilledForm, partsOf } from './filled-form.ts'
import type { Table, TableCell } from './french-csv.ts'
import { subjectWord, unitWord } from './unit-word.ts'

const HEADERS: readonly Text[] = [
  { fr: 'Établissement', en: 'Home' },
  { fr: 'Tour', en: 'Round' },
  { fr: 'Date', en: 'Date' },
  { fr: 'État', en: 'Status' },
]
const CLOSED: Text = { fr: 'Terminé', en: 'Closed' }
const DRAFT: Text = { fr: 'En cours', en: 'Under way' }

/**
 * Fillings of one version of one form, a filling a row (a file a row in an EPP), a question a column:
 * what a spreadsheet counts and crosses. Words as on screen, signs of the HAS scale, numbers and days
 * as such. A group takes as many columns as it has rows where it has most.
 */
export function fillingsTable(
  form: Form,
  filled: readonly FilledForm[],
  language: Language,
): Table {
  const parts = filled.flatMap((each) =>
    partsOf(each).map((part) => ({
      filling: each.filling,
      place: each.place,
      part,
      apart: alsoSaid(each, language).filter(({ file }) => file === part.file),
      state: evaluateForm(form, part.answers, each.filling.heldOn),
    })),
  )
  const rowsOf = (group: string) =>
    Math.max(0, ...parts.map(({ state }) => state.rows.get(group)?.length ?? 0))
  const columns = form.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) => columnsOf(question, rowsOf))
  const withSubject = hasSubject(form)
  const apart = [...new Set(parts.flatMap((each) => each.apart.map(apartHeader)))]
  return [
    [
      ...HEADERS.map((header) => textIn(header, language)),
      ...(withSubject ? [textIn(subjectWord(form), language)] : []),
      textIn(unitWord(form), language),
      ...columns.map(({ code, question }) => `${code} ${textIn(question.label, language)}`.trim()),
      ...apart,
    ],
    ...parts.map(({ filling, place, part, state, apart: said }): readonly TableCell[] => {
      const day = fillingDay(filling)
      return [
        place,
        filling.round,
        day ? { day } : null,
        textIn(filling.status === 'closed' ? CLOSED : DRAFT, language),
        ...(withSubject ? [filling.subject] : []),
        part.file ?? null,
        ...columns.map(({ question, group, at }) => {
          const row = group && state.rows.get(group)?.[at]
          if (group !== undefined && row === undefined) return null
          const key = group && row ? rowKey(group, row, question.id) : question.id
          if (!state.asked.has(key)) return null
          return cellOf(question, state.values.get(key) ?? null, language)
        }),
        ...apart.map((header) => said.find((each) => apartHeader(each) === header)?.answer ?? null),
      ]
    }),
  ]
}

/** A column of its own: what it holds counts in no score. */
function apartHeader({ section, code, question }: AlsoSaid): string {
  return `${section} : ${code} ${question}`.trim()
}

interface Column {
  readonly code: string
  readonly question: Question
  readonly group?: string
  /** Position of the row in its group. */
  readonly at: number
}

function columnsOf(question: Question, rowsOf: (group: string) => number): readonly Column[] {
  if (question.type === 'note') return []
  if (!isGroup(question)) return [{ code: question.id, question, at: 0 }]
  return Array.from({ length: rowsOf(question.id) }, (_, at) => at).flatMap((at) =>
    question.questions.flatMap((own) =>
      columnsOf(own, rowsOf).map(
        (column): Column => ({
          ...column,
          code: `${question.id}.${at + 1}.${own.id}`,
          group: question.id,
          at,
        }),
      ),
    ),
  )
}

function cellOf(question: Question, value: Json, language: Language): TableCell {
  if (value === null || typeof value === 'number') return value
  if (question.type === 'date' && typeof value === 'string') return { day: value }
  const sign = question.type === 'criterion' ? stepOf(question, value)?.sign : undefined
  return sign ?? answerInWords(question, value, language)
}
