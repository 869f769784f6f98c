import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G14, care waste and other waste: 14 criteria, observed in one of its premises. */
export const auditWaste: Form = {
  ...identityOf(CATALOGUE.auditWaste),
  unit: 'premises',
  source: {
    fr: 'Règles usuelles du tri et de l’élimination des déchets de soins, écrites par le produit. Délais selon le tonnage : à vérifier.',
    en: 'Usual rules of sorting and disposing of care waste, in the product’s words. Time limits by weight: to be verified.',
  },
  target: 0.9,
  pilot: { fr: 'Référent déchets', en: 'Waste lead' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Tri', en: 'Sorting' },
      questions: criteriaOn('conform', [
        {
          id: 'A1',
          label: {
            fr: 'Le tri se fait là où le déchet naît.',
            en: 'Sorting is done where waste is made.',
          },
          hint: { fr: 'Ouvrir trois poubelles de soins.', en: 'Open three care bins.' },
          remedy: {
            fr: 'Placer le bon contenant à chaque point de soin',
            en: 'Put the right container at each point of care',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'Chaque déchet est dans l’emballage prévu.',
            en: 'Each waste is in the right packaging.',
          },
          hint: { fr: 'Sac, carton, collecteur, fût.', en: 'Bag, box, sharps container, drum.' },
          remedy: { fr: 'Afficher les consignes de tri', en: 'Post the sorting rules' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Le collecteur est fixé et sous son repère.',
            en: 'The sharps container is fixed and below its mark.',
          },
          hint: { fr: 'Regarder chaque chariot.', en: 'Look at each trolley.' },
          remedy: {
            fr: 'Fixer les collecteurs sur leur support',
            en: 'Fix sharps containers to their holder',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les contenants pleins sont fermés pour de bon.',
            en: 'Full containers are closed for good.',
          },
          hint: { fr: 'Essayer l’ouverture, sans forcer.', en: 'Try the lid, without forcing.' },
          remedy: { fr: 'Rappeler la fermeture définitive', en: 'Recall the final closing' },
        },
        {
          id: 'A5',
          label: {
            fr: 'Les médicaments non utilisés suivent leur propre circuit.',
            en: 'Unused medicines follow their own circuit.',
          },
          hint: { fr: 'Demander où ils vont.', en: 'Ask where they go.' },
          remedy: {
            fr: 'Écrire le retour des médicaments à la pharmacie',
            en: 'Write the return of medicines to the pharmacy',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Entreposage', en: 'Storage' },
      questions: criteriaOn('conform', [
        {
          id: 'B1',
          label: {
            fr: 'Le local est fermé à clé et signalé.',
            en: 'The store is locked and signed.',
          },
          hint: { fr: 'Essayer la porte.', en: 'Try the door.' },
          remedy: { fr: 'Fermer et signaler le local', en: 'Lock and sign the store' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Le local est ventilé, lavable et propre.',
            en: 'The store is ventilated, washable and clean.',
          },
          hint: {
            fr: 'Regarder sol, siphon, point d’eau.',
            en: 'Look at floor, drain, water point.',
          },
          remedy: {
            fr: 'Tracer le nettoyage du local déchets',
            en: 'Trace the cleaning of the waste store',
          },
        },
        {
          id: 'B3',
          label: { fr: 'La durée de stockage est respectée.', en: 'The storage time is kept.' },
          hint: {
            fr: 'Comparer dates des contenants et enlèvements.',
            en: 'Compare container dates and collections.',
          },
          remedy: {
            fr: 'Dater chaque contenant à la fermeture',
            en: 'Date each container on closing',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Élimination et preuve', en: 'Disposal and proof' },
      questions: criteriaOn('conform', [
        {
          id: 'C1',
          label: {
            fr: 'Une convention lie l’établissement au collecteur.',
            en: 'An agreement binds the home and the collector.',
          },
          hint: { fr: 'Lire la date de fin.', en: 'Read the end date.' },
          remedy: {
            fr: 'Renouveler la convention de collecte',
            en: 'Renew the collection agreement',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'Les bordereaux de suivi sont complets et gardés.',
            en: 'Tracking slips are complete and kept.',
          },
          hint: { fr: 'Prendre les trois derniers.', en: 'Take the last three.' },
          remedy: {
            fr: 'Classer les bordereaux retour signés',
            en: 'File the signed return slips',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Une fonction est chargée des déchets.',
            en: 'One function is in charge of waste.',
          },
          hint: { fr: 'Lire la fiche de poste.', en: 'Read the job description.' },
          remedy: { fr: 'Désigner un référent déchets', en: 'Name a waste lead' },
        },
        {
          id: 'C4',
          label: {
            fr: 'Les professionnels ont été formés au tri.',
            en: 'Staff were trained in sorting.',
          },
          hint: { fr: 'Lire les dates de l’année.', en: 'Read this year’s dates.' },
          remedy: { fr: 'Former les nouveaux au tri', en: 'Train newcomers in sorting' },
        },
        {
          id: 'C5',
          label: {
            fr: 'La conduite après piqûre est affichée dans le local.',
            en: 'What to do after a needle prick is posted there.',
          },
          hint: { fr: 'La lire à voix haute.', en: 'Read it aloud.' },
          remedy: { fr: 'Afficher la conduite après piqûre', en: 'Post what to do after a prick' },
        },
        {
          id: 'C6',
          label: {
            fr: 'Biodéchets, huiles et déchets verts ont leur filière.',
            en: 'Food waste, oil and green waste have their channel.',
          },
          hint: { fr: 'Demander le dernier enlèvement.', en: 'Ask for the last collection.' },
          remedy: { fr: 'Ouvrir une filière biodéchets', en: 'Open a food waste channel' },
        },
      ]),
    },
  ],
}
