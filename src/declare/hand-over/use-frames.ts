import { useEffect, useState } from 'react'
import { packEnvelope } from '#protocol/handed-envelope.ts'
import { cutInFrames } from '#protocol/qr-frames.ts'
import type { PhoneStore, Waiting } from '../phone-store.ts'

export type FramesView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ready'; readonly envelopes: readonly (readonly string[])[] }

/** The frames of each envelope that waits on this phone, or of one of them. */
export function useFrames(store: Pick<PhoneStore, 'waiting'>, only?: string): FramesView {
  const [view, setView] = useState<FramesView>({ kind: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const show = (next: FramesView) => {
      if (isCurrent) setView(next)
    }
    framesOf(store, only).then(
      (envelopes) =>
        show(envelopes.length > 0 ? { kind: 'ready', envelopes } : { kind: 'nothing' }),
      () => show({ kind: 'nothing' }), // a store that was lost reopens at the next try
    )
    return () => {
      isCurrent = false
    }
  }, [store, only])
  return view
}

async function framesOf(store: Pick<PhoneStore, 'waiting'>, only: string | undefined) {
  const waiting = await store.waiting()
  const shown = waiting.filter(({ envelope }) => only === undefined || envelope.id === only)
  return Promise.all(shown.map((each: Waiting) => cutInFrames(packEnvelope(each))))
}
