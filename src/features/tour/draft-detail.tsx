import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#ui/button-link.tsx'
import { useText } from '#ui/i18n.ts'
import { fillingPath } from './filling-words.ts'
import type { HomeFilling } from './home-view.ts'
import styles from './round.module.css'
import { useLeftAt } from './use-left-at.ts'

/** Where a filling was left, and the way back to that very criterion. */
export function DraftDetail({ filling }: { filling: HomeFilling }) {
  const { t } = useTranslation('tour')
  const text = useText()
  const question = useLeftAt(filling)
  return (
    <div>
      {question && (
        <p className={styles.left}>
          {t('stoppedAt', { code: question.id, label: text(question.label) })}
        </p>
      )}
      <ButtonLink tone="quiet" to={fillingPath(filling)}>
        {t('resume')}
      </ButtonLink>
    </div>
  )
}
