import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G21, management of excreta: 13 criteria, observed once in the home. */
export const auditExcreta: Form = {
  ...identityOf(CATALOGUE.auditExcreta),
  unit: 'structure',
  source: {
    fr: 'Thèmes usuels ; un outil d’audit a été construit avec des EHPAD et des MAS par le CPias Grand Est (2018). Critères écrits par le produit, à vérifier.',
    en: 'Usual themes; an audit tool was built with homes by CPias Grand Est (2018). Criteria in the product’s words, to be verified.',
  },
  target: 0.9,
  pilot: { fr: 'Référent hygiène', en: 'Hygiene lead' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Équipement', en: 'Equipment' },
      questions: criteriaOn('conform', [
        {
          id: 'A1',
          label: {
            fr: 'Chaque unité a un lave-bassin en état de marche, ou des sacs protecteurs.',
            en: 'Each unit has a working bedpan washer, or hygienic bags.',
          },
          hint: { fr: 'Lancer un cycle.', en: 'Run a cycle.' },
          remedy: {
            fr: 'Réparer ou remplacer le lave-bassin',
            en: 'Repair or replace the bedpan washer',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'Le lave-bassin est entretenu et contrôlé.',
            en: 'The washer is serviced and checked.',
          },
          hint: { fr: 'Lire la dernière maintenance.', en: 'Read the last service.' },
          remedy: { fr: 'Signer un contrat de maintenance', en: 'Sign a service contract' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Bassins et urinaux sont en nombre suffisant.',
            en: 'Bedpans and urinals are enough in number.',
          },
          hint: {
            fr: 'Compter par rapport aux besoins du jour.',
            en: 'Count against the day’s needs.',
          },
          remedy: { fr: 'Compléter le parc de bassins', en: 'Complete the stock of bedpans' },
        },
        {
          id: 'A4',
          label: {
            fr: 'Ils sont intacts, propres et secs.',
            en: 'They are intact, clean and dry.',
          },
          hint: { fr: 'Regarder cinq pièces.', en: 'Look at five pieces.' },
          remedy: { fr: 'Remplacer les bassins abîmés', en: 'Replace damaged bedpans' },
        },
        {
          id: 'A5',
          label: {
            fr: 'Ils sont rangés à l’abri, hors du sol.',
            en: 'They are stored sheltered, off the floor.',
          },
          hint: { fr: 'Regarder le local.', en: 'Look at the room.' },
          remedy: { fr: 'Poser des supports de rangement', en: 'Fit storage racks' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Pratiques', en: 'Practice' },
      questions: criteriaOn('conform', [
        {
          id: 'B1',
          label: {
            fr: 'Les gants sont mis juste avant et retirés juste après.',
            en: 'Gloves are put on right before and off right after.',
          },
          hint: { fr: 'Observer deux évacuations.', en: 'Watch two disposals.' },
          remedy: {
            fr: 'Rappeler le retrait immédiat des gants',
            en: 'Recall taking gloves off at once',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'Un tablier protège la tenue pendant l’évacuation.',
            en: 'An apron protects clothes during disposal.',
          },
          hint: { fr: 'Observer.', en: 'Watch.' },
          remedy: { fr: 'Placer des tabliers au local', en: 'Put aprons in the room' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Le bassin est couvert pendant le trajet.',
            en: 'The bedpan is covered on the way.',
          },
          hint: { fr: 'Suivre un trajet.', en: 'Follow one trip.' },
          remedy: { fr: 'Fournir des couvercles', en: 'Supply lids' },
        },
        {
          id: 'B4',
          label: {
            fr: 'Aucun rinçage à la douchette ni vidange à la main.',
            en: 'No rinsing with a hand shower nor emptying by hand.',
          },
          hint: { fr: 'Regarder les salles d’eau.', en: 'Look at the bathrooms.' },
          remedy: { fr: 'Retirer les douchettes de rinçage', en: 'Remove rinsing hand showers' },
        },
        {
          id: 'B5',
          label: {
            fr: 'L’hygiène des mains suit chaque manipulation.',
            en: 'Hand hygiene follows each handling.',
          },
          hint: { fr: 'Friction ou lavage selon le cas.', en: 'Rub or wash as needed.' },
          remedy: { fr: 'Installer un distributeur au local', en: 'Fit a dispenser in the room' },
        },
        {
          id: 'B6',
          label: {
            fr: 'Les changes souillés sont emballés au lit.',
            en: 'Soiled pads are wrapped at the bed.',
          },
          hint: { fr: 'Observer un change.', en: 'Watch a change.' },
          remedy: { fr: 'Prévoir un sac par change', en: 'Provide one bag a change' },
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
            fr: 'La procédure existe et les équipes l’appliquent.',
            en: 'The procedure exists and is followed.',
          },
          hint: { fr: 'Demander à deux professionnels.', en: 'Ask two of the staff.' },
          remedy: {
            fr: 'Réécrire la procédure avec les équipes',
            en: 'Rewrite the procedure with the teams',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'Les équipes ont été formées dans les deux ans.',
            en: 'Staff were trained within two years.',
          },
          hint: { fr: 'Lire la liste.', en: 'Read the list.' },
          remedy: { fr: 'Programmer une formation excreta', en: 'Schedule training on excreta' },
        },
      ]),
    },
  ],
}
