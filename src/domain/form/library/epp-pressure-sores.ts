import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G19, pressure sores: 14 criteria, read file by file. */
export const eppPressureSores: Form = {
  ...identityOf(CATALOGUE.eppPressureSores),
  unit: 'file',
  source: {
    fr: 'Thèmes usuels de la prévention des escarres ; échelles citées : Braden, Norton. Écrits par le produit, à vérifier avec le médecin.',
    en: 'Usual themes of pressure sore prevention; scales named: Braden, Norton. In the product’s words, to be verified with the doctor.',
  },
  target: 0.8,
  pilot: { fr: 'IDE coordinatrice', en: 'Lead nurse' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Repérer', en: 'Spot' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Le risque est évalué dans les deux jours de l’entrée.',
            en: 'Risk is assessed within two days of entry.',
          },
          hint: { fr: 'Échelle et score datés.', en: 'Dated scale and score.' },
          remedy: {
            fr: 'Évaluer le risque d’escarre à l’entrée',
            en: 'Assess the risk of sores on entry',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'Il est réévalué à chaque changement d’état.',
            en: 'It is assessed again at each change of state.',
          },
          hint: {
            fr: 'Retour d’hôpital, alitement, amaigrissement.',
            en: 'Back from hospital, bed rest, weight loss.',
          },
          remedy: {
            fr: 'Réévaluer au retour d’hospitalisation',
            en: 'Reassess on return from hospital',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'L’état de la peau est noté aux points d’appui.',
            en: 'Skin is noted at pressure points.',
          },
          hint: { fr: 'Talons, sacrum, hanches.', en: 'Heels, sacrum, hips.' },
          remedy: { fr: 'Noter l’état cutané à la toilette', en: 'Note skin state at the wash' },
        },
        {
          id: 'A4',
          label: {
            fr: 'Le risque de dénutrition est vérifié.',
            en: 'The risk of malnutrition is checked.',
          },
          hint: {
            fr: 'Poids, apports, albumine si besoin.',
            en: 'Weight, intake, albumin if needed.',
          },
          remedy: {
            fr: 'Associer la nutrition au plan d’escarre',
            en: 'Add nutrition to the sore plan',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Prévenir', en: 'Prevent' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Un support adapté est en place et en état.',
            en: 'A fitting support is in place and working.',
          },
          hint: {
            fr: 'Matelas, coussin, réglage, gonflage.',
            en: 'Mattress, cushion, setting, inflation.',
          },
          remedy: { fr: 'Vérifier les supports chaque mois', en: 'Check supports every month' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Les changements de position sont planifiés et tracés.',
            en: 'Changes of position are planned and traced.',
          },
          hint: { fr: 'Lire trois jours.', en: 'Read three days.' },
          remedy: {
            fr: 'Ouvrir un plan de changements de position',
            en: 'Open a plan of changes of position',
          },
        },
        {
          id: 'B3',
          label: { fr: 'Les talons sont en décharge.', en: 'Heels are off-loaded.' },
          hint: { fr: 'Regarder au lit.', en: 'Look in bed.' },
          remedy: { fr: 'Mettre les talons en décharge', en: 'Off-load the heels' },
        },
        {
          id: 'B4',
          label: {
            fr: 'L’humidité et l’incontinence sont prises en charge.',
            en: 'Moisture and incontinence are managed.',
          },
          hint: { fr: 'Produit, fréquence de change.', en: 'Product, frequency of change.' },
          remedy: { fr: 'Revoir le rythme des changes', en: 'Review the rhythm of changes' },
        },
        {
          id: 'B5',
          label: {
            fr: 'La personne et ses proches sont informés.',
            en: 'The person and relatives are told.',
          },
          hint: { fr: 'Chercher la trace.', en: 'Look for the trace.' },
          remedy: { fr: 'Remettre une information simple', en: 'Give simple information' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Soigner', en: 'Treat' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'La plaie est décrite, mesurée et photographiée avec accord.',
            en: 'The wound is described, measured and pictured with agreement.',
          },
          hint: { fr: 'Stade, taille, fond, bords.', en: 'Stage, size, bed, edges.' },
          remedy: { fr: 'Utiliser une fiche plaie unique', en: 'Use one wound sheet' },
        },
        {
          id: 'C2',
          label: {
            fr: 'Un protocole de pansement est prescrit et suivi.',
            en: 'A dressing protocol is prescribed and followed.',
          },
          hint: { fr: 'Comparer prescription et soins.', en: 'Compare prescription and care.' },
          remedy: { fr: 'Demander un protocole de pansement', en: 'Ask for a dressing protocol' },
        },
        {
          id: 'C3',
          label: {
            fr: 'La douleur du soin est évaluée et traitée.',
            en: 'Pain of the care is assessed and treated.',
          },
          hint: { fr: 'Score avant et pendant.', en: 'Score before and during.' },
          remedy: {
            fr: 'Prévoir l’antalgie avant le pansement',
            en: 'Plan pain relief before the dressing',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'L’évolution est revue chaque semaine.',
            en: 'Progress is reviewed every week.',
          },
          hint: { fr: 'Lire quatre semaines.', en: 'Read four weeks.' },
          remedy: { fr: 'Programmer une revue hebdomadaire', en: 'Schedule a weekly review' },
        },
        {
          id: 'C5',
          label: {
            fr: 'L’escarre acquise est déclarée et analysée.',
            en: 'A sore acquired here is reported and analysed.',
          },
          hint: { fr: 'Chercher l’événement.', en: 'Look for the event.' },
          remedy: { fr: 'Déclarer chaque escarre acquise', en: 'Report each acquired sore' },
        },
      ]),
    },
  ],
}
