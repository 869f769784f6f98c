import type { Steps } from '../shared/steps.ts'
import type { FillingStatus } from './filling.ts'

/** A form is filled in, then closed; opening it again is a person's choice. */
export const FILLING_STEPS = {
  draft: ['closed'],
  closed: [],
} as const satisfies Record<FillingStatus, readonly FillingStatus[]> & Steps
