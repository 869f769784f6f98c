import type { NoticeCode } from '#domain/adverse-event/notice.ts'
import type { Text } from '#domain/shared/text.ts'

/** L.331-8-1, then both parts of an EIGS. */
export type NoticeKind = 'l331' | 'eigs-part1' | 'eigs-part2'

/** Words of the documents sent to the authorities, beside the texts that all reports share. */
export const NOTICE_TEXTS = {
  titles: {
    l331: { fr: 'Dysfonctionnement grave', en: 'Grave dysfunction' },
    'eigs-part1': { fr: 'EIGS, première partie', en: 'EIGS, first part' },
    'eigs-part2': { fr: 'EIGS, deuxième partie', en: 'EIGS, second part' },
  } satisfies Record<NoticeKind, Text>,
  laws: {
    l331: {
      fr: 'Information de l’autorité administrative : CASF L.331-8-1, R.331-8 à R.331-10, arrêté du 28/12/2016.',
      en: 'Information of the authority: CASF L.331-8-1, R.331-8 to R.331-10, arrêté of 28/12/2016.',
    },
    'eigs-part1': {
      fr: 'Déclaration sans délai : CSP R.1413-67 à R.1413-69. À saisir sur le portail des signalements.',
      en: 'Declaration without delay: CSP R.1413-67 to R.1413-69. To be entered on the portal.',
    },
    'eigs-part2': {
      fr: 'Analyse dans les trois mois : CSP R.1413-69. À saisir sur le portail des signalements.',
      en: 'Analysis within three months: CSP R.1413-69. To be entered on the portal.',
    },
  } satisfies Record<NoticeKind, Text>,
  spread: {
    fr: 'Document préparé pour l’autorité, sans nom de résident ni de professionnel',
    en: 'Prepared for the authority, no name of a resident or a professional',
  },
  occurred: { fr: 'Survenu', en: 'Happened' },
  discovered: { fr: 'Découvert', en: 'Discovered' },
  family: { fr: 'Nature', en: 'Nature' },
  structure: { fr: 'La structure', en: 'The structure' },
  structureBlanks: {
    fr: 'N° FINESS : ................   Adresse et téléphone : ................   Fonction du déclarant : ................',
    en: 'FINESS no.: ................   Address and telephone: ................   Function of the declarant: ................',
  },
  categories: { fr: 'Catégories', en: 'Categories' },
  toComplete: { fr: 'À compléter.', en: 'To be completed.' },
  alreadyTold: { fr: 'Autorités déjà prévenues', en: 'Authorities already told' },
  nobodyYet: { fr: 'Aucune à ce jour.', en: 'None to date.' },
  plan: { fr: 'Plan d’actions', en: 'Action plan' },
  readAgain: {
    fr: 'Relire avant l’envoi : aucun nom, aucune chambre, aucune date de naissance. « […] » remplace ce qui y ressemblait. L’information des proches suit l’accord de la personne.',
    en: 'Read again before sending: no name, no room, no birth date. “[…]” stands for what looked like one. Relatives are told if the person agrees.',
  },
} as const

export const NOTICE_LABELS: Record<NoticeCode, Text> = {
  nature: { fr: 'Nature des faits et circonstances', en: 'Nature of the facts and circumstances' },
  victims: { fr: 'Personnes touchées ou exposées', en: 'People affected or exposed' },
  measures: { fr: 'Mesures immédiates', en: 'Immediate measures' },
  informed: {
    fr: 'Information de la personne et des proches',
    en: 'Information of the person and relatives',
  },
  planned: { fr: 'Mesures prévues', en: 'Measures planned' },
  followUp: {
    fr: 'Suites administratives ou judiciaires',
    en: 'Administrative or judicial follow-up',
  },
  media: { fr: 'Retentissement médiatique', en: 'Effect in the media' },
}
