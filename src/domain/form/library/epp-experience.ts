import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** EXP, experience of the people supported: 13 criteria, one line a person. */
export const eppExperience: Form = {
  ...identityOf(CATALOGUE.eppExperience),
  unit: 'person',
  source: {
    fr: 'Questions simples sur l’expérience vécue, écrites par le produit, à vérifier avec le conseil de la vie sociale. Une ligne par personne, sans nom.',
    en: 'Simple questions on lived experience, in the product’s words, to be verified with the residents’ council. One line a person, no name.',
  },
  pilot: { fr: 'Chef de service', en: 'Head of unit' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Ma vie ici', en: 'My life here' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'A1',
          label: { fr: 'Je me sens bien ici.', en: 'I feel well here.' },
          hint: { fr: 'Comment allez-vous en ce moment ?', en: 'How are you these days?' },
          remedy: {
            fr: 'Reprendre avec la personne ce qui pèse',
            en: 'Go over what weighs with the person',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'Je choisis ce que je fais de ma journée.',
            en: 'I choose what I do with my day.',
          },
          hint: { fr: 'Lever, activités, repos.', en: 'Getting up, activities, rest.' },
          remedy: { fr: 'Ouvrir des choix dans la journée', en: 'Open choices in the day' },
        },
        {
          id: 'A3',
          label: { fr: 'Les repas me plaisent.', en: 'I like the meals.' },
          hint: { fr: 'Goût, quantité, ambiance.', en: 'Taste, amount, mood.' },
          remedy: {
            fr: 'Porter les avis à la commission menus',
            en: 'Take opinions to the menu committee',
          },
        },
        {
          id: 'A4',
          label: { fr: 'J’ai des activités qui me plaisent.', en: 'I have activities I like.' },
          hint: { fr: 'Lesquelles ?', en: 'Which ones?' },
          remedy: { fr: 'Proposer une activité choisie', en: 'Offer a chosen activity' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Les professionnels', en: 'The staff' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'B1',
          imperatif: '2.2.2',
          label: { fr: 'On me parle avec respect.', en: 'I am spoken to with respect.' },
          hint: { fr: 'Toujours ? La nuit aussi ?', en: 'Always? At night too?' },
          remedy: { fr: 'Travailler la parole en équipe', en: 'Work on words in the team' },
        },
        {
          id: 'B2',
          label: { fr: 'On m’écoute quand je parle.', en: 'I am listened to when I speak.' },
          hint: { fr: 'Qui vous écoute ?', en: 'Who listens to you?' },
          remedy: { fr: 'Prévoir des temps d’écoute', en: 'Plan times to listen' },
        },
        {
          id: 'B3',
          imperatif: '2.2.3',
          label: {
            fr: 'On frappe avant d’entrer chez moi.',
            en: 'People knock before entering my room.',
          },
          hint: { fr: 'Toujours ?', en: 'Always?' },
          remedy: {
            fr: 'Rappeler la règle de l’entrée en chambre',
            en: 'Recall the rule for entering rooms',
          },
        },
        {
          id: 'B4',
          label: { fr: 'On m’aide comme j’en ai besoin.', en: 'I am helped as I need.' },
          hint: { fr: 'Trop ? Pas assez ?', en: 'Too much? Not enough?' },
          remedy: { fr: 'Ajuster l’aide avec la personne', en: 'Adjust help with the person' },
        },
        {
          id: 'B5',
          label: { fr: 'On vient quand j’appelle.', en: 'Someone comes when I call.' },
          hint: { fr: 'Au bout de combien de temps ?', en: 'After how long?' },
          remedy: { fr: 'Suivre la réponse aux appels', en: 'Follow the answer to calls' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Mes droits et mes proches', en: 'My rights and my people' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'C1',
          label: { fr: 'Je comprends ce qu’on m’explique.', en: 'I understand what I am told.' },
          hint: { fr: 'Qu’est-ce qui est difficile ?', en: 'What is difficult?' },
          remedy: {
            fr: 'Expliquer avec des supports adaptés',
            en: 'Explain with fitting supports',
          },
        },
        {
          id: 'C2',
          imperatif: '3.12.1',
          label: {
            fr: 'Je sais à qui dire ce qui ne va pas.',
            en: 'I know whom to tell when something is wrong.',
          },
          hint: { fr: 'À qui ?', en: 'Whom?' },
          remedy: { fr: 'Dire et afficher à qui parler', en: 'Say and post whom to talk to' },
        },
        {
          id: 'C3',
          label: {
            fr: 'Je peux voir mes proches comme je veux.',
            en: 'I can see my people as I wish.',
          },
          hint: { fr: 'Visites, téléphone, sorties.', en: 'Visits, phone, outings.' },
          remedy: { fr: 'Faciliter visites et appels', en: 'Make visits and calls easy' },
        },
        {
          id: 'C4',
          label: { fr: 'Je me sens en sécurité.', en: 'I feel safe.' },
          hint: {
            fr: 'Y a-t-il un moment où vous avez peur ?',
            en: 'Is there a time when you are afraid?',
          },
          remedy: {
            fr: 'Traiter sans attendre ce qui fait peur',
            en: 'Deal at once with what frightens',
          },
        },
      ]),
    },
  ],
}
