import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { LEVELS, levelField, type RiskScale, SCALES } from '#domain/adverse-event/risk-scales.ts'
import { recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { paths } from '#src/paths.ts'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import styles from './triage.module.css'
import { useRiskScales } from './use-risk-scales.ts'

const TITLES = {
  gravity: 'matrixGravity',
  frequency: 'matrixFrequency',
} as const satisfies Record<RiskScale, string>

/** The words of each level and the zones, for all the homes of the dispositif; the porteur sets them. */
export function ScalesScreen() {
  const { t } = useTranslation('events')
  const language = useLanguage()
  const { profile, mayWrite, writer, drafts } = useWorkspace()
  const scales = useRiskScales()
  const id = recordId(profile.dispositif.id)
  const editable = mayWrite(bucketId(profile.dispositif.id, 'config'))
  const bound = (field: 'watchFrom' | 'refuseFrom', label: string) => (
    <NumberField
      label={label}
      min={2}
      max={25}
      value={scales.bounds[field]}
      onChange={(value) => {
        if (value !== undefined) reportFailure(writer.set(id, { [`scale.${field}`]: value }))
      }}
    />
  )
  return (
    <Page
      title={t('scales')}
      lead={t('scalesLead')}
      back={{ to: paths.events(), label: t('back') }}
    >
      <div className={styles.levels}>
        {SCALES.map((scale) => (
          <Section key={scale} title={t(TITLES[scale])}>
            <div className={styles.stack}>
              {LEVELS.map((level) =>
                editable ? (
                  <DraftedText
                    key={level}
                    label={t('scalesLevel', { level })}
                    value={scales.word(scale, level, language)}
                    rows={1}
                    draftKey={levelField(scale, level)}
                    drafts={drafts}
                    onFailure={reportFailure}
                    onCommit={async (words) => {
                      await writer.set(id, { [levelField(scale, level)]: words.trim() })
                      return true
                    }}
                  />
                ) : (
                  <p key={level}>
                    <b>{level}</b> {scales.word(scale, level, language)}
                  </p>
                ),
              )}
            </div>
          </Section>
        ))}
      </div>
      <Section title={t('scalesZones')}>
        <p>{t('scalesBounds', { ...scales.bounds })}</p>
        {editable ? (
          <div className={styles.levels}>
            {bound('watchFrom', t('scalesWatchFrom'))}
            {bound('refuseFrom', t('scalesRefuseFrom'))}
          </div>
        ) : null}
        <p className="soft small">{t('criticalityRule')}</p>
      </Section>
    </Page>
  )
}
