import type { StorePlace } from '#sync-server/store/open-store.ts'

/** One value of a row, and where it lies. */
export interface Cell {
  readonly table: string
  readonly column: string
  readonly value: unknown
}

/** A row of any table: its values, and its rank in the table where the engine has one. */
export interface AnyRow {
  readonly table: string
  readonly cells: readonly Cell[]
  /** All of it as one text, to look for a trace in. */
  readonly text: string
}

/** Every row of every table of a data file, rank included, as who holds the file would read it. */
export async function tablesOf({ dataFolder }: StorePlace): Promise<readonly AnyRow[]> {
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const database = new DatabaseSync(`${dataFolder}/escale.sqlite`, { readOnly: true })
  const all = (sql: string) => database.prepare(sql).all() as Record<string, unknown>[]
  try {
    const tables = all(`select name, sql from sqlite_schema where type = 'table'`)
    return tables.flatMap(({ name, sql }) => {
      const table = String(name)
      const rank = /without rowid/i.test(String(sql)) ? '' : 'rowid as "(rank)", '
      return all(`select ${rank}* from "${table}"`).map((row) => ({
        table,
        cells: Object.entries(row).map(([column, value]) => ({ table, column, value })),
        text: JSON.stringify(row),
      }))
    })
  } finally {
    database.close()
  }
}

/**
 * How much one order looks like another, -1 to 1 (Spearman): near 0 when they have nothing to do with
 * each other. With 20 values, chance alone passes 0.9 about once in ten million.
 */
export function likeness(values: readonly (number | string)[]): number {
  const n = values.length
  const sorted = values
    .map((value, at) => ({ value, at }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
  if (new Set(values).size < n) return 0 // equal values tell no order
  const distance = sorted.reduce((sum, { at }, rank) => sum + (rank - at) ** 2, 0)
  return 1 - (6 * distance) / (n * (n * n - 1))
}
