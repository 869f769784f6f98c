import { useTranslation } from 'react-i18next'
import { quoted } from '#domain/shared/text.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { chosenLabels } from './chosen-labels.ts'
import styles from './events.module.css'
import type { EventRow } from './use-events.ts'

/** What was declared, as it was declared: the words are the person's, between « ». */
export function EventFacts({ row }: { row: EventRow }) {
  const { t } = useTranslation('events')
  const text = useText()
  const language = useLanguage()
  const { event, site, unitName } = row
  const facts = event.answers.get('facts')
  const ticked = (question: string) =>
    chosenLabels(event, question)
      .map((label) => text(label))
      .join(', ')
  const day = event.occurredOn ? formatDay(event.occurredOn, language, 'weekday') : ''
  const occurred = day
    ? t(event.occurredAt ? 'occurredAt' : 'occurredDay', { day, clock: event.occurredAt })
    : t('unknownDay')
  const lines = [
    { term: t('details'), words: ticked('details') },
    { term: t('measures'), words: ticked('measures') },
    { term: t('occurred'), words: occurred },
    { term: t('where'), words: [site?.name, unitName].filter(Boolean).join(', ') },
  ].filter(({ words }) => words !== '')
  return (
    <Section title={t('facts')}>
      {typeof facts === 'string' && facts.trim() !== '' ? (
        <p className={styles.quote}>{quoted(facts, language)}</p>
      ) : (
        <p className="soft">{t('noFacts')}</p>
      )}
      <dl className={styles.lines}>
        {lines.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
