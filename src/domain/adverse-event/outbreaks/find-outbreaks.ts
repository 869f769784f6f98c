import { addDays, type Day } from '../../shared/day.ts'

/** One person ill, by the day of the first signs. */
export interface InfectionCase {
  readonly id: string
  readonly on: Day
}

/** Days on end where every case stands in a window that reaches the threshold. */
export interface Outbreak {
  readonly from: Day
  readonly to: Day
  /** The day the threshold was first reached: from then on it is to be reported. */
  readonly metOn: Day
  readonly cases: readonly InfectionCase[]
}

/**
 * Outbreaks among the cases of one home and one kind: every window of `days` calendar days with at
 * least `cases` of them, windows that share a case being one outbreak. Cases may come in any order.
 * Rule R-EI-11.
 */
export function findOutbreaks(
  found: readonly InfectionCase[],
  threshold: { readonly cases: number; readonly days: number },
): readonly Outbreak[] {
  const sorted = found.toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id))
  const outbreaks: { first: number; last: number; metOn: Day }[] = []
  let start = 0
  sorted.forEach((one, index) => {
    const opens = addDays(one.on, 1 - threshold.days)
    while ((sorted[start]?.on ?? one.on) < opens) start += 1
    if (index - start + 1 < threshold.cases) return
    const current = outbreaks.at(-1)
    if (current && start <= current.last) current.last = index
    else outbreaks.push({ first: start, last: index, metOn: one.on })
  })
  return outbreaks.map(({ first, last, metOn }) => {
    const cases = sorted.slice(first, last + 1)
    return { from: cases[0]?.on ?? metOn, to: cases.at(-1)?.on ?? metOn, metOn, cases }
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
