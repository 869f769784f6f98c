import type { Text } from '../shared/text.ts'
import type { ActionSource, ActionStatus } from './action.ts'

export const ACTION_STATUS_TEXTS: Record<ActionStatus, Text> = {
  todo: { fr: 'À faire', en: 'To do' },
  doing: { fr: 'En cours', en: 'Under way' },
  done: { fr: 'Réalisée', en: 'Done' },
  measured: { fr: 'Effet mesuré', en: 'Effect measured' },
  dropped: { fr: 'Abandonnée', en: 'Dropped' },
}

export const ACTION_SOURCE_TEXTS: Record<ActionSource, Text> = {
  audit: { fr: 'Audit', en: 'Audit' },
  epp: { fr: 'EPP', en: 'Practice review (EPP)' },
  tracer: { fr: 'Accompagné traceur', en: 'Person tracer' },
  'adverse-event': { fr: 'Événement indésirable', en: 'Adverse event' },
  complaint: { fr: 'Plainte', en: 'Complaint' },
  evaluation: { fr: 'Évaluation HAS', en: 'HAS evaluation' },
  cpom: { fr: 'CPOM', en: 'Contract (CPOM)' },
  other: { fr: 'Autre', en: 'Other' },
}

/** Functions offered as pilot in one tap; a function, never a name (R-PAC-3). */
export const PILOT_TEXTS: readonly Text[] = [
  { fr: 'IDE coordinatrice', en: 'Lead nurse' },
  { fr: 'Cadre de santé', en: 'Care manager' },
  { fr: 'Médecin coordonnateur', en: 'Coordinating doctor' },
  { fr: 'Chef de service', en: 'Head of unit' },
  { fr: 'Référent qualité', en: 'Quality lead' },
  { fr: 'Responsable restauration', en: 'Catering manager' },
  { fr: 'Direction', en: 'Management' },
]
