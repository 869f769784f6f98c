import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#domain/action-plan/action.ts'
import { ACTION_SOURCE_TEXTS } from '#domain/action-plan/action-texts.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import styles from './plan.module.css'
import { sourcePath } from './source-path.ts'

export function ActionOrigin({ action }: { action: Action }) {
  const { t } = useTranslation('actions')
  const text = useText()
  const language = useLanguage()
  const from = sourcePath(action)
  const words = [
    action.number,
    text(ACTION_SOURCE_TEXTS[action.source]),
    action.sourceQuestion && t('criterion', { question: action.sourceQuestion }),
    action.createdOn && t('createdOn', { day: formatDay(action.createdOn, language) }),
  ].filter(Boolean)
  return (
    <Section title={t('sectionWhere')}>
      <div className={styles.origins}>
        <p>{words.join(', ')}</p>
        {action.imperatif !== '' && (
          <p>
            <Tag tone="alert" icon={KeyRound} outlined>
              {t('imperatif', { number: action.imperatif })}
            </Tag>
          </p>
        )}
        {action.finding !== '' && <p>{action.finding}</p>}
        {from && (
          <p className={styles.aligned}>
            <ButtonLink tone="quiet" to={from}>
              {t('openSource')}
            </ButtonLink>
          </p>
        )}
      </div>
    </Section>
  )
}
