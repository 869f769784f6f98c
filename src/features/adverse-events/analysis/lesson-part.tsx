import { useTranslation } from 'react-i18next'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import { Section } from '#ui/section.tsx'
import styles from './analysis.module.css'
import { TextPart } from './text-part.tsx'

/** The five whys, then what is kept of it all, without a name. */
export function LessonPart({ analysis, editable }: { analysis: Analysis; editable: boolean }) {
  const { t } = useTranslation('event-analysis')
  return (
    <Section title={t('lesson')}>
      <div className={styles.stack}>
        <TextPart
          analysis={analysis}
          field="title"
          label={t('lessonTitle')}
          value={analysis.title}
          editable={editable}
          rows={1}
        />
        <TextPart
          analysis={analysis}
          field="lesson"
          label={t('lessonField')}
          hint={t('lessonHint')}
          value={analysis.lesson}
          editable={editable}
          rows={5}
        />
      </div>
    </Section>
  )
}

export function WhysPart({ analysis, editable }: { analysis: Analysis; editable: boolean }) {
  const { t } = useTranslation('event-analysis')
  if (!editable && analysis.whys.every((why) => why === '')) return null
  // One more field than answers: the next « pourquoi » comes when the one before is written.
  const asked = Math.min(5, analysis.whys.findLastIndex((why) => why !== '') + 2)
  return (
    <Section title={t('whys')}>
      <div className={styles.stack}>
        {analysis.whys.slice(0, asked).map((why, index) => (
          <TextPart
            // biome-ignore lint/suspicious/noArrayIndexKey: the rank is the identity of a « pourquoi »
            key={index}
            analysis={analysis}
            field={`whys.${index + 1}`}
            label={t('why', { rank: index + 1 })}
            value={why}
            editable={editable}
          />
        ))}
      </div>
    </Section>
  )
}
