/**
 * Grouped infections to be reported (R-EI-11): acute respiratory infections, at least three in four
 * days (Santé publique France, ARS CVL and PdL); gastro-enteritis, at least five in four days (ARS
 * CVL). The texts leave three points open; our reading, shown on the screen: four calendar days, the
 * first and the last included (an anonymous declaration keeps no hour, so 96 hours cannot be counted);
 * residents alone; a declaration is one case unless its triage counts several, for no name tells whether
 * a person comes twice.
 */
export const OUTBREAK_THRESHOLDS = {
  ira: { cases: 3, days: 4 },
  gea: { cases: 5, days: 4 },
} as const

export type OutbreakKind = keyof typeof OUTBREAK_THRESHOLDS
export const OUTBREAK_KINDS = Object.keys(OUTBREAK_THRESHOLDS) as OutbreakKind[]
