/*
 * The same figures by another road, for the tests alone: no formula of the product is used here.
 * Intervals are found by halving, kappa by counting pairs, its variance by moving each cell a little.
 */

/** Bounds of the score interval: where the observed rate is exactly z standard errors away. */
export function scoreInterval(k: number, n: number, z: number): readonly [number, number] {
  const rate = k / n
  const gap = (p: number) => Math.abs(rate - p) - z * Math.sqrt((p * (1 - p)) / n)
  return [k === 0 ? 0 : halve(gap, rate, 0), k === n ? 1 : halve(gap, rate, 1)]
}

/** The zero between a point inside the interval (gap below 0) and one outside (gap above 0). */
function halve(gap: (p: number) => number, inside: number, outside: number): number {
  let [near, far] = [inside, outside]
  for (let step = 0; step < 200; step += 1) {
    const middle = (near + far) / 2
    if (gap(middle) < 0) near = middle
    else far = middle
  }
  return (near + far) / 2
}

/** Kappa of a table of counts, rows by the first person: chance is counted pair by pair. */
export function countedKappa(table: readonly (readonly number[])[]): number {
  const firsts = table.flatMap((row, i) => row.flatMap((count) => Array<number>(count).fill(i)))
  const seconds = table.flatMap((row) => row.flatMap((count, j) => Array<number>(count).fill(j)))
  let agreed = 0
  let byChance = 0
  firsts.forEach((code, at) => {
    if (code === seconds[at]) agreed += 1
    byChance += seconds.filter((other) => other === code).length
  })
  const n = firsts.length
  return (agreed / n - byChance / n ** 2) / (1 - byChance / n ** 2)
}

/** Standard error of kappa by the delta method, with slopes measured rather than derived. */
export function measuredError(table: readonly (readonly number[])[]): number {
  const n = table.flat().reduce((sum, count) => sum + count, 0)
  const shares = table.map((row) => row.map((count) => count / n))
  const step = 1e-6
  let first = 0
  let second = 0
  shares.forEach((row, i) => {
    row.forEach((share, j) => {
      const moved = (by: number) =>
        kappaOfShares(
          shares.map((line, a) => line.map((each, b) => (a === i && b === j ? each + by : each))),
        )
      const slope = (moved(step) - moved(-step)) / (2 * step)
      first += share * slope ** 2
      second += share * slope
    })
  })
  // A variance of nothing may be measured a hair below it.
  return Math.sqrt(Math.max(0, first - second ** 2) / n)
}

function kappaOfShares(shares: readonly (readonly number[])[]): number {
  let agreed = 0
  let byChance = 0
  shares.forEach((row, i) => {
    agreed += row[i] ?? 0
    const rowSum = row.reduce((sum, share) => sum + share, 0)
    byChance += rowSum * shares.reduce((sum, line) => sum + (line[i] ?? 0), 0)
  })
  return (agreed - byChance) / (1 - byChance)
}
