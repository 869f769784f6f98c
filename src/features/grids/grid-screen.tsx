import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Snapshot } from '#data/workspace.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { GridEditor } from './grid-editor.tsx'
import { useGrid, useGridRecord } from './use-grid.ts'

export function GridScreen() {
  const { t } = useTranslation('grids')
  const { id = '' } = useParams()
  const view = useGridRecord(id)
  if (view.kind === 'ready') return <OpenGrid key={id} snapshot={view.snapshot} />
  return (
    <Page title={t('title')} back={{ to: paths.grids(), label: t('title') }}>
      <EmptyState
        text={t('missing')}
        action={<ButtonLink to={paths.grids()}>{t('title')}</ButtonLink>}
      />
    </Page>
  )
}

function OpenGrid({ snapshot }: { readonly snapshot: Snapshot }) {
  return <GridEditor grid={useGrid(snapshot)} />
}
