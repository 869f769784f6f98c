import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import type { Analysis, AnalysisDecision } from '#domain/adverse-event/analysis/analysis.ts'
import { addDays } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import styles from './analysis.module.css'
import { MemberList } from './member-list.tsx'
import { useAnalysisWriter } from './use-analysis.ts'

/** Proposed deadline of an action decided in session (R-PAC-2), then of its evaluation. */
const DUE_IN_DAYS = 30
const EVALUATE_IN_DAYS = 90

/** What was decided in session, and the line of the PACQ each one becomes. */
export function DecisionsPart({ analysis, editable }: { analysis: Analysis; editable: boolean }) {
  const { t } = useTranslation('event-analysis')
  const language = useLanguage()
  const today = useToday()
  const [evaluateOn, setEvaluateOn] = useState<string>(addDays(today, EVALUATE_IN_DAYS))
  return (
    <MemberList
      analysis={analysis}
      collection="decisions"
      title={t('decisions')}
      field={t('decisionsField')}
      editable={editable}
      items={analysis.decisions.map((decision) => ({
        id: decision.id,
        words: decision.words,
        line: (
          <div className={styles.decision}>
            <span>
              {decision.words}
              {decision.evaluateOn
                ? `, ${t('decisionEvaluated', { day: formatDay(decision.evaluateOn, language) })}`
                : ''}
            </span>
            <DecisionAction analysis={analysis} decision={decision} editable={editable} />
          </div>
        ),
      }))}
      extraFields={{ action: '', evaluateOn }}
      extras={
        <DateField label={t('decisionEvaluate')} value={evaluateOn} onChange={setEvaluateOn} />
      }
    />
  )
}

function DecisionAction({
  analysis,
  decision,
  editable,
}: {
  analysis: Analysis
  decision: AnalysisDecision
  editable: boolean
}) {
  const { t } = useTranslation('event-analysis')
  const { writer } = useWorkspace()
  const { set } = useAnalysisWriter(analysis)
  const today = useToday()
  const [isMaking, setMaking] = useState(false)

  async function make() {
    setMaking(true)
    try {
      const { id } = await writer.create('action', analysis.site, {
        title: decision.words,
        source: 'adverse-event',
        sourceRecord: analysis.event,
        status: 'todo',
        pilot: '',
        createdOn: today,
        dueOn: addDays(today, DUE_IN_DAYS),
      })
      await set({
        [`decisions.${decision.id}`]: {
          words: decision.words,
          evaluateOn: decision.evaluateOn ?? '',
          action: id,
        },
      })
    } finally {
      setMaking(false)
    }
  }

  if (decision.action) return <Link to={paths.action(decision.action)}>{t('decisionInPlan')}</Link>
  if (!editable) return null
  return (
    <Button icon={ListPlus} disabled={isMaking} onClick={() => reportFailure(make())}>
      {t('decisionMake')}
    </Button>
  )
}
