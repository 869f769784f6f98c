import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import { type Action, daysLate, readAction } from '#domain/action-plan/action.ts'
import { ACTION_STATUS_TEXTS } from '#domain/action-plan/action-texts.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { addDays } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { canMakeActions } from './event-rights.ts'
import styles from './events.module.css'

/** Proposed deadline of an action born of an event (R-PAC-2). */
const DUE_IN_DAYS = 30

export function EventActions({ event }: { event: AdverseEvent }) {
  const { t } = useTranslation('events')
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const { writer, profile } = useWorkspace()
  const [isMaking, setMaking] = useState(false)
  const actions = useRecords('action', event.site)
    .map(({ id, scope, fields }) => readAction(id, scope, fields))
    .filter(({ sourceRecord }) => sourceRecord === event.id)

  async function make() {
    setMaking(true)
    try {
      // Actions are read more widely than events: the account of the facts never goes along.
      await writer.create('action', event.site, {
        title: t('actionTitle', {
          reference: event.reference,
          family: text(FAMILY_TEXTS[event.family]),
        }),
        source: 'adverse-event',
        sourceRecord: event.id,
        status: 'todo',
        pilot: '',
        createdOn: today,
        dueOn: addDays(today, DUE_IN_DAYS),
      })
    } finally {
      setMaking(false)
    }
  }

  const stateOf = (action: Action) => {
    const late = daysLate(action, today)
    if (late > 0) return t('actionLate', { count: late })
    return action.dueOn ? t('actionDue', { day: formatDay(action.dueOn, language) }) : ''
  }

  return (
    <Section title={t('actions')}>
      {actions.length === 0 ? <p className="soft">{t('actionsNone')}</p> : null}
      <ul className={styles.actions}>
        {actions.map((action) => (
          <li key={action.id}>
            <Link to={paths.action(action.id)}>{action.title}</Link>
            <span className="soft small">
              {[text(ACTION_STATUS_TEXTS[action.status]), action.pilot, stateOf(action)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {canMakeActions(profile.person.role) ? (
        <Button icon={ListPlus} disabled={isMaking} onClick={() => reportFailure(make())}>
          {t('makeAction')}
        </Button>
      ) : null}
    </Section>
  )
}
