import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Carried, Handover } from '#data/bundle/handover.ts'
import { useWorkspace } from '#data/stores-context.ts'

export type HandoverView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly handover: Handover }

/** The rendez-vous of this profile; its code is read when the page first asks. */
export function useHandover(): HandoverView {
  const workspace = useWorkspace()
  const [view, setView] = useState<HandoverView>({ kind: 'loading' })
  const open = useCallback(() => {
    setView({ kind: 'loading' })
    workspace.handover().then(
      (handover) => setView({ kind: 'ready', handover }),
      () => setView({ kind: 'failed', retry: open }), // its file could not be had: asked again on a tap
    )
  }, [workspace])
  useEffect(open, [open])
  return view
}

/** What this device carries for others. */
export function useCarried(handover: Handover): readonly Carried[] {
  return useSyncExternalStore(handover.subscribe, handover.carried)
}
