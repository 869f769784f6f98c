import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { readFilling } from '#domain/filling/filling.ts'
import {
  criteriaToRateTwice,
  doubleRatings,
  secondAnswers,
} from '#domain/filling/second-auditor.ts'
import { isAnswered } from '#domain/form/relevance.ts'
import { type Fields, textField } from '#domain/shared/json.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ProgressCount } from '#ui/form/progress-count.tsx'
import { useText } from '#ui/i18n.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Page } from '#ui/page.tsx'
import { Agreement } from './agreement.tsx'
import { AbsentAudit } from './audit-screen.tsx'
import { roundName } from './round-name.ts'
import { SecondReading } from './second-reading.tsx'
import { subjectName } from './subject-name.ts'
import { useAudit } from './use-audit.ts'
import { useMayFill } from './use-may-fill.ts'

/**
 * The second reading of an audit, blind, then what both readings agree on. Nothing of the first one is shown
 * before every criterion was rated again.
 */
export function DoubleRatingScreen() {
  const { t } = useTranslation('audits')
  const { id = '' } = useParams()
  const text = useText()
  const { writer, profile } = useWorkspace()
  const today = useToday()
  const view = useAudit(id)
  const mayFill = useMayFill()
  if (view.kind !== 'ready') return <AbsentAudit reason={view.kind} />
  const { snapshot, form, site } = view
  const { fields } = snapshot
  const audit = readFilling(snapshot.id, snapshot.scope, fields)
  const criteria = criteriaToRateTwice(form, fields)
  const second = secondAnswers(fields)
  const rated = criteria.filter((criterion) => isAnswered(second, criterion.id)).length
  const mayWrite = mayFill(audit.site)
  const isDone = criteria.length > 0 && rated === criteria.length
  /** The first tap says when, and on whose device: what both gave must not be taken for one reading. */
  const isFirstTap = textField(fields, 'second.on') === ''
  const save = (changes: Fields) =>
    writer.set(audit.id, {
      ...changes,
      ...(isFirstTap && { 'second.on': today, 'second.author': profile.person.id }),
    })
  return (
    <Page
      title={t('doubleTitle', { form: text(form.title) })}
      lead={
        <Ordinals>
          {[site.name, subjectName(t, form, audit), roundName(t, audit.round)]
            .filter(Boolean)
            .join(', ')}
        </Ordinals>
      }
      back={{ to: paths.auditResult(audit.id), label: t('doubleBack') }}
      aside={<ProgressCount answered={rated} expected={criteria.length} />}
    >
      {criteria.length === 0 ? (
        <EmptyState
          text={t('doubleNothing')}
          action={<ButtonLink to={paths.audit(audit.id)}>{t('open')}</ButtonLink>}
        />
      ) : isDone || !mayWrite ? (
        <Agreement
          form={form}
          fields={fields}
          ratings={doubleRatings(form, fields)}
          mayWrite={mayWrite}
          save={save}
        />
      ) : (
        <SecondReading criteria={criteria} answers={second} save={save} />
      )}
    </Page>
  )
}
