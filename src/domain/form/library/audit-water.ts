import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G22, Legionella and water quality: 13 criteria, observed once in the home. */
export const auditWater: Form = {
  ...identityOf(CATALOGUE.auditWater),
  unit: 'structure',
  source: {
    fr: 'Obligations usuelles de suivi de l’eau chaude sanitaire, écrites par le produit. Températures et rythmes à vérifier avec l’agence régionale de santé.',
    en: 'Usual duties of hot water monitoring, in the product’s words. Temperatures and rhythms to be verified with the regional health agency.',
  },
  target: 0.9,
  pilot: { fr: 'Responsable technique', en: 'Technical manager' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Connaître le réseau', en: 'Know the network' },
      questions: criteriaOn('conform', [
        {
          id: 'A1',
          label: {
            fr: 'Le plan du réseau d’eau est à jour.',
            en: 'The plan of the water network is current.',
          },
          hint: { fr: 'Le suivre sur un étage.', en: 'Follow it on one floor.' },
          remedy: { fr: 'Mettre à jour le plan du réseau', en: 'Update the network plan' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Les points d’usage à risque sont repérés.',
            en: 'Points of use at risk are marked.',
          },
          hint: { fr: 'Douches, balnéo, jets.', en: 'Showers, spa baths, jets.' },
          remedy: { fr: 'Lister les points à risque', en: 'List the points at risk' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Une fonction est chargée de l’eau, avec un remplaçant.',
            en: 'One function is in charge of water, with a deputy.',
          },
          hint: { fr: 'Lire les fiches de poste.', en: 'Read the job descriptions.' },
          remedy: { fr: 'Désigner un remplaçant pour l’eau', en: 'Name a deputy for water' },
        },
        {
          id: 'A4',
          label: { fr: 'Le carnet sanitaire est tenu.', en: 'The water log is kept.' },
          hint: { fr: 'Lire le mois en cours.', en: 'Read the current month.' },
          remedy: {
            fr: 'Tenir le carnet sanitaire chaque semaine',
            en: 'Keep the water log every week',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Surveiller', en: 'Monitor' },
      questions: criteriaOn('conform', [
        {
          id: 'B1',
          label: {
            fr: 'La température de départ et de retour est relevée.',
            en: 'Flow and return temperatures are read.',
          },
          hint: { fr: 'Comparer aux seuils du carnet.', en: 'Compare with the log’s limits.' },
          remedy: {
            fr: 'Relever départ et retour chaque jour',
            en: 'Read flow and return every day',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'La température aux points d’usage est relevée.',
            en: 'Temperature at points of use is read.',
          },
          hint: { fr: 'Prendre deux douches.', en: 'Take two showers.' },
          remedy: {
            fr: 'Relever un point par étage chaque semaine',
            en: 'Read one point a floor every week',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'La recherche de légionelles est faite chaque année.',
            en: 'Legionella is looked for every year.',
          },
          hint: { fr: 'Lire la date et les points.', en: 'Read the date and points.' },
          remedy: { fr: 'Programmer les analyses annuelles', en: 'Schedule yearly tests' },
        },
        {
          id: 'B4',
          label: {
            fr: 'Un résultat hors limite a eu une suite.',
            en: 'A result out of limits had a follow-up.',
          },
          hint: {
            fr: 'Lire la suite donnée et le contrôle.',
            en: 'Read what followed and the check.',
          },
          remedy: {
            fr: 'Écrire la conduite en cas de dépassement',
            en: 'Write what to do when above limits',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Entretenir', en: 'Maintain' },
      questions: criteriaOn('conform', [
        {
          id: 'C1',
          label: {
            fr: 'Les points peu utilisés sont purgés.',
            en: 'Little used points are flushed.',
          },
          hint: { fr: 'Lire la trace de la semaine.', en: 'Read this week’s record.' },
          remedy: { fr: 'Organiser les purges hebdomadaires', en: 'Organise weekly flushing' },
        },
        {
          id: 'C2',
          label: {
            fr: 'Pommeaux et mousseurs sont détartrés ou changés.',
            en: 'Shower heads and aerators are descaled or changed.',
          },
          hint: { fr: 'Regarder trois points.', en: 'Look at three points.' },
          remedy: {
            fr: 'Programmer le détartrage semestriel',
            en: 'Schedule half-yearly descaling',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Ballons et réseau sont entretenus.',
            en: 'Tanks and network are serviced.',
          },
          hint: { fr: 'Lire la dernière intervention.', en: 'Read the last service.' },
          remedy: {
            fr: 'Faire vidanger et contrôler les ballons',
            en: 'Have tanks drained and checked',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'L’eau du soin et des machines à glaçons est suivie.',
            en: 'Water for care and ice machines is followed.',
          },
          hint: { fr: 'Lire l’entretien.', en: 'Read the service.' },
          remedy: { fr: 'Ajouter les fontaines au carnet', en: 'Add fountains to the log' },
        },
        {
          id: 'C5',
          label: {
            fr: 'La conduite en cas de légionellose est connue.',
            en: 'What to do in a case of legionellosis is known.',
          },
          hint: { fr: 'Demander qui prévenir.', en: 'Ask whom to tell.' },
          remedy: {
            fr: 'Afficher qui prévenir et quoi fermer',
            en: 'Post whom to tell and what to close',
          },
        },
      ]),
    },
  ],
}
