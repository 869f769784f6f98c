import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G27, schooling and teaching unit: 13 criteria, observed once in the home. */
export const auditSchooling: Form = {
  ...identityOf(CATALOGUE.auditSchooling),
  unit: 'structure',
  source: {
    fr: 'Thèmes usuels de la scolarisation en établissement, écrits par le produit, à vérifier avec l’enseignant référent.',
    en: 'Usual themes of schooling in a home, in the product’s words, to be verified with the school liaison.',
  },
  target: 0.8,
  pilot: { fr: 'Chef de service', en: 'Head of unit' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Projet', en: 'Plan' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Chaque jeune a un projet scolaire écrit.',
            en: 'Each young person has a written school plan.',
          },
          hint: { fr: 'Prendre cinq dossiers.', en: 'Take five files.' },
          remedy: { fr: 'Écrire le projet scolaire de chacun', en: 'Write each school plan' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Le jeune connaît son emploi du temps.',
            en: 'The young person knows their timetable.',
          },
          hint: { fr: 'Le lui demander.', en: 'Ask them.' },
          remedy: { fr: 'Afficher un emploi du temps lisible', en: 'Post a readable timetable' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Projet scolaire et projet personnalisé se répondent.',
            en: 'School plan and personal plan match.',
          },
          hint: { fr: 'Comparer deux objectifs.', en: 'Compare two goals.' },
          remedy: {
            fr: 'Rapprocher les deux projets en synthèse',
            en: 'Bring both plans together at the review',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les temps en école ordinaire sont cherchés d’abord.',
            en: 'Time in ordinary school is sought first.',
          },
          hint: { fr: 'Lire les heures par jeune.', en: 'Read the hours by person.' },
          remedy: {
            fr: 'Chercher un temps en classe ordinaire',
            en: 'Seek time in an ordinary class',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'La convention avec l’éducation nationale est à jour.',
            en: 'The agreement with the school authority is current.',
          },
          hint: { fr: 'Lire la date.', en: 'Read the date.' },
          remedy: {
            fr: 'Renouveler la convention d’enseignement',
            en: 'Renew the teaching agreement',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Apprentissages', en: 'Learning' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Les évaluations scolaires sont faites chaque année.',
            en: 'School assessments are made yearly.',
          },
          hint: { fr: 'Lire deux bilans.', en: 'Read two reports.' },
          remedy: { fr: 'Programmer les évaluations scolaires', en: 'Schedule school assessments' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Les adaptations sont écrites et appliquées.',
            en: 'Adaptations are written and applied.',
          },
          hint: { fr: 'Observer une séance.', en: 'Watch a session.' },
          remedy: { fr: 'Écrire les adaptations par jeune', en: 'Write adaptations by person' },
        },
        {
          id: 'B3',
          label: { fr: 'Le matériel adapté est disponible.', en: 'Adapted material is available.' },
          hint: { fr: 'Le voir utilisé.', en: 'See it in use.' },
          remedy: {
            fr: 'Équiper les classes en matériel adapté',
            en: 'Supply classes with adapted material',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'Communication alternative et numérique sont proposés.',
            en: 'Alternative communication and digital tools are offered.',
          },
          hint: { fr: 'Chercher en classe et en unité.', en: 'Look in class and in the unit.' },
          remedy: {
            fr: 'Former à la communication alternative',
            en: 'Train in alternative communication',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Liens', en: 'Links' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'L’enseignant référent est aux réunions.',
            en: 'The school liaison attends meetings.',
          },
          hint: { fr: 'Lire les présences.', en: 'Read attendance.' },
          remedy: { fr: 'Inviter l’enseignant référent', en: 'Invite the school liaison' },
        },
        {
          id: 'C2',
          label: {
            fr: 'Les parents reçoivent un bilan compréhensible.',
            en: 'Parents get a report they understand.',
          },
          hint: { fr: 'Lire le dernier.', en: 'Read the last one.' },
          remedy: { fr: 'Remettre un bilan facile à lire', en: 'Hand over an easy-to-read report' },
        },
        {
          id: 'C3',
          label: {
            fr: 'La suite après l’école est préparée.',
            en: 'What comes after school is prepared.',
          },
          hint: { fr: 'Dès 14 ans.', en: 'From 14.' },
          remedy: {
            fr: 'Ouvrir le volet formation et travail',
            en: 'Open the training and work part',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'Les absences sont suivies et comprises.',
            en: 'Absences are followed and understood.',
          },
          hint: { fr: 'Lire trois mois.', en: 'Read three months.' },
          remedy: { fr: 'Suivre les absences chaque mois', en: 'Follow absences monthly' },
        },
      ]),
    },
  ],
}
