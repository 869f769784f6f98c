import { ChevronRight, KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Action } from '#domain/action-plan/action.ts'
import { ACTION_SOURCE_TEXTS } from '#domain/action-plan/action-texts.ts'
import type { Day } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { useText } from '#ui/i18n.ts'
import { Tag } from '#ui/tag.tsx'
import { ActionDue } from './action-due.tsx'
import styles from './plan.module.css'
import { ProgressStops } from './progress-stops.tsx'

interface ActionRowProps {
  readonly action: Action
  readonly siteName: string
  readonly today: Day
  readonly unsent: boolean
  readonly disputed: boolean
}

/** One line of the plan: a row of a table in the office, a stack on a phone. */
export function ActionRow({ action, siteName, today, unsent, disputed }: ActionRowProps) {
  const { t } = useTranslation('actions')
  const text = useText()
  const origin = [
    action.number,
    text(ACTION_SOURCE_TEXTS[action.source]),
    action.sourceQuestion && t('criterion', { question: action.sourceQuestion }),
  ].filter((part) => part !== '')

  return (
    <li className={styles.action}>
      <div className={styles.what}>
        <h3>
          <Link to={paths.action(action.id)}>{action.title}</Link>
        </h3>
        <p className={styles.origin}>
          <span>{origin.join(', ')}</span>
          {action.imperatif !== '' && (
            <Tag tone="alert" icon={KeyRound} outlined>
              {t('imperatif', { number: action.imperatif })}
            </Tag>
          )}
          {disputed && <Tag tone="watch">{t('disputed')}</Tag>}
          {unsent && <Tag tone="plain">{t('unsent')}</Tag>}
        </p>
      </div>
      <dl className={styles.facts}>
        <dt>{t('columnSite')}</dt>
        <dd className={styles.where}>{siteName}</dd>
        <dt>{t('columnPilot')}</dt>
        <dd className={styles.who}>{action.pilot === '' ? t('noPilot') : action.pilot}</dd>
        <dt>{t('columnDue')}</dt>
        <dd className={styles.due}>
          <ActionDue action={action} today={today} />
        </dd>
        <dt>{t('columnProgress')}</dt>
        <dd className={styles.progress}>
          <ProgressStops status={action.status} />
          {action.effect !== '' && <small>{action.effect}</small>}
        </dd>
      </dl>
      <ChevronRight className={styles.chevron} aria-hidden="true" />
    </li>
  )
}
