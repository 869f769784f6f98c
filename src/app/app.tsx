import { BrowserRouter, Navigate, useLocation } from 'react-router'
import { WorkspaceContext } from '#data/stores-context.ts'
import type { Workspace } from '#data/workspace.ts'
import { paths } from '#src/paths.ts'
import { NoticeStack } from '#ui/notice-stack.tsx'
import { type Blocked, BlockedScreen } from './blocked-screen.tsx'
import { Layout } from './layout.tsx'
import { AccessRouter, Router } from './router.tsx'
import { UpdatePrompt } from './update-prompt.tsx'

/** How the app begins, once the device has been asked. */
export type Start =
  | { readonly kind: 'blocked'; readonly reason: Blocked }
  /** No person enrolled here; `needsSetup` when the server itself has nobody. */
  | { readonly kind: 'nobody'; readonly needsSetup: boolean }
  | { readonly kind: 'ready'; readonly workspace: Workspace }

export function App({ start }: { readonly start: Start }) {
  if (start.kind === 'blocked') return <BlockedScreen reason={start.reason} />
  return (
    <BrowserRouter>
      {start.kind === 'ready' ? (
        <WorkspaceContext value={start.workspace}>
          <Layout>
            <Router role={start.workspace.profile.person.role} />
          </Layout>
        </WorkspaceContext>
      ) : (
        <Doorstep needsSetup={start.needsSetup} />
      )}
    </BrowserRouter>
  )
}

const BEFORE_ENROLMENT: readonly string[] = [paths.join(), paths.setup(), paths.profiles()]

/** Nobody is enrolled: only the access screens open, whatever the address. */
function Doorstep({ needsSetup }: { readonly needsSetup: boolean }) {
  const { pathname } = useLocation()
  if (!BEFORE_ENROLMENT.includes(pathname)) {
    return <Navigate to={needsSetup ? paths.setup() : paths.join()} replace />
  }
  return (
    <>
      <NoticeStack />
      <UpdatePrompt roundRuns={false} />
      <AccessRouter />
    </>
  )
}
