import { useTranslation } from 'react-i18next'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { type Action, daysLate, isOpen } from '#domain/action-plan/action.ts'
import type { Question } from '#domain/form/form.ts'
import { AnswerTag } from '#ui/form/answer-tag.tsx'
import { FilledPhotoView } from '#ui/form/filled-photo-view.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import css from './earlier-answer.module.css'
import { roundName } from './round-name.ts'
import type { AuditSetting } from './use-audit.ts'

interface EarlierAnswerProps {
  readonly setting: AuditSetting
  readonly question: Question
}

/** The round before, beside the criterion: answer, words, photo, and the action still open. */
export function EarlierAnswer({ setting, question }: EarlierAnswerProps) {
  const { t } = useTranslation('audits')
  const language = useLanguage()
  const { photos } = useWorkspace()
  const { previous, actions } = setting
  const answer = previous?.answers.get(question.id)
  if (!previous || answer === undefined) return <p className={css.none}>{t('earlierNone')}</p>
  const comment = previous.comments.get(question.id)
  const photo = previous.photos.find((each) => each.question === question.id)
  const open = actions.filter(
    (action) =>
      action.sourceRecord === previous.id &&
      action.sourceQuestion === question.id &&
      isOpen(action.status),
  )
  const day = previous.closedOn ?? previous.heldOn
  return (
    <div className={css.before}>
      <div>
        <p className={css.round}>
          <Ordinals>
            {t('earlierRound', {
              round: roundName(t, previous.round),
              day: day ? formatDay(day, language, 'short') : '',
            })}
          </Ordinals>
        </p>
        {question.type === 'criterion' && <AnswerTag criterion={question} value={answer} />}
        {comment && <p>{language === 'fr' ? `«\u00a0${comment}\u00a0»` : `“${comment}”`}</p>}
        {open.map((action) => (
          <EarlierAction key={action.id} action={action} />
        ))}
      </div>
      {photo && (
        <FilledPhotoView
          photo={photo}
          alt={t('earlierPhoto', { code: question.id })}
          load={photos.load}
          small
        />
      )}
    </div>
  )
}

function EarlierAction({ action }: { readonly action: Action }) {
  const { t } = useTranslation('audits')
  const language = useLanguage()
  const today = useToday()
  const late = daysLate(action, today)
  return (
    <p>
      {t('earlierAction', { title: action.title })},{' '}
      {late > 0 ? (
        <b className={css.late}>{t('earlierLate', { count: late })}</b>
      ) : (
        action.dueOn && t('earlierDue', { day: formatDay(action.dueOn, language, 'short') })
      )}
    </p>
  )
}
