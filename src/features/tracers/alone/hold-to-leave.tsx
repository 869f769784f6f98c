import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './alone.module.css'

/** Long enough that a hand resting on the tablet, or a curious tap, does not open the rest. */
export const HOLD_MS = 3_000

/** The way out of the professional: a button held, with a finger or with a key. */
export function HoldToLeave({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('tracers')
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!isHeld) return undefined
    const timer = setTimeout(onLeave, HOLD_MS)
    return () => clearTimeout(timer)
  }, [isHeld, onLeave])
  const release = () => setHeld(false)
  return (
    <button
      type="button"
      className={css.leave}
      data-held={isHeld || undefined}
      onPointerDown={() => setHeld(true)}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onBlur={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && setHeld(true)}
      onKeyUp={release}
    >
      {t('aloneLeave')}
    </button>
  )
}
