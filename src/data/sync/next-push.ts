import { LIMITS } from '#protocol/limits.ts'
import type { Op } from '#protocol/op.ts'
import { type LocalState, pendingOps } from '../local-state.ts'

export interface NextPush {
  readonly from: number
  readonly declared: number
  readonly ops: readonly Op[]
}

/**
 * The operations to send now, in order and without a hole, at most `limit` of them and 256 KB; a
 * larger one travels alone. It starts at the first one unanswered, or right after what the server
 * holds; nothing goes over a hole, for the server would take what follows as the whole.
 */
export function nextPush(state: LocalState, limit: number): NextPush {
  const declared = state.author.value.declared
  const pending = pendingOps(state)
  const from = Math.min(pending[0]?.n ?? Number.POSITIVE_INFINITY, state.sync.value.serverLast + 1)
  const ops: Op[] = []
  let bytes = 0
  for (const [index, { n, op }] of pending.entries()) {
    if (n !== from + index || ops.length >= limit) break
    bytes += new TextEncoder().encode(JSON.stringify(op)).byteLength
    if (ops.length > 0 && bytes > LIMITS.pushBytes) break
    ops.push(op)
  }
  return { from, declared, ops }
}
