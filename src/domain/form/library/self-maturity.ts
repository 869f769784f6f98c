import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'
import { LEVELS } from './library-scales.ts'

/** MAT5, maturity of the organisation, five levels: 12 criteria, observed once in the home. */
export const selfMaturity: Form = {
  ...identityOf(CATALOGUE.selfMaturity),
  unit: 'structure',
  source: {
    fr: 'Cinq niveaux à la manière des autodiagnostics de l’ANAP. Questions et libellés des niveaux écrits par le produit, à vérifier.',
    en: 'Five levels in the manner of ANAP self-diagnoses. Questions and names of levels in the product’s words, to be verified.',
  },
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Piloter', en: 'Steer' },
      questions: criteriaOn(LEVELS, [
        {
          id: 'A1',
          label: {
            fr: 'Les priorités de l’année sont connues.',
            en: 'The year’s priorities are known.',
          },
          hint: { fr: 'Demander à trois fonctions.', en: 'Ask three functions.' },
          remedy: { fr: 'Diffuser les priorités de l’année', en: 'Spread the year’s priorities' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Des indicateurs sont suivis et discutés.',
            en: 'Indicators are followed and discussed.',
          },
          hint: { fr: 'Lire la dernière réunion.', en: 'Read the last meeting.' },
          remedy: {
            fr: 'Discuter les indicateurs chaque trimestre',
            en: 'Discuss indicators every quarter',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Les décisions sont tracées avec un pilote.',
            en: 'Decisions are traced with a pilot.',
          },
          hint: { fr: 'Lire trois comptes rendus.', en: 'Read three minutes.' },
          remedy: {
            fr: 'Écrire pilote et échéance à chaque décision',
            en: 'Write pilot and date on each decision',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Organiser', en: 'Organise' },
      questions: criteriaOn(LEVELS, [
        {
          id: 'B1',
          label: {
            fr: 'Les fiches de poste disent qui fait quoi.',
            en: 'Job descriptions say who does what.',
          },
          hint: { fr: 'Prendre trois fiches.', en: 'Take three.' },
          remedy: { fr: 'Mettre à jour les fiches de poste', en: 'Update job descriptions' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Les plannings suivent les besoins des personnes.',
            en: 'Rosters follow people’s needs.',
          },
          hint: { fr: 'Comparer une journée.', en: 'Compare one day.' },
          remedy: { fr: 'Revoir les plannings par besoins', en: 'Review rosters by needs' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Les transmissions sont courtes et utiles.',
            en: 'Handovers are short and useful.',
          },
          hint: { fr: 'Assister à une.', en: 'Attend one.' },
          remedy: { fr: 'Structurer les transmissions', en: 'Structure handovers' },
        },
        {
          id: 'B4',
          label: {
            fr: 'Le système d’information est utilisé par tous.',
            en: 'The information system is used by all.',
          },
          hint: { fr: 'Regarder les cahiers restants.', en: 'Look at notebooks left.' },
          remedy: { fr: 'Former au logiciel de soins', en: 'Train in the care software' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Équipes', en: 'Teams' },
      questions: criteriaOn(LEVELS, [
        {
          id: 'C1',
          label: {
            fr: 'L’accueil des nouveaux est organisé.',
            en: 'Newcomers’ welcome is organised.',
          },
          hint: { fr: 'Interroger le plus récent.', en: 'Ask the newest.' },
          remedy: { fr: 'Écrire l’accueil des nouveaux', en: 'Write newcomers’ welcome' },
        },
        {
          id: 'C2',
          label: { fr: 'Les compétences sont suivies.', en: 'Skills are followed.' },
          hint: { fr: 'Lire le plan de formation.', en: 'Read the training plan.' },
          remedy: { fr: 'Tenir un tableau des compétences', en: 'Keep a table of skills' },
        },
        {
          id: 'C3',
          label: { fr: 'L’absence est anticipée.', en: 'Absence is planned for.' },
          hint: { fr: 'Lire la procédure de remplacement.', en: 'Read the replacement procedure.' },
          remedy: {
            fr: 'Écrire la procédure de remplacement',
            en: 'Write the replacement procedure',
          },
        },
      ]),
    },
    {
      id: 'D',
      title: { fr: 'Parcours', en: 'Pathways' },
      questions: criteriaOn(LEVELS, [
        {
          id: 'D1',
          label: {
            fr: 'Les partenaires sont identifiés et liés par écrit.',
            en: 'Partners are known and bound in writing.',
          },
          hint: { fr: 'Lire trois conventions.', en: 'Read three agreements.' },
          remedy: { fr: 'Mettre à jour les conventions', en: 'Update agreements' },
        },
        {
          id: 'D2',
          label: {
            fr: 'Les sorties et retours d’hôpital sont préparés.',
            en: 'Hospital discharges and returns are prepared.',
          },
          hint: { fr: 'Prendre deux retours.', en: 'Take two returns.' },
          remedy: { fr: 'Écrire la fiche de retour d’hôpital', en: 'Write the return sheet' },
        },
      ]),
    },
  ],
}
