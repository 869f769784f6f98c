import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** AS, system audit: quality and risk approach: 12 criteria, observed once in the home. */
export const systemAudit: Form = {
  ...identityOf(CATALOGUE.systemAudit),
  unit: 'structure',
  source: {
    fr: 'Déroulé de l’audit système (gouvernance d’abord, puis vérification sur le terrain) et cotation 1 2 3 4 * NC. Questions écrites par le produit : ce ne sont pas les critères officiels. À vérifier.',
    en: 'Course of the system audit (management first, then a check in the field) and rating 1 2 3 4 * NC. Questions in the product’s words: these are not the official criteria. To be verified.',
  },
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    {
      id: 'governance',
      title: { fr: 'Avec la gouvernance', en: 'With management' },
      audience: 'professionals',
      questions: criteriaOn('has', [
        {
          id: 'G1',
          label: {
            fr: 'La politique qualité dit où l’on va et avec qui.',
            en: 'The quality policy says where one goes and with whom.',
          },
          hint: {
            fr: 'La lire, chercher la date et le vote.',
            en: 'Read it, look for date and vote.',
          },
          remedy: { fr: 'Réécrire la politique en une page', en: 'Rewrite the policy on one page' },
        },
        {
          id: 'G2',
          label: {
            fr: 'Un seul plan réunit toutes les actions.',
            en: 'One plan holds all actions.',
          },
          hint: { fr: 'Chercher les plans parallèles.', en: 'Look for parallel plans.' },
          remedy: { fr: 'Réunir les plans en un seul', en: 'Bring the plans into one' },
        },
        {
          id: 'G3',
          imperatif: '3.13.1',
          label: {
            fr: 'Les événements sont recueillis et traités.',
            en: 'Events are collected and treated.',
          },
          hint: { fr: 'Suivre deux événements.', en: 'Follow two events.' },
          remedy: {
            fr: 'Revoir le traitement des événements',
            en: 'Review how events are treated',
          },
        },
        {
          id: 'G4',
          imperatif: '3.13.2',
          label: {
            fr: 'Leur suite est dite à ceux qui déclarent.',
            en: 'What follows is told to those who report.',
          },
          hint: { fr: 'Demander à deux déclarants.', en: 'Ask two who reported.' },
          remedy: { fr: 'Répondre à chaque déclaration', en: 'Answer each report' },
        },
        {
          id: 'G5',
          imperatif: '3.13.3',
          label: {
            fr: 'Les plus graves sont analysés en équipe.',
            en: 'The gravest are analysed in the team.',
          },
          hint: { fr: 'Lire la dernière analyse.', en: 'Read the last analysis.' },
          remedy: { fr: 'Programmer les retours d’expérience', en: 'Schedule reviews of events' },
        },
        {
          id: 'G6',
          imperatif: '3.11.1',
          label: {
            fr: 'Le risque de maltraitance est évalué avec les équipes.',
            en: 'The risk of mistreatment is assessed with the teams.',
          },
          hint: { fr: 'Lire le plan et ses auteurs.', en: 'Read the plan and its authors.' },
          remedy: {
            fr: 'Construire le plan avec les équipes',
            en: 'Build the plan with the teams',
          },
        },
        {
          id: 'G7',
          imperatif: '3.12.3',
          label: {
            fr: 'Les plaintes sont lues avec les événements.',
            en: 'Complaints are read along with events.',
          },
          hint: { fr: 'Lire le dernier bilan.', en: 'Read the last review.' },
          remedy: { fr: 'Croiser plaintes et événements', en: 'Cross complaints and events' },
        },
        {
          id: 'G8',
          imperatif: '3.14.1',
          label: {
            fr: 'Le plan de crise est écrit et essayé.',
            en: 'The crisis plan is written and tried.',
          },
          hint: { fr: 'Lire le dernier exercice.', en: 'Read the last drill.' },
          remedy: { fr: 'Programmer l’exercice annuel', en: 'Schedule the yearly drill' },
        },
      ]),
    },
    {
      id: 'terrain',
      title: { fr: 'Vérification avec les professionnels', en: 'Check with the staff' },
      audience: 'professionals',
      questions: criteriaOn('has', [
        {
          id: 'T1',
          label: {
            fr: 'Les professionnels citent deux priorités de l’année.',
            en: 'Staff name two priorities of the year.',
          },
          hint: { fr: 'Demander à trois fonctions.', en: 'Ask three functions.' },
          remedy: { fr: 'Afficher les priorités de l’année', en: 'Post the year’s priorities' },
        },
        {
          id: 'T2',
          imperatif: '3.13.2',
          label: {
            fr: 'Ils savent déclarer, et l’ont fait.',
            en: 'They know how to report, and did.',
          },
          hint: { fr: 'Le faire montrer.', en: 'Have it shown.' },
          remedy: { fr: 'Montrer la déclaration à la relève', en: 'Show reporting at handover' },
        },
        {
          id: 'T3',
          label: {
            fr: 'Ils ont vu un changement né d’une déclaration.',
            en: 'They saw a change born of a report.',
          },
          hint: { fr: 'Demander lequel.', en: 'Ask which.' },
          remedy: { fr: 'Raconter un changement par mois', en: 'Tell one change a month' },
        },
        {
          id: 'T4',
          imperatif: '3.14.2',
          label: {
            fr: 'Ils connaissent leur rôle en crise.',
            en: 'They know their part in a crisis.',
          },
          hint: { fr: 'Demander le premier geste.', en: 'Ask for the first gesture.' },
          remedy: { fr: 'Présenter les fiches de crise', en: 'Present the crisis sheets' },
        },
      ]),
    },
  ],
}
