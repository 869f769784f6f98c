import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type StoreApi, useStore } from 'zustand'
import { formatClock } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { StatusLine } from '#ui/status-line.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import css from './saved-line.module.css'
import type { Saving } from './use-answers.ts'

interface SavedLineProps {
  readonly saving: StoreApi<Saving>
  /** A save made before this screen opened, epoch ms. */
  readonly earlier?: number | undefined
  readonly timeZone: string
}

/** A reader hears « saved » once the taps pause, not at each of them. */
const ANNOUNCE_AFTER_MS = 2_000

/** « Enregistré à 14:32:07 sur cette tablette »: the time the disk gave, or the reason it did not. */
export function SavedLine({ saving: store, earlier, timeZone }: SavedLineProps) {
  const saving = useStore(store)
  const { t } = useTranslation(FORM_TEXTS)
  const language = useLanguage()
  const announced = useQuietSaved(saving)
  if (saving.kind === 'failed') {
    return (
      <div role="alert">
        <StatusLine tone="attention">{t(saving.full ? 'saveFull' : 'saveFailed')}</StatusLine>
      </div>
    )
  }
  const savedAt = saving.kind === 'saved' ? saving.savedAt : earlier
  return (
    <>
      {/* Not a live region, or each tap would be read aloud over the next criterion. */}
      <p className={css.saved}>
        <CircleCheck aria-hidden />
        {savedAt === undefined ? (
          <span>{t('savedSoon')}</span>
        ) : (
          <time dateTime={new Date(savedAt).toISOString()}>
            {t('savedAt', { clock: formatClock(savedAt, language, timeZone, true) })}
          </time>
        )}
      </p>
      <span className="sr" role="status">
        {announced ? t('savedAnnounced') : ''}
      </span>
    </>
  )
}

/** True for a moment after the taps pause; a timer is outside React, hence the effect. */
function useQuietSaved(saving: Saving): boolean {
  const [announced, setAnnounced] = useState(false)
  useEffect(() => {
    setAnnounced(false)
    if (saving.kind !== 'saved') return
    const timer = setTimeout(() => setAnnounced(true), ANNOUNCE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [saving])
  return announced
}
