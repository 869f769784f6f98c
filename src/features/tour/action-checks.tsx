import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWorkspace } from '#data/stores-context.ts'
import { type Action, daysLate, isOpen } from '#domain/action-plan/action.ts'
import type { Day } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import styles from './round.module.css'

/** Rows shown before the link to the rest of the plan. */
const FIRST_ROWS = 4

/** Actions to look at on the spot: one tap says it is done, another takes it back. */
export function ActionChecks({ actions, today }: { actions: readonly Action[]; today: Day }) {
  const { t } = useTranslation('tour')
  const hidden = actions.length - FIRST_ROWS
  const [first] = actions
  return (
    <>
      <ul className={styles.checks}>
        {actions.slice(0, FIRST_ROWS).map((action) => (
          <ActionCheck key={action.id} action={action} today={today} />
        ))}
      </ul>
      {hidden > 0 && first && (
        <Link className={styles.rest} to={`${paths.actions()}?etablissement=${first.site}`}>
          {t('moreActions', { count: hidden })}
        </Link>
      )}
    </>
  )
}

function ActionCheck({ action, today }: { action: Action; today: Day }) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const { writer } = useWorkspace()
  const labelId = useId()
  const done = !isOpen(action.status)
  const late = daysLate(action, today)
  const state = done
    ? t('actionDoneToday')
    : late > 0
      ? t('actionLate', { count: late })
      : action.dueOn && t('actionDue', { day: formatDay(action.dueOn, language, 'weekday') })
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={done}
          aria-describedby={labelId}
          onChange={() =>
            reportFailure(
              writer.set(
                action.id,
                done ? { status: 'doing', doneOn: null } : { status: 'done', doneOn: today },
              ),
            )
          }
        />
        <span>{action.title}</span>
      </label>
      <p id={labelId} className={late > 0 ? styles.alert : undefined}>
        {state}
        <Link
          to={paths.action(action.id)}
          aria-label={t('seeActionNamed', { title: action.title })}
        >
          {t('seeAction')}
        </Link>
      </p>
    </li>
  )
}
