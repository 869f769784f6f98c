import {
  Building2,
  ClipboardCheck,
  Files,
  House,
  LayoutList,
  ListChecks,
  type LucideIcon,
  Megaphone,
  QrCode,
  Route,
  TriangleAlert,
  UserRoundSearch,
  UsersRound,
} from 'lucide-react'
import type { Role } from '#domain/rights/rights.ts'
import { declarePath, paths } from '#src/paths.ts'
import type { fr } from './fr.ts'

export interface Place {
  readonly path: string
  readonly text: Extract<keyof typeof fr, `nav${string}`>
  readonly icon: LucideIcon
  /** Another entry of the site: followed by the browser, not by the router. */
  readonly isOutside?: boolean
}

const audits: Place = { path: paths.audits(), text: 'navAudits', icon: ClipboardCheck }
const actions: Place = { path: paths.actions(), text: 'navActions', icon: ListChecks }
const events: Place = { path: paths.events(), text: 'navEvents', icon: TriangleAlert }
const epps: Place = { path: paths.epps(), text: 'navEpp', icon: Files }
const tracers: Place = { path: paths.tracers(), text: 'navTracers', icon: UserRoundSearch }

function home(text: Place['text'], icon: LucideIcon): Place {
  return { path: paths.home(), text, icon }
}

/**
 * Where each role goes, most used first: a phone shows the first three and « Plus ». What the server
 * would not let a role read (rule R-DRO-1) is not offered.
 */
export const PLACES: Record<Role, readonly Place[]> = {
  officer: [home('navTour', Route), audits, actions, events, epps, tracers],
  'quality-lead': [home('navHome', Building2), events, actions, audits, epps, tracers],
  director: [home('navHome', Building2), events, actions, audits, epps, tracers],
  porteur: [
    home('navOverview', LayoutList),
    { path: paths.team(), text: 'navTeam', icon: UsersRound },
    { path: paths.posters(), text: 'navPosters', icon: QrCode },
  ],
  declarant: [
    home('navHome', House),
    { path: declarePath, text: 'navDeclare', icon: Megaphone, isOutside: true },
    events,
  ],
}
