import { GRIDS_BUILT_IN } from '#domain/form/library/grids-built-in.ts'
import type { FillingKind, HomeView } from './home-view.ts'

export interface Aboard {
  readonly audits: number
  readonly epps: number
  readonly tracers: number
  readonly actions: number
  readonly events: number
  readonly photos: number
}

/** What this device holds of a home, counted from the replica itself. */
export function aboardOf(home: HomeView): Aboard {
  const count = (kind: FillingKind) =>
    home.fillings.filter((filling) => filling.kind === kind).length
  return {
    audits: count('audit'),
    epps: count('epp'),
    tracers: count('tracer'),
    actions: home.actions.length,
    events: home.events.length,
    photos: home.fillings.reduce((sum, { filling }) => sum + filling.photos.length, 0),
  }
}

/** Forms one may begin, rounds already closed, and the records of all homes together. */
export function aboardInAll(homes: readonly HomeView[]): {
  grids: number
  rounds: number
  records: number
  photos: number
} {
  const each = homes.map(aboardOf)
  return {
    grids: GRIDS_BUILT_IN,
    rounds: homes
      .flatMap(({ fillings }) => fillings)
      .filter(({ filling }) => filling.status === 'closed').length,
    records: each.reduce((sum, { actions, events }) => sum + actions + events, 0),
    photos: each.reduce((sum, { photos }) => sum + photos, 0),
  }
}
