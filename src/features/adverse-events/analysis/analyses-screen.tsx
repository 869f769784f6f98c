import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isWorthAnalysis } from '#domain/adverse-event/analysis/propose-instance.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { paths } from '#src/paths.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useText } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { useEvents } from '../use-events.ts'
import styles from './analysis.module.css'
import { ANALYSIS_WORDS } from './analysis-screen.tsx'
import { useAnalyses } from './use-analysis.ts'

/** What is being analysed, and the graver events among which the next meeting chooses. */
export function AnalysesScreen() {
  const { t } = useTranslation('event-analysis')
  const text = useText()
  const { rows } = useEvents()
  const analyses = useAnalyses()
  const analysed = new Set(analyses.map(({ event }) => event))
  const rowOf = (id: string) => rows.find(({ event }) => event.id === id)
  const candidates = rows.filter(
    ({ event }) =>
      !analysed.has(event.id) &&
      (event.status === 'triaged' || event.status === 'analysis') &&
      isWorthAnalysis(event, 0) === 'grave',
  )
  return (
    <Page
      title={t('listTitle')}
      lead={t('listLead')}
      back={{ to: paths.events(), label: t('listBack') }}
    >
      <div className={styles.screen}>
        <Section title={t('running')}>
          {analyses.length === 0 ? (
            <EmptyState text={t('listEmpty')} />
          ) : (
            <DataTable
              caption={t('running')}
              hideCaption
              columns={[
                { key: 'event', label: t('columnEvent') },
                { key: 'home', label: t('columnHome') },
                { key: 'state', label: t('columnState') },
              ]}
              rows={analyses.map((analysis) => {
                const row = rowOf(analysis.event)
                return {
                  id: analysis.id,
                  cells: {
                    event: (
                      <Link to={paths.analysis(analysis.event)}>
                        {analysis.title ||
                          (row ? text(FAMILY_TEXTS[row.event.family]) : t('section'))}
                      </Link>
                    ),
                    home: row?.site?.name ?? '',
                    state: t(ANALYSIS_WORDS[analysis.status]),
                  },
                }
              })}
            />
          )}
        </Section>
        <Section title={t('candidates')}>
          {candidates.length === 0 ? (
            <p className="soft">{t('candidatesEmpty')}</p>
          ) : (
            <ul className={styles.members}>
              {candidates.map(({ event, site }) => (
                <li key={event.id}>
                  <Link to={paths.event(event.id)}>
                    {event.reference}, {text(FAMILY_TEXTS[event.family])}
                  </Link>
                  <span className="soft small">{site?.name}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </Page>
  )
}
