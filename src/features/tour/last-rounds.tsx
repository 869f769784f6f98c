import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { resultPath, useFillingWords } from './filling-words.ts'
import styles from './home.module.css'
import type { HomeFilling } from './home-view.ts'

const FIRST_ROWS = 5

/** The last ones closed, each with its rate and its n; small counts stay counts. */
export function LastRounds({ fillings }: { fillings: readonly HomeFilling[] }) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const closed = fillings
    .filter(({ filling }) => filling.status === 'closed')
    .sort((a, b) => (b.filling.heldOn ?? '').localeCompare(a.filling.heldOn ?? ''))
    .slice(0, FIRST_ROWS)
  const words = useFillingWords(closed)
  if (closed.length === 0) return <p className={styles.quiet}>{t('lastEmpty')}</p>
  return (
    <ul className={styles.rows}>
      {closed.map((filling) => (
        <li key={filling.filling.id}>
          <Link to={resultPath(filling)}>{words.title(filling)}</Link>
          <span className={styles.quiet}>
            {filling.filling.heldOn && formatDay(filling.filling.heldOn, language)}
          </span>
          <b>{words.result(filling)}</b>
        </li>
      ))}
    </ul>
  )
}
