import {
  type Carried,
  FORM_KINDS,
  type Form,
  METHODS,
  OBSERVATION_UNITS,
  type Question,
  SCORINGS,
  type Section,
} from '../form/form.ts'
import { isQuestion } from '../form/read-form.ts'
import {
  codeField,
  type Fields,
  fieldsBelow,
  type Json,
  numberField,
  textField,
} from '../shared/json.ts'
import type { Text } from '../shared/text.ts'

/*
 * A grid of the dispositif, while it is written. Its record (type `grid`) holds one field for each
 * section, `sections.<id>`, and each question, `questions.<id>`: a tablet and a PC that change two
 * questions never disagree, and a move writes the question moved alone. A publication is a record of
 * its own (`grid-version`), whole and for ever.
 *
 * Other fields: `title`, `source`, `pilot` (texts in two languages), `code`, `kind`, `unit`, `scoring`,
 * `target`, `method`, `basedOn` (`form@version` it was duplicated from), `status`, and
 * `carried.<format>`, what an import set aside for the way back.
 */
export interface Grid {
  readonly id: string
  /** `retired`: no longer offered; what was filled in with it stays. */
  readonly status: GridStatus
  readonly basedOn: string
  /** The draft as a form; its version is 0, for it is none yet. */
  readonly draft: Form
}

const GRID_STATUSES = ['open', 'retired'] as const
type GridStatus = (typeof GRID_STATUSES)[number]

/** A section or a question as stored: itself, and where it stands. */
export interface Placed {
  /** Sorts among its neighbours; between two of them one more always fits. */
  readonly order: number
}
export type PlacedSection = Omit<Section, 'questions'> & Placed
export type PlacedQuestion = { readonly section: string; readonly question: Question } & Placed

export function readGrid(id: string, fields: Fields): Grid {
  const questions = placedQuestions(fields)
  const target = numberField(fields, 'target')
  const pilot = readText(fields.pilot)
  const method = METHODS.find((each) => each === fields.method)
  const carried = readCarried(fields)
  return {
    id,
    status: codeField(fields, 'status', GRID_STATUSES, 'open'),
    basedOn: textField(fields, 'basedOn'),
    draft: {
      id,
      version: 0,
      kind: codeField(fields, 'kind', FORM_KINDS, 'audit'),
      code: textField(fields, 'code'),
      title: readText(fields.title) ?? { fr: '', en: '' },
      unit: codeField(fields, 'unit', OBSERVATION_UNITS, 'structure'),
      source: readText(fields.source) ?? { fr: '', en: '' },
      scoring: codeField(fields, 'scoring', SCORINGS, 'pooled'),
      ...(target === undefined ? {} : { target }),
      ...(pilot ? { pilot } : {}),
      ...(method ? { method } : {}),
      ...(carried ? { carried } : {}),
      sections: placedSections(fields).map(({ order: _, ...section }) => ({
        ...section,
        questions: questions
          .filter((each) => each.section === section.id)
          .map(({ question }) => question),
      })),
    },
  }
}

/** Sections in order; one that cannot be read is left out rather than taking the screen down. */
export function placedSections(fields: Fields): readonly PlacedSection[] {
  return [...fieldsBelow(fields, 'sections.')]
    .flatMap(([id, value]) => {
      const read = asFields(value)
      const title = read && readText(read.title)
      // The members were read one by one where they decide something; the rest travels as it came.
      return read && title ? [{ ...read, id, title, order: orderOf(read) } as PlacedSection] : []
    })
    .sort(byOrder)
}

export function placedQuestions(fields: Fields): readonly (PlacedQuestion & { id: string })[] {
  return [...fieldsBelow(fields, 'questions.')]
    .flatMap(([id, value]) => {
      const read = asFields(value)
      if (!read || !isQuestion(read.question)) return []
      const question = read.question as unknown as Question
      return [{ id, section: textField(read, 'section'), question, order: orderOf(read) }]
    })
    .sort(byOrder)
}

/** The fields of a new grid that says what a form says. */
export function gridFields(form: Form): Fields {
  const fields: Record<string, Json> = {
    title: { ...form.title },
    source: { ...form.source },
    code: form.code,
    kind: form.kind,
    unit: form.unit,
    scoring: form.scoring ?? 'pooled',
    target: form.target ?? null,
    pilot: form.pilot ? { ...form.pilot } : null,
    method: form.method ?? null,
    basedOn: form.version > 0 ? `${form.id}@${form.version}` : '',
    status: 'open',
  }
  for (const [format, members] of Object.entries(form.carried ?? {})) {
    fields[`carried.${format}`] = { ...members }
  }
  form.sections.forEach(({ questions, ...section }, at) => {
    fields[`sections.${section.id}`] = asJson({ ...section, order: (at + 1) * ORDER_STEP })
    questions.forEach((question, index) => {
      fields[`questions.${question.id}`] = asJson({
        section: section.id,
        order: (index + 1) * ORDER_STEP,
        question,
      })
    })
  })
  return fields
}

/** Room left between two neighbours at first. */
export const ORDER_STEP = 1_000

/** A place between two neighbours; after the last when the second is left out. */
export function orderBetween(before: number | undefined, after: number | undefined): number {
  if (after === undefined) return (before ?? 0) + ORDER_STEP
  return before === undefined ? after - ORDER_STEP : (before + after) / 2
}

/** Forms are plain data already; the type of a record's value does not know it. */
export function asJson(value: object): Json {
  return value as Json
}

function asFields(value: Json): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined
}

function readCarried(fields: Fields): Carried | undefined {
  const formats = [...fieldsBelow(fields, 'carried.')].flatMap(([format, value]) => {
    const members = asFields(value)
    return members ? [[format, members] as const] : []
  })
  return formats.length > 0 ? Object.fromEntries(formats) : undefined
}

function readText(value: Json | undefined): Text | undefined {
  const read = value === undefined ? undefined : asFields(value)
  return read && typeof read.fr === 'string' && typeof read.en === 'string'
    ? { fr: read.fr, en: read.en }
    : undefined
}

function orderOf(fields: Fields): number {
  return numberField(fields, 'order') ?? 0
}

function byOrder(
  a: { readonly order: number; readonly id: string },
  b: { readonly order: number; readonly id: string },
): number {
  return a.order - b.order || a.id.localeCompare(b.id)
}
