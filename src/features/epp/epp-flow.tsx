import { useMemo } from 'react'
import { EppPage } from './epp-page.tsx'
import type { EppContext } from './use-epp.ts'
import { useEppFlow } from './use-epp-flow.ts'

/** A round being read. Apart from the page it draws, which no save draws again. */
export function EppFlow({ context }: { readonly context: EppContext }) {
  const { flow, saving } = useEppFlow(context)
  const { form, site, previous, actions } = context
  const setting = useMemo(
    () => ({ form, site, previous, actions }),
    [form, site, previous, actions],
  )
  return <EppPage setting={setting} flow={flow} saving={saving} />
}
