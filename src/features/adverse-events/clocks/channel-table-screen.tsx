import { useTranslation } from 'react-i18next'
import type { ChannelStep } from '#domain/adverse-event/channels/channel.ts'
import { CHANNEL_TABLE } from '#domain/adverse-event/channels/channel-table.ts'
import { GRAVE_CATEGORIES, GRAVE_CODES } from '#domain/adverse-event/channels/grave-categories.ts'
import { paths } from '#src/paths.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useText } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import styles from './clocks.module.css'
import { ReadingsSection } from './readings-section.tsx'

/** The router's table as a jurist reads it: case, authority, delay, proof, text, and what is not sure. */
export function ChannelTableScreen() {
  const { t } = useTranslation('event-clocks')
  const text = useText()
  return (
    <Page
      title={t('tableTitle')}
      lead={t('tableLead')}
      back={{ to: paths.events(), label: t('tableBack') }}
    >
      <div className={styles.table}>
        <DataTable
          caption={t('tableTitle')}
          hideCaption
          columns={[
            { key: 'channel', label: t('columnChannel') },
            { key: 'when', label: t('columnWhen') },
            { key: 'authority', label: t('columnAuthority') },
            { key: 'steps', label: t('columnSteps') },
            { key: 'law', label: t('columnLaw') },
          ]}
          rows={CHANNEL_TABLE.map((channel) => ({
            id: channel.code,
            cells: {
              channel: text(channel.title),
              when: text(channel.when),
              authority: text(channel.authority),
              steps: (
                <ul className={styles.steps}>
                  {channel.steps.map((step) => (
                    <li key={step.code}>
                      <StepLine step={step} />
                    </li>
                  ))}
                </ul>
              ),
              law: (
                <>
                  {channel.law} {channel.mark === 'to-verify' ? <VerifyTag /> : null}
                </>
              ),
            },
          }))}
        />
        <Section title={text({ fr: 'D01 à D11', en: 'D01 to D11' })}>
          <dl className={styles.codes}>
            {GRAVE_CODES.map((code) => (
              <div key={code}>
                <dt>{code}</dt>
                <dd>{text(GRAVE_CATEGORIES[code])}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <ReadingsSection />
        <Section title={t('internal')}>
          <p>{t('internalText')}</p>
          <p className="soft small">{t('outbreakRule')}</p>
          <p className="soft small">{t('hoursRule')}</p>
        </Section>
      </div>
    </Page>
  )
}

function StepLine({ step }: { step: ChannelStep }) {
  const { t } = useTranslation('event-clocks')
  const text = useText()
  const { delay } = step
  const words =
    delay.kind === 'at-once'
      ? t('delayAtOnce')
      : delay.kind === 'hours'
        ? t('delayHours', { count: delay.hours })
        : delay.kind === 'months'
          ? t('delayMonths', { count: delay.months })
          : t('delayUnset')
  return (
    <>
      {text(step.title)} : <b>{words}</b>. {text(step.proof)}.{' '}
      {step.mark === 'to-verify' ? <VerifyTag /> : null}
    </>
  )
}

function VerifyTag() {
  const { t } = useTranslation('event-clocks')
  return <Tag tone="watch">{t('source')}</Tag>
}
