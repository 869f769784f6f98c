import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useRecord, useWorkspace } from '#data/stores-context.ts'
import { readAction } from '#domain/action-plan/action.ts'
import { paths } from '#src/paths.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { ActionSheet } from './action-sheet.tsx'
import { canReadActions } from './can-write-actions.ts'

export function ActionScreen() {
  const { t } = useTranslation('actions')
  const { id = '' } = useParams()
  const { profile } = useWorkspace()
  const view = useRecord(id)
  if (
    view.kind === 'missing' ||
    view.snapshot.type !== 'action' ||
    !canReadActions(profile.person.role)
  ) {
    return (
      <Page title={t('missing')} back={{ to: paths.actions(), label: t('back') }}>
        <EmptyState text={t('missingHelp')} />
      </Page>
    )
  }
  const { snapshot } = view
  return (
    <ActionSheet
      key={id}
      action={readAction(snapshot.id, snapshot.scope, snapshot.fields)}
      disputed={snapshot.disputed.length > 0}
    />
  )
}
