import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Handover } from '#data/bundle/handover.ts'
import { unpackEnvelope } from '#protocol/handed-envelope.ts'
import { addFrame, type FrameSet, joinFrames, missingFrames } from '#protocol/qr-frames.ts'
import { type CameraFault, watchCodes } from './watch-codes.ts'

export type ScanView =
  | { readonly kind: 'scanning'; readonly set: FrameSet | undefined; readonly sawOther: boolean }
  | { readonly kind: 'kept' | 'already' | 'broken' | 'disk' }
  | { readonly kind: 'no-camera'; readonly fault: CameraFault }

const BEGIN: ScanView = { kind: 'scanning', set: undefined, sawOther: false }

/** One envelope from the first code seen to the envelope kept; `restart` forgets the codes seen. */
export function useScan(handover: Handover, video: RefObject<HTMLVideoElement | null>) {
  const [view, setView] = useState<ScanView>(BEGIN)
  const seen = useRef<FrameSet | undefined>(undefined)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn opens the camera anew.
  useEffect(() => {
    const element = video.current
    if (!element) return
    const stop = new AbortController()
    const finish = async (set: FrameSet) => {
      stop.abort()
      setView({ kind: await keep(handover, set) })
    }
    const onTexts = (texts: readonly string[]) => {
      for (const text of texts) {
        const { news, set } = addFrame(seen.current, text)
        seen.current = set
        if (news === 'other-set') setView({ kind: 'scanning', set, sawOther: true })
        if (news !== 'added' || !set) continue
        setView({ kind: 'scanning', set, sawOther: false })
        if (missingFrames(set).length > 0) continue
        finish(set).catch(() => setView({ kind: 'disk' }))
        return
      }
    }
    watchCodes(element, stop.signal, onTexts).then(
      (fault) => {
        if (fault) setView({ kind: 'no-camera', fault })
      },
      () => setView({ kind: 'no-camera', fault: 'reader' }),
    )
    return () => stop.abort()
  }, [handover, video, turn])

  const restart = useCallback(() => {
    seen.current = undefined
    setView(BEGIN)
    setTurn((before) => before + 1)
  }, [])
  return { view, restart }
}

async function keep(handover: Handover, set: FrameSet): Promise<'kept' | 'already' | 'broken'> {
  const bytes = await joinFrames(set)
  const handed = bytes && unpackEnvelope(bytes)
  return handed ? handover.keepEnvelope(handed.token, handed.envelope) : 'broken'
}
