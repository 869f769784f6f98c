import { writeCursors } from '#protocol/cursor-text.ts'
import { PROTOCOL } from '#protocol/sync.ts'
import type { LocalStore } from '../local-state.ts'
import type { NextPush } from './next-push.ts'

interface Asked {
  /** False for an app too old for the server's states. */
  readonly pulls: boolean
  /** Records whole, whatever is held of them. */
  readonly whole: boolean
  readonly sums: boolean
}

/** The body of a round: what goes up, and from where the rest is read. Only what is new is said. */
export function roundRequest({ state }: LocalStore, push: NextPush, asked: Asked) {
  const { epoch, serverLast, tag } = state.sync.value
  const { lost, ...sent } = push
  const pushes = hasMore(push) || push.declared > serverLast
  return {
    protocol: PROTOCOL,
    // The tag of the rights tells the epoch; a number is spent under one that is said.
    ...((pushes || !asked.pulls || tag === '') && { epoch }),
    ...(pushes && { push: { ...sent, ...(lost.length > 0 && { lost }) } }),
    ...(asked.pulls && { pull: pullOf(state, asked) }),
  }
}

/** True when something is left to hand over. */
export function hasMore({ ops, lost }: NextPush): boolean {
  return ops.length > 0 || lost.length > 0
}

/** The cursors by their places, once this device knows the rights that give the places. */
export function pullOf(
  { sync }: LocalStore['state'],
  { sums, whole }: Partial<Pick<Asked, 'sums' | 'whole'>> = {},
) {
  const { tag, grants, cursors } = sync.value
  const places = Object.keys(grants)
    .sort()
    .map((bucket) => cursors[bucket] ?? 0)
  const isFirst = places.every((cursor) => cursor === 0)
  const asked = isFirst ? [] : places
  return {
    grants: tag,
    cursors: writeCursors(asked),
    ...(sums && { sums }),
    ...(whole && { whole }),
  }
}
