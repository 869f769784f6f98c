import type { Site } from '../../site/site.ts'
import { type AdverseEvent, gravityOf } from '../adverse-event.ts'
import type { Instance } from './analysis.ts'

/** Below that many places a home seldom gathers the six to twelve people of a CREX (our reading). */
const SMALL_HOME_PLACES = 60

/**
 * The instance proposed (R-EI-15): RMM after a death, REX, the light form, in a small home, CREX else.
 * A person chooses.
 */
export function proposeInstance(
  event: Pick<AdverseEvent, 'gravity' | 'perceivedGravity' | 'routing'>,
  { places }: Pick<Site, 'places'>,
): Instance {
  if (event.routing.get('harm') === 'death') return 'rmm'
  return places < SMALL_HOME_PLACES ? 'rex' : 'crex'
}

/** Levels 3 to 5 are analysed one by one, 1 and 2 when they come back (R-EI-15, to verify). */
export function isWorthAnalysis(
  event: AdverseEvent,
  sameFamilyInYear: number,
): 'grave' | 'repeated' | undefined {
  if (gravityOf(event) >= 3) return 'grave'
  return sameFamilyInYear >= 4 ? 'repeated' : undefined
}
