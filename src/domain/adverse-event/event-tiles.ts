import type { SiteKind } from '../site/site.ts'
import type { EventFamily } from './adverse-event.ts'

/** What older people and adults with a severe handicap live. */
const CARE: readonly EventFamily[] = [
  'fall',
  'medication',
  'care',
  'violence',
  'absconding',
  'meal',
  'equipment',
  'organisation',
  'other',
]

/**
 * The nine tiles of the declaration, by kind of home (R-EI-32, to be validated with the teams): what
 * happens there most, the rest under « Autre ». A family outside the nine stays readable everywhere.
 */
export const TILES: Record<SiteKind, readonly EventFamily[]> = {
  ehpad: CARE,
  mas: [
    'fall',
    'medication',
    'care',
    'violence',
    'self-harm',
    'meal',
    'restraint',
    'equipment',
    'other',
  ],
  fam: [
    'fall',
    'medication',
    'care',
    'violence',
    'self-harm',
    'meal',
    'absconding',
    'equipment',
    'other',
  ],
  ime: [
    'violence',
    'absconding',
    'self-harm',
    'intimacy',
    'care',
    'medication',
    'transport',
    'bullying',
    'other',
  ],
  itep: [
    'violence',
    'absconding',
    'self-harm',
    'intimacy',
    'restraint',
    'medication',
    'bullying',
    'organisation',
    'other',
  ],
  other: CARE,
}
