import type { BarrierKind, Instance } from '#domain/adverse-event/analysis/analysis.ts'
import type { Text } from '#domain/shared/text.ts'

/** Words of the minutes and of the lesson, beside the texts that all reports share. */
export const ANALYSIS_REPORT_TEXTS = {
  minutes: { fr: 'Compte rendu d’analyse', en: 'Minutes of the analysis' },
  lesson: { fr: 'Ce que nous avons appris', en: 'What we learnt' },
  spreadMinutes: {
    fr: 'Compte rendu, document interne, sans nom',
    en: 'Minutes, internal document, no name',
  },
  spreadLesson: {
    fr: 'Fiche de retour d’expérience, à partager, sans nom',
    en: 'Lesson sheet, to be shared, no name',
  },
  heldOn: { fr: 'Séance', en: 'Meeting' },
  instance: { fr: 'Instance', en: 'Instance' },
  participants: { fr: 'Participants, par fonction', en: 'Participants, by function' },
  event: { fr: 'Événement choisi', en: 'Event chosen' },
  reason: { fr: 'Pourquoi cet événement', en: 'Why this event' },
  management: { fr: 'Comment il a été géré', en: 'How it was managed' },
  facts: { fr: 'Chronologie', en: 'Chronology' },
  gaps: { fr: 'Écarts', en: 'Gaps' },
  causes: { fr: 'Causes et facteurs, par groupe ALARM', en: 'Causes and factors, by ALARM group' },
  whys: { fr: 'Cinq pourquoi', en: 'Five whys' },
  barriers: { fr: 'Barrières', en: 'Barriers' },
  held: { fr: 'a tenu', en: 'held' },
  failed: { fr: 'n’a pas tenu', en: 'did not hold' },
  decisions: { fr: 'Décisions', en: 'Decisions' },
  plan: { fr: 'Actions inscrites au PACQ', en: 'Actions in the plan' },
  evaluate: { fr: 'à évaluer le', en: 'to be evaluated on' },
  learnt: { fr: 'Ce que l’on retient', en: 'What is learnt' },
  context: { fr: 'Le contexte', en: 'The context' },
  none: { fr: 'Rien de noté.', en: 'Nothing noted.' },
  note: {
    fr: 'Sans nom de résident ni de professionnel. « […] » remplace ce qui y ressemblait. Comprendre et prévenir, pas sanctionner.',
    en: 'No name of a resident or a professional. “[…]” stands for what looked like one. To understand and prevent, not to punish.',
  },
} as const satisfies Record<string, Text>

export const INSTANCE_TEXTS: Record<Instance, Text> = {
  rex: { fr: 'REX', en: 'REX' },
  crex: { fr: 'CREX', en: 'CREX' },
  rmm: { fr: 'RMM', en: 'RMM' },
}

export const BARRIER_TEXTS: Record<BarrierKind, Text> = {
  prevention: { fr: 'prévenir', en: 'prevent' },
  recovery: { fr: 'rattraper', en: 'recover' },
  mitigation: { fr: 'limiter', en: 'limit' },
}
