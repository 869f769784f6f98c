import type { Fault } from './fault.ts'
import { convergence } from './t01-convergence.ts'
import { fullStack } from './t02-full-stack.ts'
import { everyByte } from './t04-every-byte.ts'
import { batches } from './t05-batches.ts'
import { corruption } from './t06-corruption.ts'
import { hostile } from './t07-hostile.ts'
import { clocks } from './t08-clocks.ts'
import { fullDisk } from './t11-full-disk.ts'
import { lostDisk } from './t12-lost-disk.ts'

/** In the order of docs/campaign.md. */
export const ALL_FAULTS: readonly Fault[] = [
  convergence,
  fullStack,
  everyByte,
  batches,
  corruption,
  hostile,
  clocks,
  fullDisk,
  lostDisk,
]
