import type { EventFamily, PerceivedGravity } from '#domain/adverse-event/adverse-event.ts'
import type { SiteKind } from '#domain/site/site.ts'

/** An event as a team would tell it: facts, nobody's name. */
export interface EventStory {
  readonly family: EventFamily
  readonly gravity: PerceivedGravity
  readonly facts: string
  readonly details: readonly string[]
  readonly measures: readonly string[]
  /** Kinds of home where it may happen; all of them when left out. */
  readonly kinds?: readonly SiteKind[]
}

/** Who may live it. */
export const OLD: readonly SiteKind[] = ['ehpad']
export const CHILD: readonly SiteKind[] = ['ime']
export const ADULTS: readonly SiteKind[] = ['ehpad', 'mas']

/** A story in one line: details without their family's prefix, codes apart by spaces. */
export function story(
  family: EventFamily,
  gravity: PerceivedGravity,
  facts: string,
  details: string,
  measures: string,
  kinds?: readonly SiteKind[],
): EventStory {
  const codes = (text: string) => (text === '' ? [] : text.split(' '))
  return {
    family,
    gravity,
    facts,
    details: codes(details).map((code) => `${family}-${code}`),
    measures: codes(measures),
    ...(kinds && { kinds }),
  }
}
