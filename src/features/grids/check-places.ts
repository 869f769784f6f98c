import type { FormFault } from '#domain/form/check-form.ts'
import { type Expr, refsOf } from '#domain/form/expr.ts'
import { type ExprFault, exprFaults } from '#domain/form/expr-faults.ts'
import { allQuestions, type Form, isGroup, type Question, type Section } from '#domain/form/form.ts'
import type { FormWarning } from '#domain/form/lint-form.ts'
import { criteriaFor } from '#domain/tracer/audience.ts'

/** Where a check is put right: a place of the page, or of the sheet of a question. */
export interface CheckPlace {
  /** Name of the `Place`. */
  readonly name: string
  /** The question whose sheet holds it: that of the group for a question of its rows. */
  readonly question?: { readonly section: string; readonly id: string }
}

/** The place a fault or a warning leads to; undefined for what no screen of the editor shows. */
export function placeOfCheck(form: Form, check: FormFault | FormWarning): CheckPlace | undefined {
  const [first] = form.sections
  const inFirst = (part: string) => first && inSection(first.id, part)
  const to = (id: string, part: string) => inQuestion(form, id, part)
  switch (check.kind) {
    case 'no-section':
      return { name: 'sections:add' }
    case 'no-question':
    case 'no-criterion':
      return inFirst('add')
    case 'unit-of-kind':
      return { name: 'head:unit' }
    case 'duplicate-section':
      return inSection(check.id, 'title')
    case 'empty-section':
      return inSection(check.id, 'add')
    case 'person-not-asked':
      return inFirst('audience')
    case 'no-easy-words': {
      const [criterion] = criteriaFor(form, 'person')
      return criterion && to(criterion.id, 'easy')
    }
    case 'not-easy':
      return to(check.id, 'easy')
    case 'duplicate-choice':
    case 'no-choice':
    case 'answer-without-words':
    case 'scale-not-counted':
      return to(check.id, 'choices')
    case 'empty-group':
      return to(check.id, 'rows')
    case 'min-above-max':
      return to(check.id, 'bounds')
    case 'not-filled':
    case 'group-in-group':
      return to(check.id, 'type')
    case 'file-not-taken':
      return to(check.id, 'accepts')
    case 'unused':
      return to(check.id, 'value')
    case 'default-refused':
      return to(check.id, 'default')
    case 'no-answer-fits':
      return to(check.id, 'rules')
    case 'never-asked':
    case 'always-asked':
    case 'reads-later':
      return conditionOf(form, check.id)
    case 'unknown-reference':
      return whereExpr(form, check.from, (expr) => refsOf(expr).includes(check.to))
    case 'expression':
      return whereExpr(form, check.id, (expr) => hasFault(form, expr, check.fault))
    case 'cycle':
      return whereExpr(form, check.path[0] ?? '', (expr) =>
        refsOf(expr).some((id) => check.path.includes(id)),
      )
    case 'bad-id':
    case 'duplicate-question':
    case 'no-label':
    case 'same-words':
      return to(check.id, 'label')
  }
}

function inSection(id: string, part: string): CheckPlace {
  return { name: `section:${id}:${part}` }
}

interface Standing {
  readonly section: Section
  /** The one whose sheet opens. */
  readonly top: Question
  readonly own: Question
}

/** Of two questions of one name, the one of a row is put right: its code was given by hand to nobody. */
function find(form: Form, id: string): Standing | undefined {
  const all = form.sections.flatMap((section) =>
    section.questions.flatMap((top): readonly Standing[] => [
      { section, top, own: top },
      ...(isGroup(top) ? top.questions.map((own) => ({ section, top, own })) : []),
    ]),
  )
  return all.findLast(({ own }) => own.id === id)
}

function inQuestion(form: Form, id: string, part: string): CheckPlace | undefined {
  const found = find(form, id)
  return (
    found && {
      name: `${id}:${part}`,
      question: { section: found.section.id, id: found.top.id },
    }
  )
}

/** Its own condition, or that of its part when it has none. */
function conditionOf(form: Form, id: string): CheckPlace | undefined {
  const found = find(form, id)
  if (found && found.own.relevance === undefined && found.section.relevance !== undefined) {
    return inSection(found.section.id, 'condition')
  }
  return inQuestion(form, id, 'condition')
}

/** The part of a question, or of its section, whose expression is meant. */
function whereExpr(
  form: Form,
  id: string,
  isMeant: (expr: Expr) => boolean,
): CheckPlace | undefined {
  const found = find(form, id)
  if (!found) return undefined
  const { section, own } = found
  if (section.relevance !== undefined && isMeant(section.relevance)) {
    return inSection(section.id, 'condition')
  }
  const parts: readonly (readonly [string, readonly (Expr | undefined)[]])[] = [
    ['value', own.type === 'calculated' ? [own.value] : []],
    ['rules', (own.constraints ?? []).map(({ test }) => test)],
    ['default', [own.default]],
    ['required', [own.required]],
    ['choices', 'choices' in own ? own.choices.map(({ relevance }) => relevance) : []],
  ]
  const part = parts.find(([, exprs]) =>
    exprs.some((expr) => expr !== undefined && isMeant(expr)),
  )?.[0]
  return inQuestion(form, id, part ?? 'condition')
}

function hasFault(form: Form, expr: Expr, fault: ExprFault): boolean {
  const questions = allQuestions(form)
  const known = {
    ids: new Set(questions.map(({ id }) => id)),
    groups: new Set(questions.filter(isGroup).map(({ id }) => id)),
  }
  return exprFaults(expr, known).some((each) => JSON.stringify(each) === JSON.stringify(fault))
}
