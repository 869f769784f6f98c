import type { Mutant } from './instrument.ts'

/** A change after which the file does the same in every case it can meet: nothing can kill it. */
export interface Equivalent {
  readonly file: string
  /** The code changed, as the mutator names it. */
  readonly code: string
  readonly change: string
  readonly why: string
}

/** Left out of the count, each for a reason a reader can check. */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: 'src/protocol/hlc.ts',
    code: 'hlcMs(stamp) > receivedAtMs',
    change: '> to >=',
    why: 'a stamp of the very millisecond of receipt is brought back to itself',
  },
]

/** Why nothing can kill a mutant; undefined when something should. */
export function equivalenceOf({ file, code, change }: Mutant): Equivalent | undefined {
  return EQUIVALENTS.find(
    (known) => known.file === file && known.code === code && known.change === change,
  )
}
