import { Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Frame } from '../frame.tsx'
import type { PhoneStore } from '../phone-store.ts'
import { sentence, useTexts } from '../use-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { FrameCode } from './frame-code.tsx'
import styles from './hand-over.module.css'
import { useFrames } from './use-frames.ts'

/** Long enough for a camera to settle on each code, short enough to hold two devices still. */
const FRAME_MS = 900

/**
 * The sealed envelopes of this phone, code by code, for a tablet's camera. They turn by themselves
 * unless the person asked for less movement. Nothing leaves the phone's store: it says « reçu » when the
 * server has answered it, whatever the tablet did.
 */
export function HandOverScreen({
  store,
  only,
  onBack,
}: {
  readonly store: Pick<PhoneStore, 'waiting'>
  /** One envelope, by its id; all that wait when absent. */
  readonly only?: string | undefined
  readonly onBack: () => void
}) {
  const { language } = useTexts()
  const t = (key: keyof typeof fr, values?: Readonly<Record<string, string | number>>) =>
    sentence(language, { fr, en }[language], key, values)
  const view = useFrames(store, only)
  const [envelope, setEnvelope] = useState(0)
  const [index, setIndex] = useState(0)
  const [isTurning, setTurning] = useState(
    () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  )
  const frames = view.kind === 'ready' ? (view.envelopes[envelope] ?? []) : []
  const { length } = frames

  useEffect(() => {
    if (!isTurning || length < 2) return
    const timer = setInterval(() => setIndex((at) => (at + 1) % length), FRAME_MS)
    return () => clearInterval(timer)
  }, [isTurning, length])

  const turn = (by: 1 | -1) => {
    setTurning(false)
    setIndex((index + by + length) % length)
  }
  const text = frames[index % Math.max(1, length)]
  const place = { index: index + 1, count: length }
  const envelopes = view.kind === 'ready' ? view.envelopes.length : 0

  return (
    <Frame
      title={t('title')}
      lead={t('lead')}
      foot={
        <Button wide onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      {view.kind === 'nothing' && <p role="status">{t('nothing')}</p>}
      {text !== undefined && (
        <>
          <FrameCode text={text} label={t('frameLabel', place)} />
          <p className={styles.count}>{t('frame', place)}</p>
          {length > 1 && (
            <div className={styles.steps}>
              <Button onClick={() => turn(-1)}>{t('previous')}</Button>
              <Button onClick={() => turn(1)}>{t('next')}</Button>
              <Button icon={isTurning ? Pause : Play} onClick={() => setTurning(!isTurning)}>
                {t(isTurning ? 'pause' : 'play')}
              </Button>
            </div>
          )}
          {envelopes > 1 && (
            <Button
              wide
              onClick={() => {
                setEnvelope((envelope + 1) % envelopes)
                setIndex(0)
              }}
            >
              {t('nextEnvelope')} ({t('envelopeOf', { index: envelope + 1, count: envelopes })})
            </Button>
          )}
          <p className={styles.still}>{t('stillHere')}</p>
        </>
      )}
    </Frame>
  )
}
