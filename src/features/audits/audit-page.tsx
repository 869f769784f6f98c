import { List, Pause } from 'lucide-react'
import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreApi } from 'zustand'
import type { Question } from '#domain/form/form.ts'
import { isAnswered } from '#domain/form/relevance.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { PaperEntry } from '#ui/form/paper-entry.tsx'
import { ProgressCount } from '#ui/form/progress-count.tsx'
import { SectionLine } from '#ui/form/section-line.tsx'
import type { Saving } from '#ui/form/use-answers.ts'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Ordinals } from '#ui/ordinals.tsx'
import { Page } from '#ui/page.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { AuditDock } from './audit-dock.tsx'
import css from './audit-page.module.css'
import { AuditRows } from './audit-rows.tsx'
import { AuditSaved } from './audit-saved.tsx'
import { AuditVersion } from './audit-version.tsx'
import { CriterionRow } from './criterion-row.tsx'
import { EndOfAudit } from './end-of-audit.tsx'
import { RestOfSection } from './rest-of-section.tsx'
import { roundName } from './round-name.ts'
import { sectionTitle } from './section-title.ts'
import { subjectName } from './subject-name.ts'
import type { AuditSetting } from './use-audit.ts'
import type { AuditFlowState } from './use-audit-flow.ts'

interface AuditPageProps {
  readonly setting: AuditSetting
  readonly flow: AuditFlowState
  readonly saving: StoreApi<Saving>
}

/** The sections as a line, one criterion in hand, the answers at the thumb. */
export const AuditPage = memo(function AuditPage({ setting, flow, saving }: AuditPageProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const [onlyUnanswered, setOnlyUnanswered] = useState(false)
  const [showsSections, setShowsSections] = useState(false)
  const { form, site } = setting
  const { audit, sections, section, current, counts, moveTo, forgetLeft } = flow

  const openSection = useCallback(
    (id: string) => {
      const own = sections.find((each) => each.section.id === id)?.questions ?? []
      moveTo((own.find((each) => !isAnswered(audit.answers, each.id)) ?? own[0])?.id)
      setOnlyUnanswered(false)
      setShowsSections(false)
    },
    [sections, audit, moveTo],
  )
  const onFilter = useCallback(() => {
    forgetLeft()
    setOnlyUnanswered((before) => !before)
  }, [forgetLeft])
  const shown: readonly Question[] = useMemo(
    () =>
      onlyUnanswered
        ? sections
            .flatMap(({ questions }) => questions)
            .filter(({ id }) => id === current?.id || !isAnswered(audit.answers, id))
        : (section?.questions ?? []),
    [onlyUnanswered, sections, section, current, audit],
  )
  const stops = sections.map(({ section: own }) => {
    const count = counts.sections.find((each) => each.section === own.id)
    const { answered, expected } = count ?? { answered: 0, expected: 0 }
    return { id: own.id, title: sectionTitle(own, text), answered, expected }
  })
  const line = <SectionLine sections={stops} current={section?.section.id} onOpen={openSection} />
  const lead = [
    site.name,
    subjectName(t, form, audit),
    roundName(t, audit.round),
    t('version', { code: form.code, version: form.version }),
  ]
    .filter(Boolean)
    .join(', ')

  return (
    <Page
      title={text(form.title)}
      lead={<Ordinals>{lead}</Ordinals>}
      back={{ to: paths.audits(), label: t('back') }}
      status={<AuditSaved audit={audit.id} saving={saving} />}
      aside={
        <div className={css.aside}>
          <ProgressCount answered={counts.answered} expected={counts.expected} />
          <ButtonLink tone="quiet" icon={Pause} to={paths.audits()}>
            {t('pause')}
          </ButtonLink>
        </div>
      }
      dock={<AuditDock flow={flow} onlyUnanswered={onlyUnanswered} onFilter={onFilter} />}
    >
      <div className={css.body}>
        <nav aria-label={t('sectionsButton')} className={css.tree}>
          {line}
        </nav>
        <div className={css.flow}>
          <AuditVersion form={form} audit={audit} previous={setting.previous} />
          {audit.paper && (
            <PaperEntry
              paper={audit.paper}
              question={current}
              onAnswer={(asked, code) => reportFailure(flow.answer(asked, code))}
            />
          )}
          <div className={css.sectionsButton}>
            <Button icon={List} onClick={() => setShowsSections(true)}>
              {t('sectionsButton')}
            </Button>
          </div>
          {flow.left && !shown.includes(flow.left) && (
            <div className={css.left}>
              <CriterionRow setting={setting} flow={flow} question={flow.left} />
            </div>
          )}
          <h2 className={css.section}>
            {onlyUnanswered ? t('unansweredTitle') : section && sectionTitle(section.section, text)}
          </h2>
          <AuditRows setting={setting} flow={flow} questions={shown} />
          {section && !onlyUnanswered && <RestOfSection key={section.section.id} flow={flow} />}
          <EndOfAudit flow={flow} />
        </div>
      </div>
      <Sheet
        isOpen={showsSections}
        onClose={() => setShowsSections(false)}
        title={t('sectionsButton')}
      >
        {line}
      </Sheet>
    </Page>
  )
})
