import { useTranslation } from 'react-i18next'
import styles from './level-badge.module.css'

interface LevelBadgeProps {
  readonly level: 1 | 2 | 3 | 4 | 5
  readonly word: string
  /** In a dense list: the figure alone is drawn, the word is still read aloud. */
  readonly hideWord?: boolean | undefined
}

/** Figure, darkness and word say the same thing: it survives grey printing and any colour vision. */
export function LevelBadge({ level, word, hideWord = false }: LevelBadgeProps) {
  const { t } = useTranslation('ui')
  return (
    <span className={styles.badge} data-level={level}>
      <span className={styles.tile} aria-hidden="true">
        {level}
      </span>
      <span className="sr">{t('level', { level })}, </span>
      <span className={hideWord ? 'sr' : undefined}>{word}</span>
    </span>
  )
}
