import { Volume2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import css from './alone.module.css'
import { useReadAloud } from './use-read-aloud.ts'

/** Reads the screen aloud; not drawn where the device has no voice of its own. */
export function Listen({ words }: { readonly words: string }) {
  const { t } = useTranslation('tracers')
  const readAloud = useReadAloud()
  if (!readAloud) return null
  return (
    <button type="button" className={css.move} onClick={() => readAloud(words)}>
      <Volume2 aria-hidden="true" />
      {t('aloneListen')}
    </button>
  )
}
