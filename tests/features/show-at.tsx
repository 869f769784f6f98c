import { configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter, useLocation } from 'react-router'
import { WorkspaceContext } from '#data/stores-context.ts'
import type { Workspace } from '#data/workspace.ts'

// These run beside the whole suite on small machines: a second is not always enough.
configure({ asyncUtilTimeout: 8_000 })

function Address() {
  const { pathname } = useLocation()
  return <output aria-label="address">{pathname}</output>
}

/** Draws a feature's screens at an address, over a workspace, as the shell would. */
export function showAt(workspace: Workspace, routes: ReactNode, at: string) {
  // jsdom has no page to scroll, and no CSS.escape, which the dialogs ask for.
  Element.prototype.scrollIntoView = () => undefined
  Object.assign(globalThis, { CSS: { escape: (text: string) => text } })
  return render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter initialEntries={[at]}>
        {routes}
        <Address />
      </MemoryRouter>
    </WorkspaceContext>,
  )
}

/** The same workspace, noting each set and create asked of its writer. */
export function withWriterNotes(workspace: Workspace) {
  const notes: { kind: 'set' | 'create'; fields: Readonly<Record<string, unknown>> }[] = []
  const { writer } = workspace
  const noted: Workspace = {
    ...workspace,
    writer: {
      ...writer,
      create: (type, scope, fields) => {
        notes.push({ kind: 'create', fields })
        return writer.create(type, scope, fields)
      },
      set: (id, fields) => {
        notes.push({ kind: 'set', fields })
        return writer.set(id, fields)
      },
    },
  }
  return { workspace: noted, notes }
}
