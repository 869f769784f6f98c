import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'
import { IN_PLACE } from './library-scales.ts'

/** G11, occupational risk assessment (DUERP): 14 criteria, observed once in the home. */
export const auditWorkRisks: Form = {
  ...identityOf(CATALOGUE.auditWorkRisks),
  unit: 'structure',
  source: {
    fr: 'Contenu et mise à jour du document unique (annuelle dès 11 salariés, PAPRIPACT dès 50, conservation 40 ans), écrits par le produit. À vérifier.',
    en: 'Content and update of the risk assessment (yearly from 11 staff, programme from 50, kept 40 years), in the product’s words. To be verified.',
  },
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Évaluer', en: 'Assess' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'A1',
          label: {
            fr: 'Les unités de travail couvrent tous les postes, nuit comprise.',
            en: 'Work units cover all posts, night included.',
          },
          hint: { fr: 'Comparer à l’organigramme.', en: 'Compare with the organisation chart.' },
          remedy: { fr: 'Compléter les unités de travail', en: 'Complete the work units' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Les manutentions et postures sont évaluées.',
            en: 'Lifting and postures are assessed.',
          },
          hint: { fr: 'Chercher les transferts de personnes.', en: 'Look for moving people.' },
          remedy: {
            fr: 'Évaluer les manutentions avec les équipes',
            en: 'Assess lifting with the teams',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Les risques psychosociaux sont évalués.',
            en: 'Psychosocial risks are assessed.',
          },
          hint: {
            fr: 'Charge, conflits, violences, isolement.',
            en: 'Workload, conflict, violence, isolation.',
          },
          remedy: { fr: 'Évaluer les risques psychosociaux', en: 'Assess psychosocial risks' },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les risques biologiques et chimiques sont évalués.',
            en: 'Biological and chemical risks are assessed.',
          },
          hint: {
            fr: 'Sang, excreta, produits d’entretien.',
            en: 'Blood, excreta, cleaning products.',
          },
          remedy: {
            fr: 'Inventorier les produits et les expositions',
            en: 'List products and exposures',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'La chaleur et le risque routier sont évalués.',
            en: 'Heat and road risk are assessed.',
          },
          hint: { fr: 'Cuisine, lingerie, trajets.', en: 'Kitchen, laundry, trips.' },
          remedy: {
            fr: 'Ajouter chaleur et route au document',
            en: 'Add heat and road to the document',
          },
        },
        {
          id: 'A6',
          label: {
            fr: 'La violence et les agressions sont évaluées.',
            en: 'Violence and assault are assessed.',
          },
          hint: { fr: 'Lire les accidents de l’année.', en: 'Read this year’s accidents.' },
          remedy: {
            fr: 'Évaluer le risque d’agression par unité',
            en: 'Assess the risk of assault by unit',
          },
        },
        {
          id: 'A7',
          label: {
            fr: 'Chaque risque est coté avec une méthode écrite.',
            en: 'Each risk is rated by a written method.',
          },
          hint: { fr: 'Lire l’échelle.', en: 'Read the scale.' },
          remedy: { fr: 'Écrire la méthode de cotation', en: 'Write the rating method' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Agir', en: 'Act' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'B1',
          label: {
            fr: 'Un programme d’actions suit la cotation.',
            en: 'A programme of actions follows the rating.',
          },
          hint: {
            fr: 'Pilote et échéance pour chaque action.',
            en: 'Pilot and date for each action.',
          },
          remedy: { fr: 'Donner un pilote à chaque action', en: 'Give each action a pilot' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Les accidents du travail nourrissent le document.',
            en: 'Accidents at work feed the document.',
          },
          hint: { fr: 'Prendre les trois derniers.', en: 'Take the last three.' },
          remedy: { fr: 'Relier les accidents au document', en: 'Link accidents to the document' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Faire vivre', en: 'Keep alive' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'C1',
          label: { fr: 'La mise à jour a moins d’un an.', en: 'The update is under a year old.' },
          hint: { fr: 'Lire la date.', en: 'Read the date.' },
          remedy: { fr: 'Programmer la mise à jour annuelle', en: 'Schedule the yearly update' },
        },
        {
          id: 'C2',
          label: {
            fr: 'Un changement important déclenche une mise à jour.',
            en: 'A major change brings an update.',
          },
          hint: {
            fr: 'Travaux, nouvelle activité, nouvel outil.',
            en: 'Works, new activity, new tool.',
          },
          remedy: {
            fr: 'Ajouter le document aux projets de travaux',
            en: 'Add the document to building projects',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Le comité social et économique a été consulté.',
            en: 'The staff committee was consulted.',
          },
          hint: { fr: 'Lire l’avis et sa date.', en: 'Read the opinion and its date.' },
          remedy: {
            fr: 'Inscrire la consultation du comité',
            en: 'Put the consultation on the committee’s agenda',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'Le document est transmis au service de prévention et de santé au travail.',
            en: 'The document is sent to occupational health.',
          },
          hint: { fr: 'Chercher la preuve d’envoi.', en: 'Look for proof of sending.' },
          remedy: { fr: 'Transmettre chaque mise à jour', en: 'Send each update' },
        },
        {
          id: 'C5',
          label: {
            fr: 'Les salariés savent où le lire ; les versions sont gardées.',
            en: 'Staff know where to read it; versions are kept.',
          },
          hint: { fr: 'Demander à deux professionnels.', en: 'Ask two of the staff.' },
          remedy: {
            fr: 'Afficher où consulter le document',
            en: 'Post where to read the document',
          },
        },
      ]),
    },
  ],
}
