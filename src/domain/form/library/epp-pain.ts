import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G08, pain: 14 criteria, read file by file. */
export const eppPain: Form = {
  ...identityOf(CATALOGUE.eppPain),
  unit: 'file',
  source: {
    fr: 'Thèmes usuels de l’évaluation de la douleur ; échelles citées : EVA ou EN, Algoplus, Doloplus, GED-DI, FLACC. Écrits par le produit, à vérifier avec le médecin.',
    en: 'Usual themes of pain assessment; scales named: VAS or NRS, Algoplus, Doloplus, GED-DI, FLACC. In the product’s words, to be verified with the doctor.',
  },
  target: 0.8,
  pilot: { fr: 'Référent douleur', en: 'Pain lead' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Évaluer', en: 'Assess' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: { fr: 'La douleur est évaluée à l’entrée.', en: 'Pain is assessed on entry.' },
          hint: { fr: 'Dans la première semaine.', en: 'Within the first week.' },
          remedy: {
            fr: 'Ajouter la douleur au recueil d’entrée',
            en: 'Add pain to the entry record',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'L’échelle convient à la façon de communiquer de la personne.',
            en: 'The scale fits the person’s way of communicating.',
          },
          hint: {
            fr: 'Auto-évaluation si possible, sinon échelle d’observation.',
            en: 'Self-rating if possible, else an observation scale.',
          },
          remedy: {
            fr: 'Choisir l’échelle adaptée et l’écrire',
            en: 'Choose the fitting scale and write it',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Le score est écrit avec la date et l’échelle.',
            en: 'The score is written with its date and scale.',
          },
          hint: {
            fr: 'Un « douleur plus plus » ne suffit pas.',
            en: '“A lot of pain” is not enough.',
          },
          remedy: {
            fr: 'Noter un score à chaque évaluation',
            en: 'Write a score at each assessment',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'Le siège et le type de douleur sont décrits.',
            en: 'Where and what kind of pain are described.',
          },
          hint: {
            fr: 'Chercher un schéma ou quelques mots.',
            en: 'Look for a drawing or a few words.',
          },
          remedy: { fr: 'Ajouter un schéma corporel au dossier', en: 'Add a body map to the file' },
        },
        {
          id: 'A5',
          label: {
            fr: 'La douleur est évaluée avant et pendant les soins qui font mal.',
            en: 'Pain is assessed before and during painful care.',
          },
          hint: { fr: 'Pansements, mobilisations, toilette.', en: 'Dressings, moves, washing.' },
          remedy: {
            fr: 'Prévoir l’antalgie avant le soin douloureux',
            en: 'Plan pain relief before painful care',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Soulager', en: 'Relieve' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Un traitement ou une mesure suit chaque douleur repérée.',
            en: 'A treatment or a measure follows each pain found.',
          },
          hint: { fr: 'Relier chaque score à une suite.', en: 'Link each score to what followed.' },
          remedy: { fr: 'Écrire la conduite à tenir par score', en: 'Write what to do by score' },
        },
        {
          id: 'B2',
          label: {
            fr: 'La prescription prévoit dose, rythme et si besoin.',
            en: 'The prescription gives dose, rhythm and “as needed”.',
          },
          hint: { fr: 'Lire l’ordonnance en cours.', en: 'Read the current prescription.' },
          remedy: {
            fr: 'Demander des prescriptions conditionnelles',
            en: 'Ask for conditional prescriptions',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'La douleur est réévaluée après le traitement.',
            en: 'Pain is assessed again after treatment.',
          },
          hint: { fr: 'Délai noté, score comparé.', en: 'Delay noted, score compared.' },
          remedy: { fr: 'Fixer un délai de réévaluation', en: 'Set a time for reassessment' },
        },
        {
          id: 'B4',
          label: {
            fr: 'Des moyens sans médicament sont proposés.',
            en: 'Means without medicine are offered.',
          },
          hint: {
            fr: 'Installation, toucher, froid ou chaud, distraction.',
            en: 'Position, touch, cold or heat, distraction.',
          },
          remedy: {
            fr: 'Former à l’installation et au toucher',
            en: 'Train in positioning and touch',
          },
        },
        {
          id: 'B5',
          label: {
            fr: 'Les effets indésirables sont surveillés.',
            en: 'Side effects are watched.',
          },
          hint: {
            fr: 'Constipation, somnolence, nausées, chute.',
            en: 'Constipation, drowsiness, nausea, falls.',
          },
          remedy: {
            fr: 'Ajouter la surveillance des effets indésirables',
            en: 'Add side effects to the watch',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Partager', en: 'Share' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'La personne dit ce qui la soulage.',
            en: 'The person says what relieves them.',
          },
          hint: { fr: 'Chercher ses mots au dossier.', en: 'Look for their words in the file.' },
          remedy: {
            fr: 'Recueillir ce qui soulage la personne',
            en: 'Ask what relieves the person',
          },
        },
        {
          id: 'C2',
          label: { fr: 'Un refus est noté et compris.', en: 'A refusal is noted and understood.' },
          hint: { fr: 'Motif et nouvelle proposition.', en: 'Reason and new offer.' },
          remedy: { fr: 'Tracer le refus et reproposer', en: 'Trace the refusal and offer again' },
        },
        {
          id: 'C3',
          label: { fr: 'L’équipe a un référent formé.', en: 'The team has a trained lead.' },
          hint: {
            fr: 'Nom de fonction et date de formation.',
            en: 'Function and date of training.',
          },
          remedy: { fr: 'Former un référent douleur', en: 'Train a pain lead' },
        },
        {
          id: 'C4',
          label: {
            fr: 'En fin de vie, un protocole anticipé existe.',
            en: 'At the end of life, an advance protocol exists.',
          },
          hint: { fr: 'Lire les prescriptions anticipées.', en: 'Read the advance prescriptions.' },
          remedy: { fr: 'Prévoir les prescriptions anticipées', en: 'Plan advance prescriptions' },
        },
      ]),
    },
  ],
}
