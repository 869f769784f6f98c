import type { Section } from '../form.ts'
import { criteriaOn } from './criteria-on.ts'

/** The part of G12 read on paper: the food safety plan, and what proves that it is lived. */
export const cateringPlan: Section = {
  id: 'D',
  title: { fr: 'Plan de maîtrise sanitaire', en: 'Food safety plan' },
  questions: criteriaOn('conform', [
    {
      id: 'D1',
      label: {
        fr: 'Le plan de maîtrise sanitaire est écrit, à jour, et la cuisine sait où il est.',
        en: 'The food safety plan is written, up to date, and the kitchen knows where it is.',
      },
      hint: {
        fr: 'Demander à un cuisinier de le montrer.',
        en: 'Ask a cook to show it.',
      },
      phrases: [{ fr: 'Version ancienne', en: 'Old version' }],
      remedy: {
        fr: 'Mettre à jour le plan avec la cuisine',
        en: 'Update the plan with the kitchen',
      },
    },
    {
      id: 'D2',
      label: {
        fr: 'L’agrément ou la déclaration de la cuisine est écrit, et dit ce qu’elle fait vraiment.',
        en: 'The approval or declaration of the kitchen is in writing, and says what it really does.',
      },
      hint: {
        fr: 'Comparer avec les repas livrés à d’autres sites.',
        en: 'Compare with the meals delivered to other sites.',
      },
      phrases: [
        { fr: 'Document introuvable', en: 'Document not found' },
        { fr: 'Livraison à un autre site non dite', en: 'Delivery to another site not stated' },
      ],
      remedy: {
        fr: 'Mettre à jour l’agrément ou la déclaration',
        en: 'Update the approval or declaration',
      },
    },
    {
      id: 'D3',
      label: {
        fr: 'Les résultats des analyses d’aliments et de surfaces sont lus, et un écart a une suite.',
        en: 'Results of food and surface tests are read, and a gap is followed up.',
      },
      hint: {
        fr: 'Lire les 3 derniers résultats et ce qui a été fait.',
        en: 'Read the last 3 results and what was done.',
      },
      phrases: [
        { fr: 'Résultat non conforme sans suite', en: 'Failed result, no follow-up' },
        { fr: 'Analyses en retard', en: 'Tests overdue' },
      ],
      remedy: {
        fr: 'Noter la suite donnée à chaque analyse non conforme',
        en: 'Note what follows each failed test',
      },
    },
    {
      id: 'D4',
      label: {
        fr: 'Chaque personne qui prépare ou sert a été formée à l’hygiène des aliments.',
        en: 'Everyone who prepares or serves was trained in food hygiene.',
      },
      hint: {
        fr: 'Lire la liste des formations, remplaçants compris.',
        en: 'Read the training list, stand-ins included.',
      },
      phrases: [{ fr: 'Remplaçants non formés', en: 'Stand-ins not trained' }],
      remedy: {
        fr: 'Inscrire les personnes non formées',
        en: 'Enrol those who are not trained',
      },
    },
    {
      id: 'D5',
      label: {
        fr: 'L’origine d’un produit servi se retrouve pendant 6 mois.',
        en: 'Where a served product came from can be found for 6 months.',
      },
      hint: {
        fr: 'Choisir un plat du mois dernier et remonter au bon de livraison.',
        en: 'Pick a dish of last month and go back to its delivery note.',
      },
      phrases: [{ fr: 'Étiquettes non gardées', en: 'Labels not kept' }],
      remedy: {
        fr: 'Garder étiquettes et bons de livraison 6 mois',
        en: 'Keep labels and delivery notes for 6 months',
      },
    },
  ]),
}
