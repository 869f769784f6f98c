import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G02, hand hygiene: 14 criteria, one line an opportunity. */
export const eppHandHygiene: Form = {
  ...identityOf(CATALOGUE.eppHandHygiene),
  unit: 'opportunity',
  source: {
    fr: 'Séances d’observation par opportunités, comme l’audit flash du Grephh (jusqu’à 12 opportunités par feuille). Critères écrits par le produit, à vérifier avec l’équipe d’hygiène.',
    en: 'Sessions observed by opportunities, as in the Grephh quick audit (up to 12 a sheet). Criteria in the product’s words, to be verified with the hygiene team.',
  },
  target: 0.9,
  pilot: { fr: 'Référent hygiène', en: 'Hygiene lead' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Préparation des mains', en: 'Hands made ready' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Les mains et les poignets sont sans bijou, alliance comprise.',
            en: 'Hands and wrists bear no jewel, wedding ring included.',
          },
          hint: { fr: 'Regarder avant le premier geste.', en: 'Look before the first gesture.' },
          remedy: {
            fr: 'Rappeler la règle « zéro bijou » à la relève',
            en: 'Recall the no-jewel rule at handover',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'Les ongles sont courts, sans vernis ni résine.',
            en: 'Nails are short, without varnish or resin.',
          },
          hint: { fr: 'Regarder les deux mains.', en: 'Look at both hands.' },
          remedy: {
            fr: 'Afficher la règle des ongles courts au vestiaire',
            en: 'Post the short nails rule in the changing room',
          },
        },
        {
          id: 'A3',
          label: { fr: 'Les avant-bras sont dégagés.', en: 'Forearms are bare.' },
          hint: {
            fr: 'Manches au-dessus du coude, montre retirée.',
            en: 'Sleeves above the elbow, watch removed.',
          },
          remedy: {
            fr: 'Fournir des tenues à manches courtes',
            en: 'Supply short-sleeved uniforms',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Au bon moment', en: 'At the right moment' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'L’hygiène des mains est faite avant le contact avec la personne.',
            en: 'Hands are cleaned before touching the person.',
          },
          hint: {
            fr: 'Compter dès l’entrée dans la chambre.',
            en: 'Count from the entry into the room.',
          },
          remedy: {
            fr: 'Placer un flacon à l’entrée de chaque chambre',
            en: 'Put a bottle at the door of each room',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'Elle est faite juste avant un geste propre ou invasif.',
            en: 'They are cleaned right before a clean or invasive act.',
          },
          hint: {
            fr: 'Pansement, sonde, injection, aérosol.',
            en: 'Dressing, catheter, injection, aerosol.',
          },
          remedy: {
            fr: 'Intégrer la friction à la préparation du soin',
            en: 'Make rubbing part of preparing the care',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Elle est faite après un risque de contact avec un liquide biologique.',
            en: 'They are cleaned after a risk of contact with body fluids.',
          },
          hint: {
            fr: 'Au retrait des gants, avant tout autre geste.',
            en: 'On removing gloves, before any other act.',
          },
          remedy: {
            fr: 'Reprendre en équipe le geste après retrait des gants',
            en: 'Go over the gesture after glove removal in the team',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'Elle est faite après le contact avec la personne.',
            en: 'Hands are cleaned after touching the person.',
          },
          hint: { fr: 'Avant de quitter la chambre.', en: 'Before leaving the room.' },
          remedy: {
            fr: 'Poser un rappel côté sortie de chambre',
            en: 'Put a reminder on the way out of the room',
          },
        },
        {
          id: 'B5',
          label: {
            fr: 'Elle est faite après le contact avec l’environnement de la personne.',
            en: 'They are cleaned after touching the person’s surroundings.',
          },
          hint: {
            fr: 'Lit, table, fauteuil, sonnette, même sans soin.',
            en: 'Bed, table, chair, bell, even without care.',
          },
          remedy: {
            fr: 'Expliquer le rôle de l’environnement proche',
            en: 'Explain the part of the near surroundings',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Le geste', en: 'The gesture' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Le produit choisi convient à la situation.',
            en: 'The product fits the situation.',
          },
          hint: {
            fr: 'Friction d’abord ; savon si mains souillées, gale ou diarrhée à spores.',
            en: 'Rub first; soap if hands are soiled, scabies or spore diarrhoea.',
          },
          remedy: {
            fr: 'Rappeler quand le savon remplace la friction',
            en: 'Recall when soap replaces the rub',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'La dose couvre les mains et la durée est tenue.',
            en: 'The dose covers the hands and the time is kept.',
          },
          hint: {
            fr: 'Mains mouillées tout au long du geste, séchage à l’air.',
            en: 'Hands wet all through, left to dry.',
          },
          remedy: {
            fr: 'Chronométrer le geste lors d’un atelier',
            en: 'Time the gesture in a workshop',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Toutes les zones des mains sont frottées.',
            en: 'Every part of the hands is rubbed.',
          },
          hint: {
            fr: 'Pouces, bouts des doigts, entre les doigts, poignets.',
            en: 'Thumbs, finger tips, between fingers, wrists.',
          },
          remedy: {
            fr: 'Organiser un passage à la boîte à lumière',
            en: 'Hold a session with the light box',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'Les gants sont portés seulement quand il le faut, puis jetés.',
            en: 'Gloves are worn only when needed, then thrown away.',
          },
          hint: { fr: 'Une paire par personne et par soin.', en: 'One pair a person and an act.' },
          remedy: {
            fr: 'Rappeler les indications du port de gants',
            en: 'Recall when gloves are needed',
          },
        },
        {
          id: 'C5',
          label: { fr: 'Le produit est à portée de main.', en: 'The product is within reach.' },
          hint: { fr: 'Flacon présent, plein, non périmé.', en: 'Bottle there, full, in date.' },
          remedy: {
            fr: 'Tenir à jour le plan des distributeurs',
            en: 'Keep the map of dispensers current',
          },
        },
        {
          id: 'C6',
          label: {
            fr: 'On propose à la personne de se laver les mains avant le repas.',
            en: 'The person is offered to wash hands before the meal.',
          },
          hint: { fr: 'Observer l’installation à table.', en: 'Watch people being seated.' },
          remedy: {
            fr: 'Proposer lingette ou friction avant chaque repas',
            en: 'Offer a wipe or rub before each meal',
          },
        },
      ]),
    },
  ],
}
