import { useTranslation } from 'react-i18next'
import type { Action } from '#domain/action-plan/action.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import styles from './plan.module.css'
import { ProgressStops } from './progress-stops.tsx'

/** The follow-up as the direction reads it: no field that looks switched off. */
export function ActionReading({ action }: { action: Action }) {
  const { t } = useTranslation('actions')
  const language = useLanguage()
  return (
    <>
      <Section title={t('sectionFollow')}>
        <ProgressStops status={action.status} />
        {action.doneOn && (
          <p className={styles.typing}>
            {t('doneOn', { day: formatDay(action.doneOn, language) })}
          </p>
        )}
      </Section>
      <Section title={t('sectionWho')}>
        <p>{action.pilot === '' ? t('noPilot') : action.pilot}</p>
        <p>{action.dueOn ? formatDay(action.dueOn, language) : t('noDue')}</p>
      </Section>
      {action.effect !== '' && (
        <Section title={t('sectionEffect')}>
          <p>{action.effect}</p>
        </Section>
      )}
    </>
  )
}
