import { useRecords, useToday } from '#data/stores-context.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { Answers } from '#domain/form/form.ts'
import { textField } from '#domain/shared/json.ts'
import { teamPage } from '#reports/team-page.ts'
import { TeamPageSection } from '#ui/form/team-page-section.tsx'
import { useLanguage } from '#ui/i18n.ts'
import type { EppContext } from './use-epp.ts'

interface TeamPageProps extends Pick<EppContext, 'site' | 'form' | 'actions'> {
  readonly filling: Filling
  readonly answered: readonly Answers[]
}

/** The page of the team, which holds back the names of everybody known here. */
export function TeamPage({ site, form, actions, filling, answered }: TeamPageProps) {
  const language = useLanguage()
  const today = useToday()
  const people = useRecords('person').map(({ fields }) => textField(fields, 'name'))
  const page = teamPage({ site, form, actions, filling, answered, people, today, language })
  return (
    <TeamPageSection
      page={page}
      nameParts={[form.code, site.name, today]}
      make={async () => {
        const { wallPage } = await import('#reports/wall-page.ts')
        return wallPage({ ...page, today, language })
      }}
    />
  )
}
