import type { Json } from './json.ts'

/** Which statuses follow which, directly; what is not written is not possible without a person. */
export type Steps = Readonly<Record<string, readonly string[]>>

/**
 * True when `to` lies ahead of `from`, one step or several. False for the same status, for a value
 * that is no status, and for a way back. Steps have no circle: a status is never ahead of itself.
 */
export function isForward(steps: Steps, from: Json, to: Json): boolean {
  if (typeof from !== 'string' || typeof to !== 'string') return false
  const next = Object.hasOwn(steps, from) ? (steps[from] ?? []) : []
  return next.some((step) => step === to || isForward(steps, step, to))
}
