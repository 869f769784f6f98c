import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'
import { FREQUENCY } from './library-scales.ts'

/** SHO4, quality approach, four dimensions: 12 criteria, observed once in the home. */
export const selfShortell: Form = {
  ...identityOf(CATALOGUE.selfShortell),
  unit: 'structure',
  source: {
    fr: 'Quatre dimensions d’une démarche qualité selon Shortell (stratégique, culturelle, technique, structurelle). Questions écrites par le produit, à vérifier.',
    en: 'Four dimensions of a quality approach after Shortell (strategic, cultural, technical, structural). Questions in the product’s words, to be verified.',
  },
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    {
      id: 'strategic',
      title: { fr: 'Dimension stratégique', en: 'Strategic dimension' },
      questions: criteriaOn(FREQUENCY, [
        {
          id: 'S1',
          label: {
            fr: 'La direction choisit peu de priorités et les tient.',
            en: 'Management chooses few priorities and keeps them.',
          },
          hint: { fr: 'Comparer deux années.', en: 'Compare two years.' },
          remedy: { fr: 'Choisir trois priorités par an', en: 'Choose three priorities a year' },
        },
        {
          id: 'S2',
          label: {
            fr: 'Les priorités viennent des besoins et des risques.',
            en: 'Priorities come from needs and risks.',
          },
          hint: {
            fr: 'Chercher l’origine de deux actions.',
            en: 'Look for the origin of two actions.',
          },
          remedy: { fr: 'Relier chaque priorité à un risque', en: 'Link each priority to a risk' },
        },
        {
          id: 'S3',
          label: { fr: 'Les moyens suivent les priorités.', en: 'Means follow priorities.' },
          hint: { fr: 'Temps, budget, formation.', en: 'Time, budget, training.' },
          remedy: { fr: 'Réserver du temps aux priorités', en: 'Set time aside for priorities' },
        },
      ]),
    },
    {
      id: 'cultural',
      title: { fr: 'Dimension culturelle', en: 'Cultural dimension' },
      questions: criteriaOn(FREQUENCY, [
        {
          id: 'C1',
          label: {
            fr: 'On peut parler d’une erreur sans crainte.',
            en: 'One can speak of an error without fear.',
          },
          hint: { fr: 'Demander à deux fonctions.', en: 'Ask two functions.' },
          remedy: { fr: 'Écrire une charte de non-punition', en: 'Write a no-blame charter' },
        },
        {
          id: 'C2',
          label: {
            fr: 'Les équipes proposent des améliorations.',
            en: 'Teams propose improvements.',
          },
          hint: { fr: 'Compter celles de l’année.', en: 'Count this year’s.' },
          remedy: { fr: 'Ouvrir une boîte à idées suivie', en: 'Open a followed ideas box' },
        },
        {
          id: 'C3',
          label: {
            fr: 'Les personnes accompagnées prennent part aux décisions.',
            en: 'The people supported take part in decisions.',
          },
          hint: { fr: 'Lire un compte rendu.', en: 'Read minutes.' },
          remedy: {
            fr: 'Inviter les personnes aux groupes de travail',
            en: 'Invite people to work groups',
          },
        },
      ]),
    },
    {
      id: 'technical',
      title: { fr: 'Dimension technique', en: 'Technical dimension' },
      questions: criteriaOn(FREQUENCY, [
        {
          id: 'T1',
          label: { fr: 'Des méthodes connues sont utilisées.', en: 'Known methods are used.' },
          hint: { fr: 'Audit, traceur, analyse de causes.', en: 'Audit, tracer, cause analysis.' },
          remedy: { fr: 'Former aux méthodes de base', en: 'Train in basic methods' },
        },
        {
          id: 'T2',
          label: { fr: 'Les données servent à décider.', en: 'Data serve to decide.' },
          hint: {
            fr: 'Chercher un chiffre dans une décision.',
            en: 'Look for a figure in a decision.',
          },
          remedy: {
            fr: 'Joindre un chiffre à chaque décision',
            en: 'Join a figure to each decision',
          },
        },
        {
          id: 'T3',
          label: {
            fr: 'L’effet des actions est mesuré.',
            en: 'The effect of actions is measured.',
          },
          hint: { fr: 'Prendre trois actions closes.', en: 'Take three closed actions.' },
          remedy: { fr: 'Mesurer l’effet avant de clore', en: 'Measure the effect before closing' },
        },
      ]),
    },
    {
      id: 'structural',
      title: { fr: 'Dimension structurelle', en: 'Structural dimension' },
      questions: criteriaOn(FREQUENCY, [
        {
          id: 'O1',
          label: { fr: 'Les instances se réunissent et décident.', en: 'Bodies meet and decide.' },
          hint: { fr: 'Lire trois comptes rendus.', en: 'Read three minutes.' },
          remedy: { fr: 'Fixer un calendrier des instances', en: 'Set a calendar of bodies' },
        },
        {
          id: 'O2',
          label: {
            fr: 'Chacun a un rôle écrit dans la démarche.',
            en: 'Each has a written part in the approach.',
          },
          hint: { fr: 'Prendre trois fiches de poste.', en: 'Take three job descriptions.' },
          remedy: {
            fr: 'Écrire le rôle qualité au poste',
            en: 'Write the quality part in the job',
          },
        },
        {
          id: 'O3',
          label: {
            fr: 'L’information circule dans les deux sens.',
            en: 'Information flows both ways.',
          },
          hint: { fr: 'Suivre une idée et une décision.', en: 'Follow an idea and a decision.' },
          remedy: {
            fr: 'Rendre compte aux équipes chaque mois',
            en: 'Report to the teams monthly',
          },
        },
      ]),
    },
  ],
}
