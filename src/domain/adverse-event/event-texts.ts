import type { Text } from '../shared/text.ts'
import type { EventFamily, EventStatus, Gravity, PerceivedGravity } from './adverse-event.ts'

/** Words of the tiles. */
export const FAMILY_TEXTS: Record<EventFamily, Text> = {
  fall: { fr: 'Chute', en: 'Fall' },
  medication: { fr: 'Médicament', en: 'Medication' },
  care: { fr: 'Soin, santé', en: 'Care, health' },
  violence: { fr: 'Violence, respect', en: 'Violence, respect' },
  absconding: { fr: 'Sortie, disparition', en: 'Leaving, missing' },
  meal: { fr: 'Repas, fausse route', en: 'Meal, choking' },
  equipment: { fr: 'Matériel, bâtiment', en: 'Equipment, building' },
  organisation: { fr: 'Équipe, organisation', en: 'Team, organisation' },
  'self-harm': { fr: 'Se faire du mal', en: 'Self-harm' },
  restraint: { fr: 'Contenance, contention', en: 'Holding, restraint' },
  intimacy: { fr: 'Intimité, sexualité', en: 'Privacy, sexuality' },
  bullying: { fr: 'Harcèlement', en: 'Bullying' },
  transport: { fr: 'Transport, trajet', en: 'Transport, journey' },
  other: { fr: 'Autre, je ne sais pas', en: 'Other, not sure' },
}

/** Names of the pictograms of the tiles; `fall` is drawn by the product, the others are lucide's. */
export const FAMILY_ICONS: Record<EventFamily, string> = {
  fall: 'fall',
  medication: 'pill',
  care: 'bandage',
  violence: 'shield-alert',
  absconding: 'door-open',
  meal: 'utensils',
  equipment: 'wrench',
  organisation: 'users',
  'self-harm': 'heart-crack',
  restraint: 'hand',
  intimacy: 'lock',
  bullying: 'message-warning',
  transport: 'bus',
  other: 'circle-help',
}

/** What the declarant says of the consequence: plain words, no figure. */
export const PERCEIVED_GRAVITY_TEXTS: Record<
  PerceivedGravity,
  { readonly label: Text; readonly help: Text | undefined }
> = {
  'near-miss': {
    label: { fr: 'Évité de justesse', en: 'Narrowly avoided' },
    help: {
      fr: 'Rien n’est arrivé, mais cela aurait pu.',
      en: 'Nothing happened, but it could have.',
    },
  },
  discomfort: {
    label: { fr: 'Une gêne', en: 'Some discomfort' },
    help: { fr: 'Aucun soin en plus.', en: 'No extra care.' },
  },
  'extra-care': {
    label: { fr: 'Des soins en plus', en: 'Extra care' },
    help: { fr: 'Pansement, surveillance, traitement.', en: 'Dressing, closer watch, treatment.' },
  },
  serious: {
    label: { fr: 'C’est grave', en: 'It is serious' },
    help: { fr: 'Médecin, hôpital, séquelles possibles.', en: 'Doctor, hospital, lasting harm.' },
  },
  'life-threatening': {
    label: { fr: 'Vie en danger ou décès', en: 'Life in danger, or death' },
    help: undefined,
  },
}

/** HAS scale, settled by the triage; always shown as figure and word. */
export const GRAVITY_TEXTS: Record<Gravity, Text> = {
  1: { fr: 'Mineur', en: 'Minor' },
  2: { fr: 'Significatif', en: 'Significant' },
  3: { fr: 'Majeur', en: 'Major' },
  4: { fr: 'Critique', en: 'Critical' },
  5: { fr: 'Catastrophique', en: 'Catastrophic' },
}

export const EVENT_STATUS_TEXTS: Record<EventStatus, Text> = {
  declared: { fr: 'À trier', en: 'To triage' },
  triaged: { fr: 'Trié', en: 'Triaged' },
  analysis: { fr: 'En analyse', en: 'Under analysis' },
  answered: { fr: 'Répondu', en: 'Answered' },
  closed: { fr: 'Clos', en: 'Closed' },
}

/** The five levels of frequency used by the triage, from rare to weekly (general knowledge). */
export const FREQUENCY_TEXTS: Record<1 | 2 | 3 | 4 | 5, Text> = {
  1: {
    fr: 'Très improbable, moins d’une fois en 5 ans',
    en: 'Very unlikely, below once in 5 years',
  },
  2: { fr: 'Improbable, une fois par an', en: 'Unlikely, once a year' },
  3: { fr: 'Possible, une fois par trimestre', en: 'Possible, once a quarter' },
  4: { fr: 'Probable, une fois par mois', en: 'Likely, once a month' },
  5: { fr: 'Très probable, chaque semaine', en: 'Very likely, every week' },
}
