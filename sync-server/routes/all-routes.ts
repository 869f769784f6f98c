import type { Route } from '../http/route.ts'
import { bundleKeyRoute, bundlesRoute } from './bundles.ts'
import { devicesRoute } from './devices.ts'
import { enrolRoute } from './enrol.ts'
import { forkRoute } from './fork.ts'
import { getBlobRoute } from './get-blob.ts'
import { healthRoute } from './health.ts'
import { intakeRoute } from './intake.ts'
import { intakePlaceRoute } from './intake-place.ts'
import { invitationsRoute } from './invitations.ts'
import { listenRoute } from './listen.ts'
import { postersRoute } from './posters.ts'
import { quarantineRoute } from './quarantine.ts'
import { receiptsRoute } from './receipts.ts'
import { setupRoute } from './setup.ts'
import { statusRoute } from './status.ts'
import { syncRoute } from './sync.ts'
import { assignSitesRoute, revokeDeviceRoute } from './team.ts'
import { uploadRoutes } from './uploads.ts'

/** Every endpoint of the server, with the identity it needs. */
export const ALL_ROUTES: readonly Route[] = [
  healthRoute,
  statusRoute,
  setupRoute,
  enrolRoute,
  forkRoute,
  invitationsRoute,
  assignSitesRoute,
  revokeDeviceRoute,
  postersRoute,
  syncRoute,
  listenRoute,
  devicesRoute,
  quarantineRoute,
  bundleKeyRoute,
  bundlesRoute,
  ...uploadRoutes,
  getBlobRoute,
  intakePlaceRoute,
  intakeRoute,
  receiptsRoute,
]
