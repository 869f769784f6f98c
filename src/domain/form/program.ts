import { refsOf } from './expr.ts'
import { type Form, isGroup, type Question, type Section } from './form.ts'

/**
 * A form made ready to be evaluated: every question after those it depends on. `needs` are what its
 * relevance and its computed value read, `checks` what its constraints, obligation and choices read:
 * they decide nothing of another question, so they may turn round without harm.
 */
export interface Program {
  readonly form: Form
  readonly nodes: ReadonlyMap<string, FormNode>
  /** Ids in the order of evaluation. */
  readonly order: readonly string[]
  /** For each question, those whose needs read it. */
  readonly dependents: ReadonlyMap<string, readonly string[]>
  /** For each question, those whose checks read it. */
  readonly checkers: ReadonlyMap<string, readonly string[]>
  /** Chains of needs that come back to their start, named in order; empty in a sound form. */
  readonly cycles: readonly (readonly string[])[]
}

export interface FormNode {
  readonly id: string
  readonly question: Question
  readonly section: Section
  /** The group it repeats in. */
  readonly group: string | undefined
  readonly needs: readonly string[]
  readonly checks: readonly string[]
}

const programs = new WeakMap<Form, Program>()

/**
 * The program of a form, made once for each form object. A form that turns round is given an order
 * all the same (the chain is cut where it closes), for one already stored must open; `checkForm`
 * refuses to publish it.
 */
export function programOf(form: Form): Program {
  const known = programs.get(form)
  if (known) return known
  const nodes = nodesOf(form)
  const { order, cycles } = sort(nodes)
  const program = {
    form,
    nodes,
    order,
    cycles,
    dependents: readersBy(nodes, ({ needs }) => needs),
    checkers: readersBy(nodes, ({ checks }) => checks),
  }
  programs.set(form, program)
  return program
}

function nodesOf(form: Form): ReadonlyMap<string, FormNode> {
  const nodes = new Map<string, FormNode>()
  const add = (question: Question, section: Section, group: string | undefined) => {
    // A doubled id is a fault of the form; the first one stands.
    if (nodes.has(question.id)) return
    nodes.set(question.id, {
      id: question.id,
      question,
      section,
      group,
      needs: unique([
        ...refsOf(section.relevance),
        ...(group === undefined ? [] : [group]),
        ...refsOf(question.relevance),
        ...(question.type === 'calculated' ? refsOf(question.value) : []),
      ]),
      checks: unique([
        ...(question.constraints ?? []).flatMap(({ test }) => refsOf(test)),
        ...refsOf(question.required),
        ...('choices' in question
          ? question.choices.flatMap(({ relevance }) => refsOf(relevance))
          : []),
      ]),
    })
  }
  for (const section of form.sections) {
    for (const question of section.questions) {
      add(question, section, undefined)
      if (isGroup(question)) for (const own of question.questions) add(own, section, question.id)
    }
  }
  return nodes
}

function readersBy(
  nodes: ReadonlyMap<string, FormNode>,
  reads: (node: FormNode) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>()
  for (const node of nodes.values()) {
    for (const id of reads(node)) readers.set(id, [...(readers.get(id) ?? []), node.id])
  }
  return readers
}

/** Depth first from each question in the form's order: needs come out before who needs them. */
function sort(nodes: ReadonlyMap<string, FormNode>) {
  const order: string[] = []
  const cycles: string[][] = []
  const state = new Map<string, 'open' | 'done'>()
  for (const start of nodes.keys()) {
    // A stack of its own: a chain of thousands of questions must not exhaust the engine's.
    const path: { id: string; at: number }[] = []
    const enter = (id: string) => {
      const known = state.get(id)
      if (known === 'open') {
        const from = path.findIndex((step) => step.id === id)
        cycles.push([...path.slice(from).map((step) => step.id), id])
      }
      if (known || !nodes.has(id)) return
      state.set(id, 'open')
      path.push({ id, at: 0 })
    }
    enter(start)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const need = nodes.get(top.id)?.needs[top.at]
      top.at += 1
      if (need !== undefined) enter(need)
      else {
        state.set(top.id, 'done')
        order.push(top.id)
        path.pop()
      }
    }
  }
  return { order, cycles }
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)]
}
