import { useTranslation } from 'react-i18next'
import { useRecords, useToday } from '#data/stores-context.ts'
import type { Action } from '#domain/action-plan/action.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { Answers, Form } from '#domain/form/form.ts'
import { textField } from '#domain/shared/json.ts'
import type { Site } from '#domain/site/site.ts'
import { teamPage } from '#reports/team-page.ts'
import { PdfButton } from '#ui/form/pdf-button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { WallPageView } from '#ui/wall-page-view.tsx'

interface TeamPageSectionProps {
  readonly site: Site
  readonly form: Form
  readonly filling: Filling
  readonly answered: readonly Answers[]
  readonly actions: readonly Action[]
}

/** What the team reads the same day: on screen as on the page for the wall, without a name. */
export function TeamPageSection(props: TeamPageSectionProps) {
  const { t } = useTranslation('audits')
  const language = useLanguage()
  const today = useToday()
  const people = useRecords('person').map(({ fields }) => textField(fields, 'name'))
  const page = teamPage({ ...props, people, today, language })
  return (
    <Section title={t('team')} note={t('teamNote')}>
      <WallPageView lead={page.thanks} parts={page.parts} foot={[page.next, page.note]} />
      <PdfButton
        label={t('teamPdf')}
        subject={page.title}
        tone="plain"
        nameParts={[t('team'), props.form.code, props.site.name, today]}
        make={async () => {
          const { wallPage } = await import('#reports/wall-page.ts')
          return wallPage({ ...page, today, language })
        }}
      />
    </Section>
  )
}
