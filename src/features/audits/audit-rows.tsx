import { memo } from 'react'
import type { Question } from '#domain/form/form.ts'
import css from './audit-rows.module.css'
import { CriterionInHand } from './criterion-in-hand.tsx'
import { CriterionRow } from './criterion-row.tsx'
import type { AuditSetting } from './use-audit.ts'
import type { AuditFlowState } from './use-audit-flow.ts'

interface AuditRowsProps {
  readonly setting: AuditSetting
  readonly flow: AuditFlowState
  readonly questions: readonly Question[]
}

/**
 * Answered: one line. In hand: large. Ahead: soft. What is in hand keeps one key, which no question may
 * have: the same buttons serve every criterion, and a tap draws words, not a page.
 */
export const AuditRows = memo(function AuditRows({ setting, flow, questions }: AuditRowsProps) {
  return (
    <ol className={css.rows}>
      {questions.map((question) =>
        question.id === flow.current?.id ? (
          <li key="in hand">
            <CriterionInHand setting={setting} flow={flow} question={question} />
          </li>
        ) : (
          <li key={question.id}>
            <CriterionRow setting={setting} flow={flow} question={question} />
          </li>
        ),
      )}
    </ol>
  )
})
