import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen } from '#domain/action-plan/action.ts'
import { rateCriteria } from '#domain/epp/rate-criteria.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { isSameForm } from '#domain/results/same-form-rounds.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import css from './cell-dock.module.css'
import { answersByFile } from './cells.ts'
import type { EppSetting } from './use-epp.ts'

interface EarlierRateProps {
  readonly setting: EppSetting
  readonly round: Filling
  readonly criterion: CriterionQuestion
}

/** The round before, beside the criterion: its count, and the action still open. Files are not the same ones. */
export function EarlierRate({ setting, round, criterion }: EarlierRateProps) {
  const { t } = useTranslation('epp')
  const language = useLanguage()
  const { form, previous, actions } = setting
  const rates = useMemo(
    () => (previous ? rateCriteria(form, answersByFile(previous.filling, previous.files)) : []),
    [form, previous],
  )
  if (!previous || !isSameForm(previous.filling, round)) return null
  const rate = rates.find((each) => each.criterion.id === criterion.id)
  const open = actions.filter(
    ({ sourceRecord, sourceQuestion, status }) =>
      sourceRecord === previous.filling.id && sourceQuestion === criterion.id && isOpen(status),
  )
  return (
    <>
      {rate && rate.n > 0 && (
        <p className={css.before}>{t('earlierRate', { k: rate.k, n: rate.n })}</p>
      )}
      {open.map(({ id, title, dueOn }) => (
        <p key={id} className={css.before}>
          {t('actionLine', { title })}
          {dueOn && `, ${t('earlierDue', { day: formatDay(dueOn, language, 'short') })}`}
        </p>
      ))}
    </>
  )
}
