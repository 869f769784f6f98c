import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G29, transport of people: 13 criteria, observed once in the home. */
export const auditTransport: Form = {
  ...identityOf(CATALOGUE.auditTransport),
  unit: 'structure',
  source: {
    fr: 'Points usuels de sécurité et de confort du transport, écrits par le produit, à vérifier.',
    en: 'Usual points of safety and comfort in transport, in the product’s words, to be verified.',
  },
  target: 0.9,
  pilot: { fr: 'Responsable logistique', en: 'Logistics manager' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Véhicule', en: 'Vehicle' },
      questions: criteriaOn('conform', [
        {
          id: 'A1',
          label: {
            fr: 'Assurance, contrôle technique et entretien sont à jour.',
            en: 'Insurance, inspection and service are current.',
          },
          hint: {
            fr: 'Lire les papiers de deux véhicules.',
            en: 'Read the papers of two vehicles.',
          },
          remedy: { fr: 'Tenir un tableau des véhicules', en: 'Keep a table of vehicles' },
        },
        {
          id: 'A2',
          blocking: true,
          label: {
            fr: 'Ceintures, sièges et fixations de fauteuil sont en état.',
            en: 'Belts, seats and wheelchair fixings work.',
          },
          hint: { fr: 'Essayer chaque fixation.', en: 'Try each fixing.' },
          remedy: { fr: 'Réparer les fixations de fauteuil', en: 'Repair wheelchair fixings' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Trousse, extincteur, gilet et triangle sont présents.',
            en: 'Kit, extinguisher, vest and triangle are there.',
          },
          hint: { fr: 'Lire les dates.', en: 'Read the dates.' },
          remedy: { fr: 'Compléter l’équipement de sécurité', en: 'Complete the safety kit' },
        },
        {
          id: 'A4',
          label: {
            fr: 'L’accès se fait sans porter la personne.',
            en: 'Access needs no lifting of the person.',
          },
          hint: { fr: 'Observer une montée.', en: 'Watch one boarding.' },
          remedy: { fr: 'Équiper d’une rampe ou d’un élévateur', en: 'Fit a ramp or a lift' },
        },
        {
          id: 'A5',
          label: {
            fr: 'Le véhicule est propre et rafraîchi.',
            en: 'The vehicle is clean and cool.',
          },
          hint: { fr: 'Regarder au départ.', en: 'Look before leaving.' },
          remedy: { fr: 'Programmer le nettoyage hebdomadaire', en: 'Schedule weekly cleaning' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Trajet', en: 'Trip' },
      questions: criteriaOn('conform', [
        {
          id: 'B1',
          label: { fr: 'Le temps de trajet reste acceptable.', en: 'Travel time is fair.' },
          hint: { fr: 'Lire les deux plus longs.', en: 'Read the two longest.' },
          remedy: { fr: 'Revoir les tournées les plus longues', en: 'Review the longest rounds' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Un accompagnateur est présent quand il le faut.',
            en: 'An attendant is there when needed.',
          },
          hint: { fr: 'Comparer à la consigne.', en: 'Compare with the instruction.' },
          remedy: {
            fr: 'Écrire quand un accompagnateur est requis',
            en: 'Write when an attendant is required',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Chaque personne est installée selon sa fiche.',
            en: 'Each person is seated by their sheet.',
          },
          hint: { fr: 'Comparer trois fiches.', en: 'Compare three sheets.' },
          remedy: {
            fr: 'Créer une fiche de transport par personne',
            en: 'Make one transport sheet each',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'La présence est vérifiée à la montée et à la descente.',
            en: 'Presence is checked on and off.',
          },
          hint: { fr: 'Observer.', en: 'Watch.' },
          remedy: { fr: 'Faire l’appel à chaque trajet', en: 'Call the roll on each trip' },
        },
        {
          id: 'B5',
          label: {
            fr: 'Crise, malaise et panne : la conduite est connue.',
            en: 'Seizure, faint, breakdown: what to do is known.',
          },
          hint: { fr: 'Demander au conducteur.', en: 'Ask the driver.' },
          remedy: {
            fr: 'Mettre une fiche d’urgence à bord',
            en: 'Put an emergency sheet on board',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Organisation', en: 'Organisation' },
      questions: criteriaOn('conform', [
        {
          id: 'C1',
          label: {
            fr: 'Permis et aptitude des conducteurs sont vérifiés.',
            en: 'Licence and fitness of drivers are checked.',
          },
          hint: { fr: 'Lire les dates.', en: 'Read the dates.' },
          remedy: { fr: 'Vérifier les permis chaque année', en: 'Check licences yearly' },
        },
        {
          id: 'C2',
          label: { fr: 'Le prestataire est évalué.', en: 'The contractor is assessed.' },
          hint: { fr: 'Lire la dernière évaluation.', en: 'Read the last assessment.' },
          remedy: { fr: 'Évaluer le prestataire chaque année', en: 'Assess the contractor yearly' },
        },
        {
          id: 'C3',
          label: {
            fr: 'Les incidents de transport sont déclarés.',
            en: 'Transport incidents are reported.',
          },
          hint: { fr: 'Chercher dans les événements.', en: 'Look in the events.' },
          remedy: {
            fr: 'Rappeler la déclaration des incidents',
            en: 'Recall the reporting of incidents',
          },
        },
      ]),
    },
  ],
}
