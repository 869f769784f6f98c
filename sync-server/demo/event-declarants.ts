import type { RecordId, SiteId } from '#domain/shared/ids.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import type { Dice } from './dice.ts'

/** Invented people: any likeness is chance. */
const NAMES = [
  'Annick Solvet',
  'Régis Montbrun',
  'Fabiola Cantel',
  'Jocelyn Marsolle',
  'Édith Varennes',
  'Kévin Larochelle',
  'Mireille Dorval',
  'Steeve Galantin',
] as const

/** Who declared, in a record apart that the event's readers do not get; nothing when anonymous. */
export function declarantOf(
  identity: 'anonymous' | 'confidential' | 'nominative',
  event: RecordId,
  site: SiteId,
  at: number,
  dice: Dice,
): readonly AuthoredWrite[] {
  if (identity === 'anonymous') return []
  return [
    {
      id: dice.id(),
      type: identity === 'nominative' ? 'named-declarant' : 'declarant',
      scope: site,
      at,
      fields: { event, name: dice.pick(NAMES), contact: `Poste ${dice.between(4120, 4180)}` },
    },
  ]
}
