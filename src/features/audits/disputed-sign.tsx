import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { reviewPath } from '#src/paths.ts'
import { Tag } from '#ui/tag.tsx'
import css from './disputed-sign.module.css'

interface DisputedSignProps {
  readonly record: string
  readonly question: string
}

/** Two tablets answered this criterion differently: said where it is read, settled in « À revoir ». */
export function DisputedSign({ record, question }: DisputedSignProps) {
  const { t } = useTranslation('audits')
  const field = encodeURIComponent(`answers.${question}`)
  return (
    <Link to={`${reviewPath(record)}&champ=${field}`} className={css.sign}>
      <Tag tone="watch" icon={CircleAlert}>
        {t('disputed')}
      </Tag>
    </Link>
  )
}
