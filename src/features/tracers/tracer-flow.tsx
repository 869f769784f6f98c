import { useMemo } from 'react'
import { TracerPage } from './tracer-page.tsx'
import type { TracerContext } from './use-tracer.ts'
import { useTracerFlow } from './use-tracer-flow.ts'

/** A tracer under way, or closed. Apart from the page it draws, which no save draws again. */
export function TracerFlow({ context }: { readonly context: TracerContext }) {
  const { flow, saving } = useTracerFlow(context)
  const { form, site, actions } = context
  const setting = useMemo(() => ({ form, site, actions }), [form, site, actions])
  return <TracerPage setting={setting} flow={flow} saving={saving} />
}
