import { type Compilable, CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

type Value = string | number | null
type Row = Readonly<Record<string, Value>>
/** What changes from one run of a query to the next: values by name, lists of them, rows of the same columns. */
type Values = Readonly<Record<string, Value | readonly Value[] | readonly Row[]>>

/** Lengths of a list that a query keeps a text for. */
const KEPT_SHAPES = 100

/**
 * A query that is built and compiled the first time only, once by engine and by length of its lists: a round
 * of a tablet runs the same dozen, and building one costs more than running it. `build` places what it
 * is given in the query and never looks at it: at that moment each value is a hole.
 */
export function compileOnce<V extends Values, R>(
  build: (db: Kysely<Tables>, values: V) => Compilable<R>,
): (db: Kysely<Tables>, values: V) => Promise<readonly R[]> {
  const byEngine = new WeakMap<object, Map<string, CompiledQuery<R>>>()

  const compiledFor = (db: Kysely<Tables>, values: V): CompiledQuery<R> => {
    const engine = db.getExecutor().adapter
    const kept = byEngine.get(engine) ?? new Map<string, CompiledQuery<R>>()
    byEngine.set(engine, kept)
    const shape = shapeOf(values)
    const known = kept.get(shape)
    if (known) return known
    const { sql, parameters } = build(db, holesFor(values)).compile()
    // The tree it was built of is let go: of a long insert, it is some hundred kilobytes.
    const compiled = CompiledQuery.raw(sql, [...parameters]) as CompiledQuery<R>
    if (kept.size < KEPT_SHAPES) kept.set(shape, compiled)
    return compiled
  }

  return async (db, values) => {
    const compiled = compiledFor(db, values)
    const parameters = compiled.parameters.map((one) =>
      one instanceof Hole ? one.fill(values) : one,
    )
    return (await db.executeQuery<R>({ ...compiled, parameters })).rows
  }
}

/** The place of a value, while its query is built. */
class Hole {
  readonly fill: (values: Values) => unknown
  constructor(fill: Hole['fill']) {
    this.fill = fill
  }
}

/** The same names, lists and rows, where each value is its own hole. */
function holesFor<V extends Values>(values: V): V {
  const holes = Object.entries(values).map(([name, value]) => [
    name,
    isList(value)
      ? value.map((item, at) => holeOrRow(item, (given) => (given[name] as typeof value)[at]))
      : new Hole((given) => given[name]),
  ])
  return Object.fromEntries(holes)
}

function holeOrRow(item: Value | Row, find: (values: Values) => Value | Row | undefined) {
  if (item === null || typeof item !== 'object') return new Hole(find)
  const columns = Object.keys(item)
  return Object.fromEntries(
    columns.map((column) => [column, new Hole((given) => (find(given) as Row)[column])]),
  )
}

/** Lengths of the lists, and the columns of their rows: what the text of a query depends on. */
function shapeOf(values: Values): string {
  let shape = ''
  for (const value of Object.values(values)) {
    if (!isList(value)) continue
    const [first] = value
    const columns = first !== null && typeof first === 'object' ? Object.keys(first).join() : ''
    shape += `${value.length} ${columns};`
  }
  return shape
}

function isList(value: Values[string]): value is readonly Value[] | readonly Row[] {
  return Array.isArray(value)
}
