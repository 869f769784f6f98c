import type { Section } from '../form.ts'
import { criteriaOn } from './criteria-on.ts'

/** Objectif 2.2 of the eighteen impératifs: rights and liberties, 2.2.1 to 2.2.7. */
export const imperativeRights: Section = {
  id: 'o2-2',
  title: { fr: 'Droits fondamentaux', en: 'Fundamental rights' },
  theme: '2',
  questions: criteriaOn('has', [
    {
      id: '2-2-1-1',
      imperatif: '2.2.1',
      label: {
        fr: 'On va et vient librement ; toute limite est écrite, motivée et revue.',
        en: 'One comes and goes freely; any limit is written, reasoned and reviewed.',
      },
      hint: {
        fr: 'Essayer les portes, lire trois limites.',
        en: 'Try the doors, read three limits.',
      },
      remedy: {
        fr: 'Revoir les limites d’aller et venir',
        en: 'Review limits on coming and going',
      },
    },
    {
      id: '2-2-1-2',
      imperatif: '2.2.1',
      label: {
        fr: 'La personne connaît ces limites et peut les contester.',
        en: 'The person knows these limits and may contest them.',
      },
      hint: { fr: 'Demander à deux personnes.', en: 'Ask two people.' },
      remedy: { fr: 'Expliquer les limites et les recours', en: 'Explain limits and appeals' },
    },
    {
      id: '2-2-2-1',
      imperatif: '2.2.2',
      label: {
        fr: 'Les gestes et les mots respectent la dignité et l’intégrité.',
        en: 'Gestures and words respect dignity and integrity.',
      },
      hint: { fr: 'Observer une toilette et un repas.', en: 'Watch a wash and a meal.' },
      remedy: { fr: 'Travailler les gestes en équipe', en: 'Work on gestures in the team' },
    },
    {
      id: '2-2-2-2',
      imperatif: '2.2.2',
      label: {
        fr: 'Les atteintes sont repérées et reprises.',
        en: 'Breaches are spotted and taken up.',
      },
      hint: { fr: 'Demander un exemple.', en: 'Ask for an example.' },
      remedy: {
        fr: 'Reprendre chaque atteinte en équipe',
        en: 'Take up each breach in the team',
      },
    },
    {
      id: '2-2-3-1',
      imperatif: '2.2.3',
      label: {
        fr: 'L’intimité est respectée dans les soins et les lieux.',
        en: 'Privacy is respected in care and places.',
      },
      hint: { fr: 'Portes, rideaux, chambres doubles.', en: 'Doors, curtains, double rooms.' },
      remedy: { fr: 'Équiper les chambres doubles', en: 'Equip double rooms' },
    },
    {
      id: '2-2-3-2',
      imperatif: '2.2.3',
      label: {
        fr: 'Vie privée, courrier et visites sont protégés.',
        en: 'Private life, mail and visits are protected.',
      },
      hint: { fr: 'Lire le règlement, demander.', en: 'Read the rules, ask.' },
      remedy: {
        fr: 'Revoir le règlement sur la vie privée',
        en: 'Review the rules on private life',
      },
    },
    {
      id: '2-2-4-1',
      imperatif: '2.2.4',
      label: {
        fr: 'Opinions, croyances et vote peuvent s’exercer.',
        en: 'Opinions, beliefs and voting can be exercised.',
      },
      hint: { fr: 'Chercher les demandes de l’année.', en: 'Look for this year’s requests.' },
      remedy: {
        fr: 'Recueillir les souhaits de culte et de vote',
        en: 'Ask for wishes of worship and vote',
      },
    },
    {
      id: '2-2-5-1',
      imperatif: '2.2.5',
      label: {
        fr: 'Le droit à l’image est demandé usage par usage et peut être retiré.',
        en: 'Image rights are asked use by use and may be withdrawn.',
      },
      hint: { fr: 'Lire trois accords.', en: 'Read three agreements.' },
      remedy: {
        fr: 'Refaire les accords usage par usage',
        en: 'Redo the agreements use by use',
      },
    },
    {
      id: '2-2-6-1',
      imperatif: '2.2.6',
      label: {
        fr: 'L’organisation rend ces droits effectifs, de jour et de nuit.',
        en: 'The organisation makes these rights real, day and night.',
      },
      hint: { fr: 'Comparer planning et droits.', en: 'Compare roster and rights.' },
      remedy: {
        fr: 'Adapter l’organisation aux droits',
        en: 'Fit the organisation to the rights',
      },
    },
    {
      id: '2-2-6-2',
      imperatif: '2.2.6',
      label: {
        fr: 'Les professionnels sont formés aux droits.',
        en: 'Staff are trained in rights.',
      },
      hint: { fr: 'Lire les dates.', en: 'Read the dates.' },
      remedy: { fr: 'Former aux droits chaque année', en: 'Train in rights yearly' },
    },
    {
      id: '2-2-7-1',
      imperatif: '2.2.7',
      label: {
        fr: 'Les informations sont protégées et partagées à bon escient.',
        en: 'Information is protected and shared with sense.',
      },
      hint: {
        fr: 'Regarder écrans, bureaux, couloirs.',
        en: 'Look at screens, offices, corridors.',
      },
      remedy: { fr: 'Protéger écrans et documents', en: 'Protect screens and papers' },
    },
    {
      id: '2-2-7-2',
      imperatif: '2.2.7',
      label: {
        fr: 'Un registre des traitements et un délégué existent.',
        en: 'A register of processing and an officer exist.',
      },
      hint: { fr: 'Lire la date.', en: 'Read the date.' },
      remedy: {
        fr: 'Tenir le registre des traitements',
        en: 'Keep the register of processing',
      },
    },
  ]),
}
