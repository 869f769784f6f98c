import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G18, food and drink in hot weather: 13 criteria, observed once in the home. */
export const auditHeatwave: Form = {
  ...identityOf(CATALOGUE.auditHeatwave),
  unit: 'structure',
  source: {
    fr: 'Thèmes usuels de la prévention en période chaude, écrits par le produit, à vérifier avec le médecin.',
    en: 'Usual themes of prevention in hot weather, in the product’s words, to be verified with the doctor.',
  },
  target: 0.9,
  pilot: { fr: 'IDE coordinatrice', en: 'Lead nurse' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Avant', en: 'Before' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Les personnes les plus fragiles sont listées.',
            en: 'The frailest people are listed.',
          },
          hint: { fr: 'Lire la liste et sa date.', en: 'Read the list and its date.' },
          remedy: { fr: 'Établir la liste avant l’été', en: 'Make the list before summer' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Les traitements à risque ont été revus.',
            en: 'Risky treatments were reviewed.',
          },
          hint: {
            fr: 'Diurétiques, neuroleptiques : trace médicale.',
            en: 'Diuretics, neuroleptics: medical trace.',
          },
          remedy: { fr: 'Demander la revue des traitements', en: 'Ask for the treatment review' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Une pièce rafraîchie est prête et assez grande.',
            en: 'A cooled room is ready and large enough.',
          },
          hint: {
            fr: 'Lire le thermomètre, compter les places.',
            en: 'Read the thermometer, count the seats.',
          },
          remedy: {
            fr: 'Vérifier la pièce rafraîchie avant l’été',
            en: 'Check the cooled room before summer',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les équipes savent reconnaître la déshydratation.',
            en: 'Staff can spot dehydration.',
          },
          hint: {
            fr: 'Demander trois signes à deux professionnels.',
            en: 'Ask two of the staff for three signs.',
          },
          remedy: {
            fr: 'Former aux signes de déshydratation',
            en: 'Train in signs of dehydration',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'Les menus d’été et les textures sont prévus.',
            en: 'Summer menus and textures are planned.',
          },
          hint: { fr: 'Lire le plan de menus.', en: 'Read the menu plan.' },
          remedy: { fr: 'Préparer les menus d’été', en: 'Prepare summer menus' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Pendant', en: 'During' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'La température des pièces est relevée deux fois par jour.',
            en: 'Room temperature is read twice a day.',
          },
          hint: { fr: 'Lire les relevés.', en: 'Read the readings.' },
          remedy: {
            fr: 'Relever la température matin et soir',
            en: 'Read temperature morning and evening',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'Les boissons sont proposées toutes les deux heures, nuit comprise.',
            en: 'Drinks are offered every two hours, at night too.',
          },
          hint: {
            fr: 'Suivre un chariot, lire la trace de nuit.',
            en: 'Follow a trolley, read the night record.',
          },
          remedy: { fr: 'Programmer des tournées de boissons', en: 'Schedule drink rounds' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Les apports sont tracés pour les personnes à risque.',
            en: 'Intake is recorded for people at risk.',
          },
          hint: { fr: 'Prendre trois feuilles.', en: 'Take three sheets.' },
          remedy: { fr: 'Ouvrir une feuille d’hydratation', en: 'Open a hydration sheet' },
        },
        {
          id: 'B4',
          label: {
            fr: 'Eau gélifiée et boissons variées sont disponibles.',
            en: 'Gelled water and varied drinks are available.',
          },
          hint: { fr: 'Ouvrir l’office.', en: 'Open the pantry.' },
          remedy: { fr: 'Commander eau gélifiée et boissons', en: 'Order gelled water and drinks' },
        },
        {
          id: 'B5',
          label: {
            fr: 'Chaque personne passe plusieurs heures au frais.',
            en: 'Each person spends several hours in the cool.',
          },
          hint: { fr: 'Lire l’organisation du jour.', en: 'Read the day’s plan.' },
          remedy: {
            fr: 'Organiser le passage en pièce fraîche',
            en: 'Organise time in the cool room',
          },
        },
        {
          id: 'B6',
          label: {
            fr: 'Les vêtements et la literie sont allégés.',
            en: 'Clothes and bedding are lightened.',
          },
          hint: { fr: 'Observer trois chambres.', en: 'Watch three rooms.' },
          remedy: { fr: 'Alléger literie et tenues', en: 'Lighten bedding and clothes' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Après', en: 'After' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Les poids sont repris après l’épisode.',
            en: 'Weights are taken after the episode.',
          },
          hint: { fr: 'Comparer avant et après.', en: 'Compare before and after.' },
          remedy: {
            fr: 'Peser les personnes à risque après l’épisode',
            en: 'Weigh people at risk after the episode',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'Un bilan est fait et change le plan.',
            en: 'A review is made and changes the plan.',
          },
          hint: { fr: 'Lire le compte rendu.', en: 'Read the report.' },
          remedy: { fr: 'Faire le bilan de chaque épisode', en: 'Review each episode' },
        },
      ]),
    },
  ],
}
