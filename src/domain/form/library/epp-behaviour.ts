import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G24, behaviour disorders: 14 criteria, read file by file. */
export const eppBehaviour: Form = {
  ...identityOf(CATALOGUE.eppBehaviour),
  unit: 'file',
  source: {
    fr: 'Thèmes usuels de l’accompagnement des troubles du comportement, écrits par le produit, à vérifier avec le médecin et le psychologue.',
    en: 'Usual themes of support for behaviour disorders, in the product’s words, to be verified with the doctor and the psychologist.',
  },
  target: 0.8,
  pilot: { fr: 'Psychologue', en: 'Psychologist' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Comprendre', en: 'Understand' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Le comportement est décrit avec des faits.',
            en: 'Behaviour is described with facts.',
          },
          hint: {
            fr: 'Quoi, quand, où, avec qui, sans jugement.',
            en: 'What, when, where, with whom, no judgement.',
          },
          remedy: { fr: 'Ouvrir une grille d’observation', en: 'Open an observation sheet' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Une échelle ou une grille a été utilisée.',
            en: 'A scale or sheet was used.',
          },
          hint: { fr: 'Lire l’outil et sa date.', en: 'Read the tool and its date.' },
          remedy: { fr: 'Choisir un outil commun', en: 'Choose one common tool' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Une cause de douleur ou de maladie a été cherchée.',
            en: 'A cause of pain or illness was looked for.',
          },
          hint: { fr: 'Trace d’examen.', en: 'Trace of an examination.' },
          remedy: { fr: 'Demander un examen médical d’abord', en: 'Ask for a medical check first' },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les circonstances et déclencheurs sont repérés.',
            en: 'Circumstances and triggers are found.',
          },
          hint: { fr: 'Lire trois épisodes.', en: 'Read three episodes.' },
          remedy: { fr: 'Analyser les épisodes en équipe', en: 'Analyse episodes in the team' },
        },
        {
          id: 'A5',
          label: {
            fr: 'L’histoire et les repères de la personne sont pris en compte.',
            en: 'The person’s story and landmarks are used.',
          },
          hint: { fr: 'Chercher ce qui apaise.', en: 'Look for what soothes.' },
          remedy: { fr: 'Écrire ce qui apaise la personne', en: 'Write what soothes the person' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Agir', en: 'Act' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Des moyens sans médicament viennent en premier.',
            en: 'Means without medicine come first.',
          },
          hint: { fr: 'Activité, espace calme, présence.', en: 'Activity, calm space, company.' },
          remedy: { fr: 'Essayer d’abord sans médicament', en: 'Try first without medicine' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Une conduite à tenir en crise est écrite.',
            en: 'What to do in a crisis is written.',
          },
          hint: { fr: 'Gestes, paroles, qui appeler.', en: 'Gestures, words, whom to call.' },
          remedy: { fr: 'Écrire la conduite en crise', en: 'Write what to do in a crisis' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Un traitement est prescrit avec une durée.',
            en: 'A treatment is prescribed with a duration.',
          },
          hint: { fr: 'Lire la date de réévaluation.', en: 'Read the reassessment date.' },
          remedy: {
            fr: 'Fixer une durée à chaque traitement',
            en: 'Set a duration for each treatment',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'La contention n’est pas la première réponse.',
            en: 'Restraint is not the first answer.',
          },
          hint: { fr: 'Comparer les dates.', en: 'Compare the dates.' },
          remedy: {
            fr: 'Écrire les solutions essayées avant',
            en: 'Write the solutions tried before',
          },
        },
        {
          id: 'B5',
          label: {
            fr: 'La famille ou le représentant est associé.',
            en: 'Family or representative takes part.',
          },
          hint: { fr: 'Date de l’échange.', en: 'Date of the talk.' },
          remedy: { fr: 'Échanger avec la famille', en: 'Talk with the family' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Suivre', en: 'Follow' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: { fr: 'L’effet est réévalué à date.', en: 'The effect is assessed on time.' },
          hint: { fr: 'Même outil qu’au départ.', en: 'Same tool as before.' },
          remedy: { fr: 'Programmer la réévaluation', en: 'Schedule the reassessment' },
        },
        {
          id: 'C2',
          label: { fr: 'Les épisodes graves sont déclarés.', en: 'Serious episodes are reported.' },
          hint: { fr: 'Chercher l’événement.', en: 'Look for the event.' },
          remedy: { fr: 'Déclarer les épisodes graves', en: 'Report serious episodes' },
        },
        {
          id: 'C3',
          label: {
            fr: 'L’équipe dispose d’un temps de reprise.',
            en: 'The team has a time to talk it over.',
          },
          hint: { fr: 'Lire la dernière date.', en: 'Read the last date.' },
          remedy: { fr: 'Prévoir un temps de reprise', en: 'Plan a time to talk it over' },
        },
        {
          id: 'C4',
          label: {
            fr: 'Un appui extérieur a été sollicité si besoin.',
            en: 'Outside help was asked when needed.',
          },
          hint: { fr: 'Équipe mobile, centre de ressources.', en: 'Mobile team, resource centre.' },
          remedy: { fr: 'Solliciter une équipe mobile', en: 'Call a mobile team' },
        },
      ]),
    },
  ],
}
