import type { Text } from '../../shared/text.ts'
import type { EventFamily } from '../adverse-event.ts'

/**
 * The eleven categories of « dysfonctionnement grave » (CASF L.331-8-1, arrêté du 28/12/2016, art. 1),
 * in our words; codes are ours. Rule R-EI-12.
 */
export const GRAVE_CATEGORIES = {
  D01: {
    fr: 'Sinistre, événement météorologique exceptionnel',
    en: 'Disaster, exceptional weather',
  },
  D02: {
    fr: 'Panne d’un équipement technique, santé environnementale (légionelle)',
    en: 'Technical failure, environmental health (legionella)',
  },
  D03: {
    fr: 'Organisation du travail ou effectifs mis en défaut',
    en: 'Work organisation or staffing in difficulty',
  },
  D04: {
    fr: 'Accident par erreur ou défaut de soin, ou de surveillance',
    en: 'Accident from an error or a lack of care or supervision',
  },
  D05: {
    fr: 'Fonctionnement perturbé par des relations difficiles et répétées avec des proches ou des tiers',
    en: 'Work disturbed by repeated difficult relations with relatives or outsiders',
  },
  D06: {
    fr: 'Décès accidentel, ou après un défaut de surveillance ou de prise en charge',
    en: 'Accidental death, or after a lack of supervision or care',
  },
  D07: {
    fr: 'Suicide ou tentative, d’une personne accueillie ou d’un professionnel',
    en: 'Suicide or attempt, of a resident or of staff',
  },
  D08: {
    fr: 'Maltraitance d’une personne accueillie',
    en: 'Maltreatment of a resident',
  },
  D09: {
    fr: 'Disparition, une fois police ou gendarmerie alertée',
    en: 'Disappearance, once the police are told',
  },
  D10: {
    fr: 'Violences d’un usager, ou manquement grave au règlement',
    en: 'Violence by a user, or serious breach of the house rules',
  },
  D11: { fr: 'Acte de malveillance dans la structure', en: 'Malicious act inside the structure' },
} as const satisfies Record<string, Text>

export type GraveCategory = keyof typeof GRAVE_CATEGORIES
export const GRAVE_CODES = Object.keys(GRAVE_CATEGORIES) as GraveCategory[]

/** Categories worth a look first, by family declared: a help to read, never an answer. */
export const LIKELY_CATEGORIES: Record<EventFamily, readonly GraveCategory[]> = {
  fall: ['D04', 'D06'],
  medication: ['D04', 'D06'],
  care: ['D04', 'D06', 'D07'],
  violence: ['D08', 'D10', 'D11', 'D07'],
  absconding: ['D09', 'D04'],
  meal: ['D04', 'D06'],
  equipment: ['D02', 'D01'],
  organisation: ['D03', 'D05'],
  'self-harm': ['D07', 'D04'],
  restraint: ['D08', 'D04'],
  intimacy: ['D08', 'D10'],
  bullying: ['D10', 'D08'],
  transport: ['D04', 'D06'],
  other: ['D01', 'D05', 'D11'],
}
