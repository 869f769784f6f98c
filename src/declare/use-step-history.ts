import { useEffect, useRef } from 'react'

/**
 * The Back button of the phone goes one step back, as « Retour » does, instead of leaving a
 * declaration half-way. Each step is one entry of the history, which holds its depth and nothing
 * else: no word, and an address that does not change, so that no token enters a path.
 *
 * `onMove` takes the phone to a depth one goes back (or forward) to; false when it may not, and the
 * history is put back where the phone stands. The history lives outside React, hence the effects.
 */
export function useStepHistory(depth: number, onMove: (depth: number) => boolean): void {
  const wanted = useRef(depth)
  const move = useRef(onMove)
  useEffect(() => {
    move.current = onMove
  })

  useEffect(() => {
    wanted.current = depth
    const at = depthOf(history.state)
    if (depth < at) history.go(depth - at)
    for (let next = at + 1; next <= depth; next += 1) history.pushState({ depth: next }, '')
  }, [depth])

  useEffect(() => {
    const follow = (event: PopStateEvent) => {
      const to = depthOf(event.state)
      // The phone has already moved there: this is the history catching up.
      if (to === wanted.current) return
      if (!move.current(to)) history.go(wanted.current - to)
    }
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
}

function depthOf(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('depth' in state)) return 0
  return typeof state.depth === 'number' ? state.depth : 0
}
