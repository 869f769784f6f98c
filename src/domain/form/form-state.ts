import type { Day } from '../shared/day.ts'
import type { Json } from '../shared/json.ts'
import { evaluateExpr, holds, isFilled, type Scope } from './evaluate-expr.ts'
import { type Expr, SELF } from './expr.ts'
import { type Answers, type Constraint, type Form, isGroup, rowKey } from './form.ts'
import { type FormNode, type Program, programOf } from './program.ts'

/**
 * A form with its answers, evaluated. Keys are those of `Answers`. A value is the answer of a question
 * that is asked, or what a calculation gives: a hidden question has none, though its answer is kept
 * (R-FOR-1).
 */
export interface FormState {
  readonly program: Program
  readonly answers: Answers
  readonly today: Day | undefined
  readonly asked: ReadonlySet<string>
  readonly values: ReadonlyMap<string, Json>
  readonly required: ReadonlySet<string>
  /** The first constraint each wrong answer does not satisfy. */
  readonly broken: ReadonlyMap<string, Constraint>
  /** Rows of each group, in the order they were added. */
  readonly rows: ReadonlyMap<string, readonly string[]>
  /** Keys evaluated by the last step: what an answer costs. */
  readonly evaluated: readonly string[]
}

/** Evaluates everything. `today` is the day the form is filled in for. */
export function evaluateForm(form: Form, answers: Answers, today?: Day): FormState {
  const program = programOf(form)
  return new Run(program, answers, today, undefined).step(new Map(program.order.map(whole)))
}

/**
 * The state after some answers changed; `null` empties one. Only what depends on them is evaluated,
 * in the form's order of computation, and the outcome is that of evaluating everything.
 */
export function answerForm(state: FormState, changes: Answers): FormState {
  const answers = new Map(state.answers)
  const dirty: Dirty = new Map()
  for (const [key, value] of changes) {
    if (value === null) answers.delete(key)
    else answers.set(key, value)
    const [id = '', row, own] = key.split('.')
    dirty.set(id, 'all')
    if (row !== undefined && own !== undefined) addRow(dirty, own, row)
  }
  return new Run(state.program, answers, state.today, state).step(dirty)
}

/** What an expression reads in this state, in a row of a group when given. */
export function scopeOf(state: Reading, row?: { group: string; id: string }, self?: Json): Scope {
  const { program, values, rows, today } = state
  const rowsOf = (group: string) => rows.get(group) ?? []
  return {
    today,
    ...(row ? { position: rowsOf(row.group).indexOf(row.id) + 1 } : {}),
    read: (question) => {
      if (question === SELF) return self ?? null
      const group = program.nodes.get(question)?.group
      if (group === undefined) return values.get(question) ?? null
      if (group === row?.group) return values.get(rowKey(group, row.id, question)) ?? null
      // Rows without an answer give none: a row that comes empty changes nothing outside.
      return rowsOf(group).flatMap((id) => [values.get(rowKey(group, id, question))].filter(isHere))
    },
    rows: (group) => rowsOf(group).map((id) => scopeOf(state, { group, id })),
  }
}

function isHere(value: Json | undefined): value is Json {
  return isFilled(value)
}

type Reading = Pick<FormState, 'program' | 'values' | 'rows' | 'today'>

/** What to evaluate: every row of a question, or some. A question outside groups is always `all`. */
type Dirty = Map<string, 'all' | Set<string>>

const whole = (id: string) => [id, 'all'] as const

function addRow(dirty: Dirty, id: string, row: string): void {
  const known = dirty.get(id)
  if (known === 'all') return
  if (known) known.add(row)
  else dirty.set(id, new Set([row]))
}

/** One evaluation under way; its maps are its own until `step` hands them out. */
class Run implements Reading {
  readonly values: Map<string, Json>
  readonly rows: ReadonlyMap<string, readonly string[]>
  private readonly asked: Set<string>
  private readonly required: Set<string>
  private readonly broken: Map<string, Constraint>
  private readonly evaluated: string[] = []
  /** Whether a section applies, asked once a run: its needs come before all its questions. */
  private readonly sections = new Map<string, boolean>()

  readonly program: Program
  readonly today: Day | undefined
  private readonly answers: Answers
  private readonly before: FormState | undefined

  constructor(
    program: Program,
    answers: Answers,
    today: Day | undefined,
    before: FormState | undefined,
  ) {
    this.program = program
    this.today = today
    this.answers = answers
    this.before = before
    this.values = new Map(before?.values)
    this.asked = new Set(before?.asked)
    this.required = new Set(before?.required)
    this.broken = new Map(before?.broken)
    this.rows = rowsByGroup(program, answers)
  }

  step(dirty: Dirty): FormState {
    const toCheck: Dirty = new Map()
    for (const id of this.program.order) {
      const which = dirty.get(id)
      const node = this.program.nodes.get(id)
      if (!which || !node) continue
      toCheck.set(id, which)
      const changed = this.instances(node, which).filter((row) => this.evaluate(node, row))
      if (changed.length === 0) continue
      this.spread(node, changed, this.program.dependents.get(id), dirty)
      this.spread(node, changed, this.program.checkers.get(id), toCheck)
    }
    for (const [id, which] of toCheck) {
      const node = this.program.nodes.get(id)
      if (node) for (const row of this.instances(node, which)) this.check(node, row)
    }
    const { program, answers, today, asked, values, required, broken, rows, evaluated } = this
    return { program, answers, today, asked, values, required, broken, rows, evaluated }
  }

  /** Rows to evaluate, those that have just gone included; `undefined` for a lone question. */
  private instances(node: FormNode, which: 'all' | Set<string>): readonly (string | undefined)[] {
    if (node.group === undefined) return [undefined]
    if (which !== 'all') return [...which]
    const gone = this.before?.rows.get(node.group) ?? []
    return [...new Set([...gone, ...(this.rows.get(node.group) ?? [])])]
  }

  /** True when the value changed. */
  private evaluate(node: FormNode, row: string | undefined): boolean {
    const key = keyOf(node, row)
    this.evaluated.push(key)
    const isAsked = this.isAsked(node, row)
    if (isAsked) this.asked.add(key)
    else this.asked.delete(key)
    const value = isAsked ? this.valueOf(node, row, key) : null
    const known = this.values.get(key) ?? null
    if (value === null) this.values.delete(key)
    else this.values.set(key, value)
    return !isSame(known, value)
  }

  private isAsked(node: FormNode, row: string | undefined): boolean {
    if (node.group !== undefined) {
      if (!this.asked.has(node.group)) return false
      if (!this.rows.get(node.group)?.includes(row ?? '')) return false
    }
    let applies = this.sections.get(node.section.id)
    if (applies === undefined) {
      applies = this.test(node.section.relevance, scopeOf(this))
      this.sections.set(node.section.id, applies)
    }
    return applies && this.test(node.question.relevance, this.scope(node, row))
  }

  private valueOf(node: FormNode, row: string | undefined, key: string): Json {
    if (node.question.type === 'calculated') {
      return evaluateExpr(node.question.value, this.scope(node, row))
    }
    if (isGroup(node.question)) return this.rows.get(node.id) ?? []
    return this.answers.get(key) ?? null
  }

  private check({ question, ...node }: FormNode, row: string | undefined): void {
    const key = keyOf(node, row)
    this.required.delete(key)
    this.broken.delete(key)
    if (!this.asked.has(key)) return
    const value = this.values.get(key) ?? null
    const scope = this.scope(node, row, value)
    if (question.required !== undefined && this.test(question.required, scope)) {
      this.required.add(key)
    }
    if (!isFilled(value)) return
    const wrong = question.constraints?.find(({ test }) => !holds(evaluateExpr(test, scope)))
    if (wrong) this.broken.set(key, wrong)
  }

  /** Marks who reads a changed question: the same rows in its own group, everything else whole. */
  private spread(
    node: FormNode,
    rows: readonly (string | undefined)[],
    readers: readonly string[] = [],
    dirty: Dirty,
  ): void {
    for (const id of readers) {
      const isNeighbour =
        node.group !== undefined && this.program.nodes.get(id)?.group === node.group
      if (!isNeighbour) dirty.set(id, 'all')
      else for (const row of rows) addRow(dirty, id, row ?? '')
    }
  }

  private scope({ group }: Pick<FormNode, 'group'>, row: string | undefined, self?: Json): Scope {
    return scopeOf(this, group === undefined ? undefined : { group, id: row ?? '' }, self)
  }

  private test(expr: Expr | undefined, scope: Scope): boolean {
    return expr === undefined || holds(evaluateExpr(expr, scope))
  }
}

function keyOf({ id, group }: Pick<FormNode, 'id' | 'group'>, row: string | undefined): string {
  return group === undefined ? id : rowKey(group, row ?? '', id)
}

function rowsByGroup({ nodes }: Program, answers: Answers): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const key of answers.keys()) {
    if (!key.includes('.')) continue
    const [group = '', row, own] = key.split('.')
    if (row === undefined || own === undefined || nodes.get(own)?.group !== group) continue
    const known = found.get(group)
    if (known) known.add(row)
    else found.set(group, new Set([row]))
  }
  return new Map([...found].map(([group, rows]) => [group, [...rows].sort()]))
}

function isSame(a: Json, b: Json): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
