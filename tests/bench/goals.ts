import type { Measures } from './measure-size.ts'

interface Goal {
  readonly name: string
  readonly value: number
  readonly atMost: number
  readonly isMet: boolean
}

/** The goals of issue 3 that were set for a size, against what was measured. */
export function goalsOf(sizes: Readonly<Record<string, Measures>>, records: number): Goal[] {
  const measures = sizes[records]
  if (!measures) return []
  const { ratios } = measures
  const small = sizes[Math.min(1_000, records)]
  const growth = small ? measures.ours.m3OneMs / small.ours.m3OneMs : 1
  const growthOfBytes = small ? measures.ours.m3OneBytes / small.ours.m3OneBytes : 1
  const list: [string, number, number][] = [
    ['m1', ratios.m1, 0.25],
    ['m1_bytes', ratios.m1_bytes, 0.85],
    ['m2_push', ratios.m2_push, 1.2],
    ['m2_edit_p95', ratios.m2_edit_p95, 0.75],
    ['m3_ms', ratios.m3_ms, 0.7],
    ['m3_bytes', ratios.m3_bytes, 0.8],
    ['m3_ms against 1,000 records', growth, 1.1],
    ['m3_bytes against 1,000 records', growthOfBytes, 1.1],
    ['m4_recent_p95', ratios.m4_recent_p95, 0.1],
    ['m4_group', ratios.m4_group, 0.01],
    ['m5', ratios.m5, records <= 5_000 ? 1.2 : 2],
  ]
  return list.map(([name, value, atMost]) => ({ name, value, atMost, isMet: value <= atMost }))
}

/** A line by measure: ours, the baseline's, the ratio. */
export function printSize(size: string, { ours, baseline, ratios }: Measures): void {
  console.log(`\n${size} records${' '.repeat(20)}ours      baseline`)
  for (const [name, value] of Object.entries(ours)) {
    const other = baseline[name as keyof typeof baseline]
    console.log(`  ${name.padEnd(22)}${shown(value)}${shown(other)}`)
  }
  console.log(`  ratios ${JSON.stringify(ratios)}`)
}

function shown(value: number): string {
  const text = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
  return text.padStart(13)
}
