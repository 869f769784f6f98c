import type { Fault } from './fault.ts'

export interface Failure {
  readonly seed: number
  readonly message: string
}

export interface Outcome {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly firstSeed: number
  readonly cases: number
  /** Faults gone through, in the fault's own unit. */
  readonly units: number
  readonly seconds: number
  readonly failures: readonly Failure[]
  /** Cases by kind, where a machine may not be able to play them all. */
  readonly kinds: Readonly<Record<string, number>>
}

export interface Budget {
  readonly firstSeed: number
  /** Ends at whichever comes first. */
  readonly cases: number
  readonly seconds: number
  readonly stopped: () => boolean
  /** Failures after which the fault is left; three unless told. */
  readonly patience?: number
}

/** A fault found thrice needs no fourth. */
const ENOUGH_FAILURES = 3

/** Bytes of an answer may be quoted: a failure stays readable. */
const MESSAGE_LENGTH = 400

/** Runs cases one after the other, their seeds counting up, within a budget; `atLeast` in any case. */
export async function runFault(fault: Fault, budget: Budget): Promise<Outcome> {
  const begun = performance.now()
  const elapsed = () => (performance.now() - begun) / 1_000
  const failures: Failure[] = []
  const stray: unknown[] = []
  const onStray = (reason: unknown) => stray.push(reason)
  process.on('unhandledRejection', onStray)
  let cases = 0
  let units = 0
  const atLeast = Math.min(fault.atLeast ?? 1, budget.cases)
  const bench = await fault.open()
  try {
    while (cases < atLeast || (cases < budget.cases && elapsed() < budget.seconds)) {
      if (budget.stopped() || failures.length >= (budget.patience ?? ENOUGH_FAILURES)) break
      const seed = (budget.firstSeed + cases) >>> 0
      try {
        units += await bench.run(seed)
        if (stray.length > 0) throw stray.splice(0)[0]
      } catch (error) {
        failures.push({ seed, message: wordsOf(error) })
      }
      cases++
    }
  } finally {
    // What a bench finds when it closes is told of its last case.
    await bench.close().catch((error: unknown) => {
      failures.push({ seed: (budget.firstSeed + cases - 1) >>> 0, message: wordsOf(error) })
    })
    process.off('unhandledRejection', onStray)
  }
  const { id, title, unit } = fault
  const { firstSeed } = budget
  const kinds = Object.fromEntries(bench.kinds ?? [])
  return { id, title, unit, firstSeed, cases, units, seconds: elapsed(), failures, kinds }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [, at = ''] =
    /\n\s+at (.*tests\/faults\/(?!fault\.ts|invariants).*)/.exec(error.stack ?? '') ?? []
  return `${error.name}: ${error.message.slice(0, MESSAGE_LENGTH)}${at && ` (${at.trim()})`}`
}
