import type { Steps } from '../shared/steps.ts'
import type { EventStatus } from './adverse-event.ts'

/** The way of an event, from its declaration to its end. */
export const EVENT_STEPS = {
  declared: ['triaged'],
  triaged: ['analysis'],
  analysis: ['answered'],
  answered: ['closed'],
  closed: [],
} as const satisfies Record<EventStatus, readonly EventStatus[]> & Steps
