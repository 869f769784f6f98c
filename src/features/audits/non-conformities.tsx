import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { Filling } from '#domain/filling/filling.ts'
import { nonConformities } from '#domain/form/score-form.ts'
import { AnswerTag } from '#ui/form/answer-tag.tsx'
import { FilledPhotoView } from '#ui/form/filled-photo-view.tsx'
import { FORM_TEXTS } from '#ui/form/form-texts.ts'
import { useText } from '#ui/i18n.ts'
import { Tag } from '#ui/tag.tsx'
import { CriterionFollowUp } from './criterion-follow-up.tsx'
import css from './non-conformities.module.css'
import type { AuditContext } from './use-audit.ts'

interface NonConformitiesProps {
  readonly context: AuditContext
  readonly audit: Filling
  readonly mayWrite: boolean
}

/** What is to be corrected: the criterion, what was seen, and the action that follows. */
export function NonConformities({ context, audit, mayWrite }: NonConformitiesProps) {
  const { t } = useTranslation('audits')
  const { t: tForm } = useTranslation(FORM_TEXTS)
  const text = useText()
  const { photos } = useWorkspace()
  const found = nonConformities(context.form, audit.answers)
  if (found.length === 0) return <p>{t('noNonConformity')}</p>
  return (
    <ul>
      {found.map((criterion) => (
        <li key={criterion.id} className={css.finding}>
          <p className={css.meta}>
            <b>{criterion.id}</b>
            <AnswerTag criterion={criterion} value={audit.answers.get(criterion.id)} />
            {criterion.imperatif && (
              <Tag tone="alert" icon={KeyRound} outlined>
                {tForm('imperatif', { number: criterion.imperatif })}
              </Tag>
            )}
          </p>
          <h3 className={css.title}>{text(criterion.label)}</h3>
          {audit.comments.has(criterion.id) && <p>{audit.comments.get(criterion.id)}</p>}
          <div className={css.photos}>
            {audit.photos
              .filter(({ question }) => question === criterion.id)
              .map((photo) => (
                <FilledPhotoView
                  key={photo.sha256}
                  photo={photo}
                  alt={t('photoOf', { code: criterion.id })}
                  load={photos.load}
                />
              ))}
          </div>
          {mayWrite ? (
            <CriterionFollowUp
              form={context.form}
              question={criterion}
              answer={audit.answers.get(criterion.id)}
              comment={audit.comments.get(criterion.id) ?? ''}
              record={audit.id}
              site={audit.site}
              actions={context.actions}
            />
          ) : (
            context.actions
              .filter(
                ({ sourceRecord, sourceQuestion }) =>
                  sourceRecord === audit.id && sourceQuestion === criterion.id,
              )
              .map(({ id, title }) => <p key={id}>{t('earlierAction', { title })}</p>)
          )}
        </li>
      ))}
    </ul>
  )
}
