import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { reviewPath } from '#src/paths.ts'
import { Tag } from '#ui/tag.tsx'
import css from './disputed-sign.module.css'
import type { AuditContext } from './use-audit.ts'

interface DisputedSignProps {
  readonly context: AuditContext
  readonly question: string
}

/** Two tablets answered this criterion differently: said where it is read, settled in « À revoir ». */
export function DisputedSign({ context: { snapshot }, question }: DisputedSignProps) {
  const { t } = useTranslation('audits')
  const field = `answers.${question}`
  if (!snapshot.disputed.includes(field)) return null
  return (
    <Link to={`${reviewPath(snapshot.id)}&champ=${encodeURIComponent(field)}`} className={css.sign}>
      <Tag tone="watch" icon={CircleAlert}>
        {t('disputed')}
      </Tag>
    </Link>
  )
}
