import type { Fault } from './fault.ts'
import { convergence } from './t01-convergence.ts'
import { fullStack } from './t02-full-stack.ts'

/** In the order of docs/campaign.md. */
export const ALL_FAULTS: readonly Fault[] = [convergence, fullStack]
