/*
 * A fault is a way the world goes wrong, and one case of it is a pure function of a seed: the same case
 * runs at each commit, in a campaign of hours, and again under the hand of who looks for the cause.
 */

/** What the engine promises (docs/sync.md); each is checked after every case. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6'

/** A promise that did not hold. `about` says which, or what else the case asked for. */
export class Broken extends Error {
  override readonly name = 'Broken'

  constructor(about: Invariant | 'case', detail: string) {
    super(about === 'case' ? detail : `${about}: ${detail}`)
  }
}

/** Throws `Broken` unless what a case asks for is so. */
export function must(isSo: boolean, detail: string): asserts isSo {
  if (!isSo) throw new Broken('case', detail)
}

export interface FaultBench {
  /** Runs the case of a seed to its end; gives how many faults or positions it went through. */
  run(seed: number): Promise<number>
  close(): Promise<void>
  /** Cases by kind so far, where a machine may not be able to play them all: a kind without a case is said. */
  readonly kinds?: ReadonlyMap<string, number>
}

export interface Fault {
  /** As in docs/campaign.md: `T5`. */
  readonly id: string
  readonly title: string
  /** Cases of each `npm test`. */
  readonly perCommit: number
  /** Of those, how many run on the slowest machine too; one unless told. */
  readonly atLeast?: number
  /** True where the fault is in the data file itself, or in a process that keeps one. */
  readonly onFile?: boolean
  /** What one unit counted by `run` is, for the table: « histories », « kills ». */
  readonly unit: string
  /** Prepares what cases share; cases run one after the other. */
  open(): Promise<FaultBench>
}

/** The bench of cases that share nothing. */
export function lonely(run: FaultBench['run']): () => Promise<FaultBench> {
  return async () => ({ run, close: async () => {} })
}
