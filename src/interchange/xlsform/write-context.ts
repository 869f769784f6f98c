import { type Expr, SELF } from '#domain/form/expr.ts'
import { allQuestions, type Form } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { exprToXPath, type PrintScope } from '../expressions/expr-to-x-path.ts'
import { faultWords } from '../fault-words.ts'
import type { Notes, Place } from '../notes.ts'
import type { Unsaid } from '../unsaid.ts'
import { asideOf } from './aside.ts'
import type { ListWriter } from './list-writer.ts'
import type { WrittenLanguage } from './sheet-writer.ts'

export interface WriteContext {
  readonly notes: Notes
  readonly languages: readonly WrittenLanguage[]
  /** Names of the file by id: those an import had to change are given back. */
  readonly names: ReadonlyMap<string, string>
  readonly scope: PrintScope
  readonly lists: ListWriter
  /** Formulas XLSForm cannot say, by question. */
  readonly unsaid: Map<string, Unsaid>
}

/** Names as imported, where they are still one to a question. */
export function xlsNames(form: Form): ReadonlyMap<string, string> {
  const questions = allQuestions(form)
  const taken = new Map<string, number>()
  const wanted = questions.map((question) => {
    const { name } = asideOf(question)
    const own = typeof name === 'string' ? name : question.id
    taken.set(own, (taken.get(own) ?? 0) + 1)
    return [question.id, own] as const
  })
  return new Map(wanted.map(([id, own]) => [id, taken.get(own) === 1 ? own : id]))
}

export function printScope(form: Form): PrintScope {
  const lists = new Set(
    allQuestions(form)
      .filter(({ type }) => type === 'multiple')
      .map(({ id }) => id),
  )
  return { isList: (question) => lists.has(question) }
}

/** What a column says of a question, when it says it whole. */
const MEMBERS: Readonly<Record<string, string>> = {
  relevant: 'relevance',
  required: 'required',
  default: 'default',
  calculation: 'value',
}

/** A formula as XLSForm says it; empty, and told, when it cannot. */
export function formulaCell(
  expr: Expr | undefined,
  id: string,
  column: string,
  { scope, names, notes, unsaid }: WriteContext,
): string {
  if (expr === undefined) return ''
  // « . » is the answer of the question whose cell it is: a list of codes when that question asks for one.
  const isList = (name: string) => scope.isList(name === SELF ? id : name)
  const written = exprToXPath(expr, { isList })
  if (written.ok) {
    return written.value.replace(
      /\$\{([^}]+)\}/g,
      (_, ref: string) => `\${${names.get(ref) ?? ref}}`,
    )
  }
  const place: Place = { sheet: 'survey', column: `${column} (${id})` }
  const why = faultWords(written.error)
  const member = MEMBERS[column]
  if (member) unsaid.set(id, { ...unsaid.get(id), [member]: expr as unknown as Json })
  notes.add(member ? 'kept-aside' : 'lost', 'expression-unsaid', place, {
    why: why.fr,
    whyEn: why.en,
  })
  return ''
}
