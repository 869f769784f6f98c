import type { Text } from '#domain/shared/text.ts'

/** What is known of an indicator: its words, and how its numerator and denominator are read. */
export interface IndicatorName {
  readonly label: Text
  readonly unit: 'percent' | 'per-thousand' | 'number'
  /** Its number in the CPOM guide, for those who look it up there. */
  readonly reference?: string
  /** Its target is a floor: at it or above, the home has reached it. Nothing is said of others. */
  readonly targetIsFloor?: true
}

/** Indicators of the CPOM guide (domain page « programme », §6) and of the homes' own dashboards. */
const NAMES: ReadonlyMap<string, IndicatorName> = new Map<string, IndicatorName>([
  [
    'i-22',
    {
      label: { fr: 'EI recueillis', en: 'Events collected' },
      unit: 'number',
      reference: 'I-22',
    },
  ],
  [
    'i-23',
    {
      label: { fr: 'Projets personnalisés à jour', en: 'Personal projects up to date' },
      unit: 'percent',
      reference: 'I-23',
      targetIsFloor: true,
    },
  ],
  [
    'i-25',
    {
      label: { fr: 'Taux d’occupation', en: 'Occupancy' },
      unit: 'percent',
      reference: 'I-25',
      targetIsFloor: true,
    },
  ],
  [
    'chutes-1000',
    {
      label: { fr: 'Chutes déclarées pour 1 000 journées', en: 'Falls declared per 1,000 days' },
      unit: 'per-thousand',
    },
  ],
])

/** Undefined for a code this build does not know: its counts are shown, never a rate guessed. */
export function indicatorName(code: string): IndicatorName | undefined {
  return NAMES.get(code)
}
