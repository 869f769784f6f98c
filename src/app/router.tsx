import { type ComponentType, lazy, Suspense } from 'react'
import { matchPath, useLocation } from 'react-router'
import type { Role } from '#domain/rights/rights.ts'
import { paths } from '#src/paths.ts'
import { Loading } from '#ui/loading.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { NotFound } from './not-found.tsx'

// Each feature is its own chunk. They declare whole paths (`#src/paths.ts`), so they are chosen here
// by the first word of the address and rendered side by side, not under a parent route.
const Tour = lazy(async () => ({
  default: (await import('#features/tour/routes.tsx')).TourRoutes,
}))
const Dashboard = lazy(async () => ({
  default: (await import('#features/dashboard/routes.tsx')).DashboardRoutes,
}))
const Audits = lazy(async () => ({
  default: (await import('#features/audits/routes.tsx')).AuditsRoutes,
}))
const Grids = lazy(async () => ({
  default: (await import('#features/grids/routes.tsx')).GridsRoutes,
}))
const Epp = lazy(async () => ({
  default: (await import('#features/epp/routes.tsx')).EppRoutes,
}))
const Tracers = lazy(async () => ({
  default: (await import('#features/tracers/routes.tsx')).TracersRoutes,
}))
const Events = lazy(async () => ({
  default: (await import('#features/adverse-events/routes.tsx')).AdverseEventsRoutes,
}))
const Actions = lazy(async () => ({
  default: (await import('#features/action-plan/routes.tsx')).ActionPlanRoutes,
}))
const Access = lazy(async () => ({
  default: (await import('#features/access/routes.tsx')).AccessRoutes,
}))
const Settings = lazy(async () => ({
  default: (await import('#features/settings/routes.tsx')).SettingsRoutes,
}))
const Sync = lazy(async () => ({
  default: (await import('#features/sync/routes.tsx')).SyncRoutes,
}))
const Handover = lazy(async () => ({
  default: (await import('#features/handover/routes.tsx')).HandoverRoutes,
}))

const KNOWN: readonly string[] = Object.values(paths).map((path) => path(':id'))

const SECTIONS: readonly (readonly [string, ComponentType])[] = [
  [paths.departure(), Tour],
  [paths.site(''), Tour],
  [paths.audits(), Audits],
  [paths.grids(), Grids],
  [paths.epps(), Epp],
  [paths.tracers(), Tracers],
  [paths.events(), Events],
  [paths.actions(), Actions],
  [paths.settings(), Settings],
  [paths.sync(), Sync],
  [paths.review(), Sync],
  [paths.handover(), Handover],
  [paths.join(), Access],
  [paths.setup(), Access],
  [paths.profiles(), Access],
  [paths.team(), Access],
  [paths.posters(), Access],
]

/** The screens of an enrolled person. The home page is the porteur's overview, or the tour. */
export function Router({ role }: { readonly role: Role }) {
  const { pathname } = useLocation()
  const Section = sectionOf(pathname, role)
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense fallback={<Loading />}>
        <Section />
      </Suspense>
    </ErrorBoundary>
  )
}

/** Before anyone is enrolled: the access screens alone. */
export function AccessRouter() {
  const { pathname } = useLocation()
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense fallback={<Loading />}>
        <Access />
      </Suspense>
    </ErrorBoundary>
  )
}

function sectionOf(pathname: string, role: Role): ComponentType {
  if (!KNOWN.some((pattern) => matchPath(pattern, pathname))) return NotFound
  if (pathname === paths.home()) return role === 'porteur' ? Dashboard : Tour
  return SECTIONS.find(([prefix]) => pathname.startsWith(prefix))?.[1] ?? NotFound
}
