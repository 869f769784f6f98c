import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { TracerFlow } from './tracer-flow.tsx'
import { useTracer } from './use-tracer.ts'

export function TracerScreen() {
  const { t } = useTranslation('tracers')
  const { id = '' } = useParams()
  const view = useTracer(id)
  if (view.kind === 'ready') return <TracerFlow key={id} context={view} />
  return (
    <Page title={t('title')} back={{ to: paths.tracers(), label: t('back') }}>
      <EmptyState
        text={t(view.kind === 'missing' ? 'missing' : 'unknownForm')}
        action={<ButtonLink to={paths.tracers()}>{t('toList')}</ButtonLink>}
      />
    </Page>
  )
}
