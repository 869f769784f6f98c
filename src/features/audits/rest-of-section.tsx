import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { criteriaLeft, restAnswers } from '#domain/form/rest-answers.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Sheet } from '#ui/sheet.tsx'
import css from './rest-of-section.module.css'
import type { AuditFlowState } from './use-audit-flow.ts'

const REASONS = ['skipAbsent', 'skipProvider', 'skipNotSeen'] as const

/**
 * What is left of a section at once: conform, or « non applicable » with its reason. An answer given is never
 * overwritten, and each gesture is one step of « Annuler ». A cotation is a judgement for each criterion:
 * scales of points are offered no « tout conforme ».
 */
export const RestOfSection = memo(function RestOfSection({
  flow,
}: {
  readonly flow: AuditFlowState
}) {
  const { t } = useTranslation('audits')
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<string>()
  const { section, audit } = flow
  const left = criteriaLeft(section?.questions ?? [], audit.answers)
  if (!section || left.length === 0) return null
  const conform = [...restAnswers(left, 'met')].map(
    ([id, code]) => [`answers.${id}`, code] as const,
  )
  const conformAll = () => {
    reportFailure(flow.saveFields(Object.fromEntries(conform), flow.current?.id ?? ''))
  }
  const skip = () => {
    const changes = [...restAnswers(left, 'not-applicable')].flatMap(([id, code]) => [
      [`answers.${id}`, code] as const,
      ...(audit.comments.has(id) ? [] : [[`comments.${id}`, reason ?? ''] as const]),
    ])
    const from = flow.current?.id ?? ''
    reportFailure(flow.saveFields(Object.fromEntries(changes), from))
    setOpen(false)
  }
  return (
    <div className={css.rest}>
      {conform.length > 0 && (
        <Button tone="quiet" onClick={conformAll}>
          {t('conformRest', { count: conform.length })}
        </Button>
      )}
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {t('skip')}
      </Button>
      {isOpen && (
        <Sheet
          isOpen
          onClose={() => setOpen(false)}
          title={t('skipTitle', { section: text(section.section.title) })}
        >
          <p>{t('skipExplain', { count: left.length })}</p>
          <ChoiceList
            label={t('skipReason')}
            options={REASONS.map((key) => ({ code: t(key), label: t(key) }))}
            value={reason === undefined ? [] : [reason]}
            onChange={([code]) => setReason(code)}
          />
          <Button tone="primary" size="big" wide disabled={!reason} onClick={skip}>
            {t('skipConfirm', { count: left.length })}
          </Button>
        </Sheet>
      )}
    </div>
  )
})
