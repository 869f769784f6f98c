import type { Steps } from '../shared/steps.ts'
import type { VisitStatus } from './visit.ts'

/** A stop that is planned takes place, or does not: the one is not ahead of the other. */
export const VISIT_STEPS = {
  planned: ['done', 'cancelled'],
  done: [],
  cancelled: [],
} as const satisfies Record<VisitStatus, readonly VisitStatus[]> & Steps
