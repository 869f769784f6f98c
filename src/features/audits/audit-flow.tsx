import { useMemo } from 'react'
import { AuditPage } from './audit-page.tsx'
import type { AuditContext } from './use-audit.ts'
import { useAuditFlow } from './use-audit-flow.ts'

/** The tablet in the corridor. Apart from the page it draws, which no save draws again. */
export function AuditFlow({ context }: { readonly context: AuditContext }) {
  const { flow, saving } = useAuditFlow(context)
  const { form, site, previous, actions, disputed } = context
  const setting = useMemo(
    () => ({ form, site, previous, actions, disputed }),
    [form, site, previous, actions, disputed],
  )
  return <AuditPage setting={setting} flow={flow} saving={saving} />
}
