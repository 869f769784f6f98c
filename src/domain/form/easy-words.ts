import type { Text } from '../shared/text.ts'

/** Pictograms drawn for Escale, by what they show. */
export const PICTURES = [
  'people',
  'rights',
  'trust',
  'day',
  'plan',
  'talk',
  'meal',
  'care',
  'wash',
  'home',
  'family',
  'outing',
  'night',
] as const
export type Picture = (typeof PICTURES)[number]

/** A criterion asked to the person in easy-to-read words: one idea, short words, a picture (R-TRA-5). */
export interface EasyWords {
  /** One of `PICTURES`; one this version does not know is drawn as speech. */
  readonly picture: string
  readonly ask: Text
  /** One more sentence, with an example or what a word means; may be empty. */
  readonly explain: Text
}
