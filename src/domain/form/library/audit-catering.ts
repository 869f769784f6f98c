import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { cateringPlan } from './catering-plan.ts'
import { criteriaOn } from './criteria-on.ts'

/** G12, catering: 19 criteria, seen in the kitchen, its store and the dining room. */
export const auditCatering: Form = {
  ...identityOf(CATALOGUE.auditCatering),
  unit: 'premises',
  source: {
    fr: 'Points usuels du plan de maîtrise sanitaire, écrits par le produit. Températures et durées : connaissance générale, à vérifier.',
    en: 'Usual points of the food safety plan, in the product’s words. Temperatures and durations: general knowledge, to be verified.',
  },
  target: 0.9,
  pilot: { fr: 'Responsable restauration', en: 'Catering manager' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Réception et stockage', en: 'Receiving and storage' },
      questions: criteriaOn('conform', [
        {
          id: 'A1',
          remedy: {
            fr: 'Relever et signer chaque livraison',
            en: 'Read and sign for each delivery',
          },
          label: {
            fr: 'La température des produits est relevée à la livraison.',
            en: 'The temperature of goods is read on delivery.',
          },
          hint: {
            fr: 'Lire les relevés des 5 dernières livraisons.',
            en: 'Read the records of the last 5 deliveries.',
          },
          phrases: [{ fr: 'Relevés incomplets', en: 'Readings incomplete' }],
        },
        {
          id: 'A2',
          label: {
            fr: 'Les produits entamés sont protégés, étiquetés et datés.',
            en: 'Opened products are covered, labelled and dated.',
          },
          hint: { fr: 'Ouvrir deux réfrigérateurs.', en: 'Open two fridges.' },
          phrases: [
            { fr: 'Sans date', en: 'No date' },
            { fr: 'Non protégés', en: 'Not covered' },
          ],
          remedy: {
            fr: 'Étiqueter et dater les produits entamés',
            en: 'Label and date opened products',
          },
        },
        {
          id: 'A3',
          remedy: {
            fr: 'Régler la chambre froide et suivre les écarts',
            en: 'Set the cold room and follow up gaps',
          },
          label: {
            fr: 'La chambre froide positive est à 3 °C au plus.',
            en: 'The cold room is at 3 °C at most.',
          },
          hint: {
            fr: 'Lire le thermomètre et les relevés du mois.',
            en: 'Read the thermometer and this month’s readings.',
          },
          phrases: [{ fr: 'Hors limite sans suite', en: 'Out of range, no follow-up' }],
        },
        {
          id: 'A4',
          label: {
            fr: 'Le cru, le cuit et les emballages sont rangés dans des zones séparées.',
            en: 'Raw food, cooked food and packaging are stored in separate areas.',
          },
          hint: { fr: 'Ouvrir chaque chambre froide.', en: 'Open each cold room.' },
          phrases: [
            { fr: 'Cru au-dessus du cuit', en: 'Raw above cooked' },
            { fr: 'Cartons en chambre froide', en: 'Boxes in the cold room' },
          ],
          remedy: {
            fr: 'Attribuer une zone à chaque famille de produits',
            en: 'Give each kind of product its area',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Préparation et service', en: 'Preparation and service' },
      questions: criteriaOn('conform', [
        {
          id: 'B1',
          remedy: {
            fr: 'Rappeler l’hygiène des mains en cuisine',
            en: 'Go over hand hygiene in the kitchen',
          },
          label: {
            fr: 'Les mains sont lavées au bon moment, les tenues sont propres.',
            en: 'Hands are washed when needed, clothes are clean.',
          },
          hint: { fr: 'Observer 10 minutes.', en: 'Watch for 10 minutes.' },
          phrases: [
            { fr: 'Bijoux', en: 'Jewels' },
            { fr: 'Savon ou papier manquant', en: 'No soap or paper' },
          ],
        },
        {
          id: 'B2',
          remedy: {
            fr: 'Séparer les circuits sale et propre',
            en: 'Separate the dirty and clean circuits',
          },
          label: {
            fr: 'Le circuit va du sale au propre sans retour en arrière.',
            en: 'Work flows from dirty to clean without going back.',
          },
          phrases: [{ fr: 'Croisement à la plonge', en: 'Crossing at the sink' }],
        },
        {
          id: 'B3',
          remedy: {
            fr: 'Noter début et fin de chaque refroidissement',
            en: 'Note start and end of each cooling',
          },
          weight: 2,
          label: {
            fr: 'Le refroidissement rapide est fait en 2 heures et noté.',
            en: 'Rapid cooling is done within 2 hours and noted.',
          },
          hint: {
            fr: 'Lire 3 relevés : heure de début, heure de fin, température.',
            en: 'Read 3 records: start, end, temperature.',
          },
          phrases: [{ fr: 'Heure de fin absente', en: 'No end time' }],
        },
        {
          id: 'B4',
          remedy: {
            fr: 'Contrôler la température au départ des chariots',
            en: 'Check temperatures when trolleys leave',
          },
          weight: 2,
          label: {
            fr: 'Les plats chauds sont servis à 63 °C au moins.',
            en: 'Hot dishes are served at 63 °C at least.',
          },
          hint: { fr: 'Mesurer deux plats au départ.', en: 'Measure two dishes on leaving.' },
          phrases: [{ fr: 'Chariot non branché', en: 'Trolley not plugged in' }],
        },
        {
          id: 'B6',
          weight: 2,
          label: {
            fr: 'Un plat remis en température atteint 63 °C en moins d’une heure, et ne sert qu’une fois.',
            en: 'A reheated dish reaches 63 °C in less than an hour, and is served once only.',
          },
          hint: {
            fr: 'Lire 3 relevés : sortie du froid, heure et température de fin.',
            en: 'Read 3 records: out of the cold, end time and temperature.',
          },
          phrases: [
            { fr: 'Remise en température non notée', en: 'Reheating not recorded' },
            { fr: 'Reste réchauffé deux fois', en: 'Leftover reheated twice' },
          ],
          remedy: {
            fr: 'Noter chaque remise en température',
            en: 'Record each reheating',
          },
        },
        {
          id: 'B5',
          label: {
            fr: 'Allergies, régimes et textures sont connus à l’assiette près.',
            en: 'Allergies, diets and textures are known down to the plate.',
          },
          hint: {
            fr: 'Suivre 3 plateaux de la cuisine à la personne.',
            en: 'Follow 3 trays from the kitchen to the person.',
          },
          phrases: [
            { fr: 'Liste ancienne', en: 'Old list' },
            { fr: 'Texture différente', en: 'Different texture' },
          ],
          remedy: {
            fr: 'Mettre à jour la liste des régimes et textures',
            en: 'Update the list of diets and textures',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Traces et locaux', en: 'Records and premises' },
      questions: criteriaOn('conform', [
        {
          id: 'C1',
          remedy: { fr: 'Garder les plats témoins 5 jours', en: 'Keep sample dishes for 5 days' },
          label: {
            fr: 'Les plats témoins des 5 derniers jours sont gardés.',
            en: 'Sample dishes of the last 5 days are kept.',
          },
          phrases: [{ fr: 'Un jour manque', en: 'One day missing' }],
        },
        {
          id: 'C2',
          remedy: {
            fr: 'Revoir la feuille de nettoyage avec l’équipe',
            en: 'Review the cleaning sheet with the team',
          },
          label: {
            fr: 'Le plan de nettoyage est suivi et signé.',
            en: 'The cleaning plan is followed and signed.',
          },
          phrases: [{ fr: 'Signé à l’avance', en: 'Signed beforehand' }],
        },
        {
          id: 'C3',
          remedy: {
            fr: 'Relancer le prestataire contre les nuisibles',
            en: 'Chase the pest contractor',
          },
          label: {
            fr: 'Il n’y a pas de trace de nuisibles, et un contrat le suit.',
            en: 'No sign of pests, and a contract watches over it.',
          },
          phrases: [{ fr: 'Passage en retard', en: 'Visit overdue' }],
        },
        {
          id: 'C4',
          remedy: { fr: 'Réunir la commission des menus', en: 'Call the menu group' },
          label: {
            fr: 'Les personnes accueillies donnent leur avis sur les menus.',
            en: 'The people who live here give their opinion on menus.',
          },
          hint: {
            fr: 'Lire le dernier compte rendu de la commission.',
            en: 'Read the last minutes of the menu group.',
          },
          phrases: [{ fr: 'Pas de réunion en 6 mois', en: 'No meeting in 6 months' }],
        },
      ]),
    },
    cateringPlan,
  ],
}
