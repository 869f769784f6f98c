import type { Steps } from '../shared/steps.ts'
import type { ActionStatus } from './action.ts'

/** The way of an action. Dropped and measured are both ends: the one is not ahead of the other. */
export const ACTION_STEPS = {
  todo: ['doing', 'dropped'],
  doing: ['done', 'dropped'],
  done: ['measured'],
  measured: [],
  dropped: [],
} as const satisfies Record<ActionStatus, readonly ActionStatus[]> & Steps
