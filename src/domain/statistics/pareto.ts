/** What is counted, by kind: « criterion C7, 12 files ». */
export interface Counted {
  readonly id: string
  readonly count: number
}

export interface ParetoRow extends Counted {
  /** Share of the whole up to and with this row, 0 to 1, not rounded. */
  readonly cumulated: number
  /** Among the fewest rows that make the wanted share of the whole: where one begins. */
  readonly vital: boolean
}

/** « Most of the effect comes from a few causes »: the usual line of a Pareto chart. */
const VITAL_SHARE = 0.8

/**
 * Counts from the greatest, with their cumulated share (R-PAR-1). Zeros are left out; equal counts
 * keep the order given, so that a chart does not move by itself from one day to the next. `rest` are
 * counted in the whole and have no row: what is masked.
 */
export function pareto(counted: readonly Counted[], rest = 0): readonly ParetoRow[] {
  const rows = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  const total = rows.reduce((sum, { count }) => sum + count, rest)
  let before = 0
  return rows.map(({ id, count }) => {
    const vital = before < VITAL_SHARE * total
    before += count
    return { id, count, cumulated: before / total, vital }
  })
}
