import type { Text } from '../../shared/text.ts'

/** One of the seven groups of contributory factors, with what to look at in it. */
export interface AlarmGroup {
  readonly title: Text
  readonly themes: Text
  /** Where its causes stand on the fishbone (5M and the person). */
  readonly branch: Branch
}

/** Branches of the fishbone, in the order they are drawn. */
export const BRANCHES = ['people', 'method', 'equipment', 'place', 'management', 'person'] as const
export type Branch = (typeof BRANCHES)[number]

export const BRANCH_TEXTS: Record<Branch, Text> = {
  people: { fr: 'Équipe', en: 'Team' },
  method: { fr: 'Méthodes', en: 'Methods' },
  equipment: { fr: 'Matériel', en: 'Equipment' },
  place: { fr: 'Milieu', en: 'Place' },
  management: { fr: 'Organisation', en: 'Organisation' },
  person: { fr: 'Personne', en: 'Person' },
}

/**
 * ALARM (Vincent 1999; French grid of the HAS: seven groups). Group names are the method's, themes are
 * our words: no sentence of the HAS is shipped. Rule R-EI-14.
 */
export const ALARM_GROUPS = {
  patient: {
    title: { fr: 'La personne', en: 'The person' },
    themes: {
      fr: 'Antécédents, santé, traitements, langue, entourage, relations difficiles.',
      en: 'History, health, treatments, language, relatives, difficult relations.',
    },
    branch: 'person',
  },
  task: {
    title: { fr: 'Les tâches', en: 'The tasks' },
    themes: {
      fr: 'Protocoles : présents, adaptés, connus, à portée. Résultats, planification.',
      en: 'Protocols: present, fit, known, at hand. Results, planning.',
    },
    branch: 'method',
  },
  individual: {
    title: { fr: 'Le professionnel', en: 'The professional' },
    themes: {
      fr: 'Qualification, connaissances, fatigue, stress, motivation.',
      en: 'Qualification, knowledge, fatigue, stress, motivation.',
    },
    branch: 'people',
  },
  team: {
    title: { fr: 'L’équipe', en: 'The team' },
    themes: {
      fr: 'Parler entre soi, avec la personne ; écrit, relèves, alertes, demande d’aide.',
      en: 'Talk among staff, with the person; written file, handovers, alerts, asking for help.',
    },
    branch: 'people',
  },
  environment: {
    title: { fr: 'L’environnement de travail', en: 'The work environment' },
    themes: {
      fr: 'Locaux, matériel, fournitures, informatique, effectifs, horaires, transports.',
      en: 'Rooms, equipment, supplies, IT, staffing, hours, transport.',
    },
    branch: 'equipment',
  },
  management: {
    title: { fr: 'L’organisation et le management', en: 'Organisation and management' },
    themes: {
      fr: 'Hiérarchie, remplacements, accueil des nouveaux, formation, achats, culture de sécurité.',
      en: 'Hierarchy, replacements, welcoming of new staff, training, purchasing, safety culture.',
    },
    branch: 'management',
  },
  institution: {
    title: { fr: 'Le contexte institutionnel', en: 'The institutional context' },
    themes: {
      fr: 'Règles, politique régionale, liens avec d’autres structures, signalements.',
      en: 'Rules, regional policy, links with other structures, reports.',
    },
    branch: 'place',
  },
} as const satisfies Record<string, AlarmGroup>

export type AlarmCode = keyof typeof ALARM_GROUPS
export const ALARM_CODES = Object.keys(ALARM_GROUPS) as AlarmCode[]
