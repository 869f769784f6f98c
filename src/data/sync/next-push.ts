import { LIMITS } from '#protocol/limits.ts'
import type { Op } from '#protocol/op.ts'
import { type LocalState, pendingOps } from '../local-state.ts'
import type { KeptOp } from '../stored-shapes.ts'

export interface NextPush {
  readonly from: number
  readonly declared: number
  readonly ops: readonly Op[]
  /** Numbers after what the server holds that are nowhere here: said lost, so that the rest passes. */
  readonly lost: readonly number[]
}

interface PushBounds {
  readonly limit?: number
  /** Numbers from here on belong to a double of this device: they are neither sent nor declared. */
  readonly below?: number
}

/**
 * The operations to send now, in order and without a hole, at most `limit` of them and 256 KB; a
 * larger one travels alone. It starts at the first one unanswered, or right after what the server
 * holds. Numbers this device gave and no longer has are named, never jumped in silence.
 */
export function nextPush(
  state: LocalState,
  { limit = LIMITS.opsPerPush, below = Number.POSITIVE_INFINITY }: PushBounds = {},
): NextPush {
  const declared = Math.min(state.author.value.declared, below - 1)
  const pending = pendingOps(state).filter(({ n }) => n < below)
  return pushAfter(declared, state.sync.value.serverLast, pending, limit)
}

/** All of `nextPush`, one after the other, as rounds would send them if each were answered. */
export function allPushes(state: LocalState): readonly NextPush[] {
  const pushes: NextPush[] = []
  let left = pendingOps(state)
  let place = state.sync.value.serverLast
  do {
    const push = pushAfter(state.author.value.declared, place, left, LIMITS.opsPerPush)
    pushes.push(push)
    left = left.slice(push.ops.length)
    place = Math.max(place, push.from + push.ops.length - 1)
  } while (left.length > 0)
  return pushes
}

function pushAfter(
  declared: number,
  serverLast: number,
  pending: readonly KeptOp[],
  limit: number,
): NextPush {
  const next = pending[0]?.n ?? declared + 1
  const lost = numbersBetween(serverLast, next).slice(0, LIMITS.lostPerPush)
  const from = Math.min(next, serverLast + lost.length + 1)
  const ops: Op[] = []
  let bytes = 0
  for (const [index, { n, op }] of pending.entries()) {
    if (n !== from + index || ops.length >= limit) break
    bytes += new TextEncoder().encode(JSON.stringify(op)).byteLength
    if (ops.length > 0 && bytes > LIMITS.pushBytes) break
    ops.push(op)
  }
  return { from, declared, ops, lost }
}

function numbersBetween(after: number, before: number): number[] {
  return Array.from({ length: Math.max(0, before - after - 1) }, (_, index) => after + 1 + index)
}
