import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G13, laundry circuit: 14 criteria, observed in one of its premises. */
export const auditLaundry: Form = {
  ...identityOf(CATALOGUE.auditLaundry),
  unit: 'premises',
  source: {
    fr: 'Thèmes usuels du circuit du linge et de la méthode RABC, écrits par le produit, à vérifier.',
    en: 'Usual themes of the laundry circuit and the RABC method, in the product’s words, to be verified.',
  },
  target: 0.9,
  pilot: { fr: 'Responsable lingerie', en: 'Laundry manager' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Linge sale', en: 'Soiled linen' },
      questions: criteriaOn('conform', [
        {
          id: 'A1',
          label: {
            fr: 'Le tri se fait au plus près du lit.',
            en: 'Sorting is done next to the bed.',
          },
          hint: { fr: 'Suivre un change complet.', en: 'Follow a full change.' },
          remedy: {
            fr: 'Équiper les chariots d’un tri à la source',
            en: 'Fit trolleys for sorting at source',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'Le linge sale ne touche ni le sol ni la tenue.',
            en: 'Soiled linen touches neither floor nor clothes.',
          },
          hint: { fr: 'Observer deux réfections de lit.', en: 'Watch two beds being made.' },
          remedy: {
            fr: 'Rappeler le port du linge loin de la tenue',
            en: 'Recall carrying linen away from clothes',
          },
        },
        {
          id: 'A3',
          label: { fr: 'Les sacs sont identifiés et fermés.', en: 'Bags are marked and closed.' },
          hint: { fr: 'Regarder le local de stockage.', en: 'Look at the storage room.' },
          remedy: { fr: 'Fournir des sacs par catégorie', en: 'Supply bags by category' },
        },
        {
          id: 'A4',
          label: {
            fr: 'Mains et protections sont adaptées au linge sale.',
            en: 'Hands and protection suit soiled linen.',
          },
          hint: { fr: 'Gants, tablier, friction après.', en: 'Gloves, apron, rub after.' },
          remedy: {
            fr: 'Mettre protections et gel au local sale',
            en: 'Put protection and gel in the soiled room',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'Le linge sale quitte l’unité chaque jour.',
            en: 'Soiled linen leaves the unit every day.',
          },
          hint: { fr: 'Demander l’heure des passages.', en: 'Ask when it is collected.' },
          remedy: { fr: 'Fixer un passage quotidien', en: 'Set a daily collection' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Traitement', en: 'Treatment' },
      questions: criteriaOn('conform', [
        {
          id: 'B1',
          label: {
            fr: 'Les circuits sale et propre ne se croisent pas.',
            en: 'Soiled and clean circuits do not cross.',
          },
          hint: { fr: 'Marcher le circuit entier.', en: 'Walk the whole circuit.' },
          remedy: { fr: 'Revoir le plan des circuits', en: 'Review the plan of circuits' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Les programmes de lavage sont écrits et suivis.',
            en: 'Washing programmes are written and followed.',
          },
          hint: { fr: 'Température, durée, dosage.', en: 'Temperature, time, dose.' },
          remedy: {
            fr: 'Afficher les programmes près des machines',
            en: 'Post the programmes near the machines',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Une analyse des risques de contamination existe.',
            en: 'A contamination risk analysis exists.',
          },
          hint: { fr: 'Lire la démarche RABC et sa date.', en: 'Read the RABC work and its date.' },
          remedy: { fr: 'Engager l’analyse RABC', en: 'Start the RABC analysis' },
        },
        {
          id: 'B4',
          label: {
            fr: 'La prestation extérieure est contrôlée.',
            en: 'The outside service is checked.',
          },
          hint: { fr: 'Lire les derniers contrôles.', en: 'Read the last checks.' },
          remedy: { fr: 'Programmer deux contrôles par an', en: 'Schedule two checks a year' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Linge propre et personnel', en: 'Clean and personal linen' },
      questions: criteriaOn('conform', [
        {
          id: 'C1',
          label: {
            fr: 'Le linge propre est stocké fermé, à l’abri.',
            en: 'Clean linen is stored closed and sheltered.',
          },
          hint: { fr: 'Ouvrir deux réserves.', en: 'Open two stores.' },
          remedy: { fr: 'Fermer les réserves de linge propre', en: 'Close the clean linen stores' },
        },
        {
          id: 'C2',
          label: {
            fr: 'Le chariot propre est couvert et nettoyé.',
            en: 'The clean trolley is covered and cleaned.',
          },
          hint: { fr: 'Lire la traçabilité.', en: 'Read the records.' },
          remedy: { fr: 'Tracer le nettoyage des chariots', en: 'Trace trolley cleaning' },
        },
        {
          id: 'C3',
          label: { fr: 'Le linge personnel est marqué.', en: 'Personal linen is marked.' },
          hint: { fr: 'Regarder cinq pièces.', en: 'Look at five pieces.' },
          remedy: { fr: 'Marquer le linge dès l’entrée', en: 'Mark linen from the entry' },
        },
        {
          id: 'C4',
          label: { fr: 'Les pertes sont notées et suivies.', en: 'Losses are noted and followed.' },
          hint: { fr: 'Lire le registre.', en: 'Read the register.' },
          remedy: {
            fr: 'Ouvrir un registre des pertes de linge',
            en: 'Open a register of lost linen',
          },
        },
        {
          id: 'C5',
          label: {
            fr: 'La satisfaction sur le linge est recueillie.',
            en: 'Satisfaction with linen is asked.',
          },
          hint: { fr: 'Enquête ou commission.', en: 'Survey or committee.' },
          remedy: {
            fr: 'Ajouter le linge à l’enquête annuelle',
            en: 'Add linen to the yearly survey',
          },
        },
      ]),
    },
  ],
}
