import { useTranslation } from 'react-i18next'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { actionFromCriterion } from '#domain/action-plan/action-from-criterion.ts'
import { PILOT_TEXTS } from '#domain/action-plan/action-texts.ts'
import type { CriterionRate } from '#domain/epp/rate-criteria.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { recordId } from '#domain/shared/ids.ts'
import { FollowUp } from '#ui/form/follow-up.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import css from './epp-actions.module.css'
import { unitOf } from './unit-of.ts'
import type { EppSetting, Round } from './use-epp.ts'

interface EppActionsProps {
  readonly setting: EppSetting
  readonly round: Round
  readonly rates: readonly CriterionRate[]
  readonly mayWrite: boolean
}

/** Criteria missed in at least one file, each one tap away from the PACQ. */
export function EppActions({ setting, round, rates, mayWrite }: EppActionsProps) {
  const { t } = useTranslation('epp')
  const { writer } = useWorkspace()
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const { form, actions } = setting
  const { filling } = round
  const missed = rates.filter(({ k, n }) => k < n)
  const create = (criterion: CriterionQuestion, found: string) =>
    writer.create(
      'action',
      filling.site,
      actionFromCriterion({
        form,
        criterion,
        answer: 'no',
        comment: `${text(criterion.label).replace(/\.$/, '')} : ${found}`,
        record: filling.id,
        today,
        language,
      }),
    )
  return (
    <Section title={t('actions')} level={3}>
      {missed.length === 0 && <p>{t('noAction')}</p>}
      <ul>
        {missed.map(({ criterion, k, n }) => {
          const own = actions.filter(
            ({ sourceRecord, sourceQuestion }) =>
              sourceRecord === filling.id && sourceQuestion === criterion.id,
          )
          const found = t('found', { k, n, ...unitOf(form) })
          return (
            <li key={criterion.id} className={css.row}>
              <p className={css.words}>
                {text(criterion.label)} <span className="soft">{found}</span>
              </p>
              {mayWrite ? (
                <FollowUp
                  code={criterion.id}
                  actions={own}
                  pilots={PILOT_TEXTS.map(text)}
                  onCreate={() => reportFailure(create(criterion, found))}
                  onChange={(action, fields) => reportFailure(writer.set(recordId(action), fields))}
                />
              ) : (
                own.map(({ id, title }) => <p key={id}>{t('actionLine', { title })}</p>)
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
