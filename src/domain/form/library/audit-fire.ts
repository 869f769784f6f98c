import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G23, fire safety: 14 criteria, observed once in the home. */
export const auditFire: Form = {
  ...identityOf(CATALOGUE.auditFire),
  unit: 'structure',
  source: {
    fr: 'Points usuels de sécurité incendie d’un établissement d’hébergement, écrits par le produit. Périodicités à vérifier avec la commission de sécurité.',
    en: 'Usual points of fire safety in a residential home, in the product’s words. Periods to be verified with the safety commission.',
  },
  target: 1,
  pilot: { fr: 'Responsable technique', en: 'Technical manager' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Documents', en: 'Documents' },
      questions: criteriaOn('conform', [
        {
          id: 'A1',
          label: {
            fr: 'Le registre de sécurité est tenu à jour.',
            en: 'The safety register is current.',
          },
          hint: { fr: 'Lire les trois dernières lignes.', en: 'Read the last three lines.' },
          remedy: { fr: 'Tenir le registre chaque mois', en: 'Keep the register every month' },
        },
        {
          id: 'A2',
          label: {
            fr: 'L’avis de la commission est favorable, ses réserves sont levées.',
            en: 'The commission’s opinion is favourable, its remarks are lifted.',
          },
          hint: { fr: 'Lire le dernier procès-verbal.', en: 'Read the last report.' },
          remedy: { fr: 'Planifier la levée des réserves', en: 'Plan the lifting of remarks' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Les vérifications périodiques sont faites.',
            en: 'Periodic checks are made.',
          },
          hint: {
            fr: 'Alarme, désenfumage, électricité, gaz, ascenseur.',
            en: 'Alarm, smoke vents, power, gas, lift.',
          },
          remedy: {
            fr: 'Suivre les vérifications dans un tableau',
            en: 'Follow checks in a table',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Visite', en: 'Visit' },
      questions: criteriaOn('conform', [
        {
          id: 'B1',
          blocking: true,
          label: {
            fr: 'Les issues et couloirs sont libres.',
            en: 'Exits and corridors are clear.',
          },
          hint: { fr: 'Marcher chaque circulation.', en: 'Walk each corridor.' },
          remedy: { fr: 'Dégager et marquer les circulations', en: 'Clear and mark the corridors' },
        },
        {
          id: 'B2',
          blocking: true,
          label: {
            fr: 'Les portes coupe-feu ferment et ne sont pas calées.',
            en: 'Fire doors close and are not wedged.',
          },
          hint: { fr: 'Essayer chaque porte.', en: 'Try each door.' },
          remedy: {
            fr: 'Retirer les cales, réparer les ferme-portes',
            en: 'Remove wedges, repair door closers',
          },
        },
        {
          id: 'B3',
          label: { fr: 'L’éclairage de secours fonctionne.', en: 'Emergency lighting works.' },
          hint: { fr: 'Regarder les témoins.', en: 'Look at the indicators.' },
          remedy: { fr: 'Remplacer les blocs en panne', en: 'Replace failed units' },
        },
        {
          id: 'B4',
          label: {
            fr: 'Les extincteurs sont visibles et vérifiés.',
            en: 'Extinguishers are visible and checked.',
          },
          hint: { fr: 'Lire cinq étiquettes.', en: 'Read five labels.' },
          remedy: { fr: 'Faire vérifier les extincteurs', en: 'Have extinguishers checked' },
        },
        {
          id: 'B5',
          label: {
            fr: 'Plans et consignes sont affichés à chaque niveau.',
            en: 'Plans and instructions are posted on each floor.',
          },
          hint: {
            fr: 'Regarder s’ils sont orientés et lisibles.',
            en: 'See whether they face the right way and read well.',
          },
          remedy: {
            fr: 'Afficher plans et consignes lisibles',
            en: 'Post readable plans and instructions',
          },
        },
        {
          id: 'B6',
          label: {
            fr: 'Locaux à risque et réserves sont fermés et rangés.',
            en: 'Rooms at risk and stores are closed and tidy.',
          },
          hint: {
            fr: 'Lingerie, chaufferie, archives, oxygène.',
            en: 'Laundry, boiler, archives, oxygen.',
          },
          remedy: {
            fr: 'Ranger et fermer les locaux à risque',
            en: 'Tidy and close the rooms at risk',
          },
        },
        {
          id: 'B7',
          label: { fr: 'L’oxygène est stocké et signalé.', en: 'Oxygen is stored and signed.' },
          hint: {
            fr: 'Bouteilles attachées, loin de la chaleur.',
            en: 'Bottles tied, away from heat.',
          },
          remedy: { fr: 'Attacher et signaler les bouteilles', en: 'Tie and sign the bottles' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Équipe', en: 'Team' },
      questions: criteriaOn('conform', [
        {
          id: 'C1',
          label: {
            fr: 'L’effectif de nuit permet le transfert.',
            en: 'The night staff can move people.',
          },
          hint: {
            fr: 'Lire le planning et la consigne.',
            en: 'Read the roster and the instruction.',
          },
          remedy: {
            fr: 'Revoir la consigne de transfert de nuit',
            en: 'Review the night transfer instruction',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'Les professionnels savent transférer vers la zone sûre.',
            en: 'Staff can move people to the safe area.',
          },
          hint: {
            fr: 'Demander le premier geste et la zone.',
            en: 'Ask the first gesture and the area.',
          },
          remedy: {
            fr: 'Former chaque équipe au transfert',
            en: 'Train each team in moving people',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Un exercice a eu lieu dans les six mois, de nuit aussi.',
            en: 'A drill was held within six months, at night too.',
          },
          hint: { fr: 'Lire le compte rendu.', en: 'Read the report.' },
          remedy: { fr: 'Programmer deux exercices par an', en: 'Schedule two drills a year' },
        },
        {
          id: 'C4',
          label: {
            fr: 'La liste des personnes à aider est à jour.',
            en: 'The list of people to help is current.',
          },
          hint: { fr: 'Comparer à la présence du jour.', en: 'Compare with today’s presence.' },
          remedy: { fr: 'Mettre la liste à jour chaque semaine', en: 'Update the list every week' },
        },
      ]),
    },
  ],
}
