import { useTranslation } from 'react-i18next'
import css from './alone.module.css'
import { Listen } from './listen.tsx'

const WORDS = {
  hello: {
    title: 'aloneHello',
    lines: ['aloneHello1', 'aloneHello2', 'aloneHello3'],
    goOn: 'aloneBegin',
  },
  pause: { title: 'alonePauseTitle', lines: ['alonePause1', 'alonePause2'], goOn: 'aloneGoOn' },
  end: { title: 'aloneEnd', lines: ['aloneEnd1', 'aloneEnd2'], goOn: undefined },
} as const

interface AlonePauseProps {
  readonly kind: keyof typeof WORDS
  readonly onGoOn: () => void
  readonly onBack: () => void
}

/** Before the questions, between two, and after the last: short sentences and one thing to do. */
export function AlonePause({ kind, onGoOn, onBack }: AlonePauseProps) {
  const { t } = useTranslation('tracers')
  const { title, lines, goOn } = WORDS[kind]
  const words = lines.map((line) => t(line))
  return (
    <>
      <div className={css.rest}>
        <h1 className={css.ask}>{t(title)}</h1>
        {words.map((line) => (
          <p key={line} className={css.explain}>
            {line}
          </p>
        ))}
        <Listen words={[t(title), ...words].join(' ')} />
      </div>
      <div className={css.moves}>
        {goOn ? (
          <button type="button" className={css.next} onClick={onGoOn}>
            {t(goOn)}
          </button>
        ) : (
          <button type="button" className={css.move} onClick={onBack}>
            {t('aloneBack')}
          </button>
        )}
      </div>
    </>
  )
}
