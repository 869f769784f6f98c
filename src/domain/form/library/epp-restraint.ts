import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'

const SCALE = 'yes-no-na'

/** G05, contention: ten criteria read in each file, ten files or more. */
export const eppRestraint: Form = {
  ...identityOf(CATALOGUE.eppRestraint),
  unit: 'file',
  source: {
    fr: 'Principe (exceptionnelle, prescrite avant, réévaluée) : Anaes 2000. Critères écrits par le produit, à valider avec les médecins.',
    en: 'Principle (exceptional, prescribed beforehand, reassessed): Anaes 2000. Criteria in the product’s words, to be validated with the doctors.',
  },
  target: 0.9,
  pilot: { fr: 'Médecin coordonnateur', en: 'Coordinating doctor' },
  sections: [
    {
      id: 'file',
      title: { fr: 'Dossier', en: 'File' },
      intro: { fr: 'Numéros locaux, aucun nom.', en: 'Local numbers, no name.' },
      questions: [
        {
          id: 'C1',
          type: 'criterion',
          scale: SCALE,
          remedy: { fr: 'Prescrire avant toute pose', en: 'Prescribe before any restraint' },
          label: {
            fr: 'Une prescription médicale précède la pose.',
            en: 'A medical prescription comes before the restraint.',
          },
          hint: { fr: 'Comparer les deux dates.', en: 'Compare the two dates.' },
        },
        {
          id: 'C2',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Écrire le motif dans la prescription',
            en: 'Write the reason in the prescription',
          },
          label: { fr: 'Le motif est écrit.', en: 'The reason is written.' },
          hint: {
            fr: 'Lire la prescription ou l’observation du jour.',
            en: 'Read the prescription or the note of the day.',
          },
        },
        {
          id: 'C3',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Essayer et noter d’autres solutions avant',
            en: 'Try and note other solutions first',
          },
          label: {
            fr: 'D’autres solutions ont été essayées avant la contention.',
            en: 'Other solutions were tried before the restraint.',
          },
          hint: {
            fr: 'Chercher dans les transmissions des 15 jours avant la pose.',
            en: 'Look in the notes of the 15 days before.',
          },
        },
        {
          id: 'C4',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Discuter bénéfice et risque en réunion d’équipe',
            en: 'Discuss benefit and risk in team meetings',
          },
          label: {
            fr: 'Le bénéfice et le risque ont été discutés en équipe.',
            en: 'Benefit and risk were discussed in the team.',
          },
          hint: {
            fr: 'Chercher au moins deux professions dans la trace.',
            en: 'Look for at least two professions in the trace.',
          },
        },
        {
          id: 'C5',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Rechercher et noter l’accord de la personne',
            en: 'Seek and note the person’s agreement',
          },
          label: {
            fr: 'L’accord de la personne a été recherché.',
            en: 'The person’s agreement was sought.',
          },
          hint: {
            fr: 'À défaut, la personne de confiance ou le représentant a été informé.',
            en: 'Failing that, the trusted person or the representative was told.',
          },
        },
        {
          id: 'C6',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Préciser le matériel dans la prescription',
            en: 'State the device in the prescription',
          },
          label: { fr: 'Le type de matériel est précisé.', en: 'The type of device is stated.' },
          hint: {
            fr: 'Barrières et fauteuil-coquille comptent aussi.',
            en: 'Bed rails and shell chairs count too.',
          },
        },
        {
          id: 'C7',
          type: 'criterion',
          scale: SCALE,
          label: {
            fr: 'Une date de réévaluation est fixée et tenue.',
            en: 'A date of reassessment is set and kept.',
          },
          remedy: {
            fr: 'Inscrire la réévaluation au planning de l’équipe',
            en: 'Put reassessment in the team’s schedule',
          },
        },
        {
          id: 'C8',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Remplir la feuille de surveillance à chaque poste',
            en: 'Fill in the monitoring sheet each shift',
          },
          label: {
            fr: 'La feuille de surveillance est remplie.',
            en: 'The monitoring sheet is filled in.',
          },
          hint: {
            fr: 'Lire les 3 derniers jours : confort, eau, marche, levées.',
            en: 'Read the last 3 days: comfort, water, walking, removals.',
          },
        },
        {
          id: 'C9',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Fixer des temps de levée dans la journée',
            en: 'Set times of removal within the day',
          },
          label: {
            fr: 'Des temps sans contention sont prévus et tenus.',
            en: 'Times without restraint are planned and kept.',
          },
          hint: {
            fr: 'Repas, activités, présence d’un proche.',
            en: 'Meals, activities, a relative’s presence.',
          },
        },
        {
          id: 'C10',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Remplacer tout matériel non conforme',
            en: 'Replace any equipment that does not conform',
          },
          label: {
            fr: 'Le matériel posé est prévu pour cet usage et en bon état.',
            en: 'The device in place is made for this use and in good state.',
          },
          hint: {
            fr: 'Aucun drap ni bricolage ; regarder fixations et usure.',
            en: 'No sheet nor makeshift; look at fixings and wear.',
          },
        },
      ],
    },
  ],
}
