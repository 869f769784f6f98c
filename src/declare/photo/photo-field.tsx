import { Camera, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { fromBase64Url } from '#protocol/base64url.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { sentence, useTexts } from '../use-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import styles from './photo.module.css'
import { shrinkForEnvelope } from './shrink.ts'

/** One photo of what one sees, taken or chosen; it will be sealed with the words. */
export function PhotoField({
  photo,
  onChange,
}: {
  photo: string
  onChange: (photo: string) => void
}) {
  const { language } = useTexts()
  const t = (key: keyof typeof fr) => sentence(language, { fr, en }[language], key)
  const input = useRef<HTMLInputElement>(null)
  const url = usePicture(photo)
  const [isUnreadable, setUnreadable] = useState(false)

  async function take(file: File | undefined) {
    if (!file) return
    const text = await shrinkForEnvelope(file)
    setUnreadable(!text)
    if (text) onChange(text)
  }

  return (
    <div className={styles.photo}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        className="sr"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          take(target.files?.[0]).catch(() => setUnreadable(true))
          target.value = ''
        }}
      />
      {url ? <img src={url} alt={t('alt')} /> : null}
      <Button icon={Camera} wide onClick={() => input.current?.click()}>
        {t(photo ? 'retake' : 'take')}
      </Button>
      {photo ? (
        <Button tone="quiet" icon={X} wide onClick={() => onChange('')}>
          {t('remove')}
        </Button>
      ) : null}
      <p className={styles.help}>{t('help')}</p>
      {isUnreadable ? <Notice tone="watch">{t('unreadable')}</Notice> : null}
    </div>
  )
}

/** An address for the picture while it is shown; the page's policy takes no `data:`. */
function usePicture(photo: string): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!photo) return
    const made = URL.createObjectURL(new Blob([fromBase64Url(photo)], { type: 'image/jpeg' }))
    setUrl(made)
    return () => {
      setUrl(undefined)
      URL.revokeObjectURL(made)
    }
  }, [photo])
  return url
}
