import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G09, personal plan: 15 criteria, read file by file. */
export const eppPersonalPlan: Form = {
  ...identityOf(CATALOGUE.eppPersonalPlan),
  unit: 'file',
  source: {
    fr: 'Avenant au contrat avant 6 mois et mise à jour chaque année : code de l’action sociale (D.311). Autres critères écrits par le produit, à vérifier.',
    en: 'Annex to the contract within 6 months and yearly update: social action code (D.311). Other criteria in the product’s words, to be verified.',
  },
  target: 0.8,
  pilot: { fr: 'Chef de service', en: 'Head of unit' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Construire avec la personne', en: 'Build with the person' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Un référent du projet est nommé et connu de la personne.',
            en: 'A plan lead is named and known to the person.',
          },
          hint: {
            fr: 'Demander à la personne qui l’aide pour son projet.',
            en: 'Ask the person who helps with their plan.',
          },
          remedy: { fr: 'Nommer un référent à chaque entrée', en: 'Name a lead at each entry' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Les attentes sont écrites avec les mots de la personne.',
            en: 'Expectations are written in the person’s words.',
          },
          hint: { fr: 'Chercher des guillemets.', en: 'Look for quotation marks.' },
          remedy: {
            fr: 'Recueillir les attentes en entretien',
            en: 'Ask for expectations in an interview',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'La famille ou le représentant légal a été associé, selon le souhait de la personne.',
            en: 'Family or the legal representative took part, as the person wishes.',
          },
          hint: { fr: 'Date et forme de l’échange.', en: 'Date and form of the exchange.' },
          remedy: {
            fr: 'Inviter proches ou représentant à la synthèse',
            en: 'Invite relatives or representative to the review',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'L’histoire et les habitudes de vie sont recueillies.',
            en: 'Life story and habits are recorded.',
          },
          hint: { fr: 'Lire la fiche et sa date.', en: 'Read the sheet and its date.' },
          remedy: {
            fr: 'Compléter l’histoire de vie avec la personne',
            en: 'Complete the life story with the person',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'Les besoins ont été évalués par plusieurs professions.',
            en: 'Needs were assessed by several professions.',
          },
          hint: { fr: 'Au moins deux regards.', en: 'At least two views.' },
          remedy: {
            fr: 'Croiser les évaluations avant la synthèse',
            en: 'Cross assessments before the review',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Écrire des objectifs', en: 'Write goals' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Chaque objectif est précis et mesurable.',
            en: 'Each goal is precise and measurable.',
          },
          hint: { fr: 'On saura dire s’il est atteint.', en: 'One can tell whether it is met.' },
          remedy: {
            fr: 'Réécrire les objectifs de façon mesurable',
            en: 'Rewrite goals so that they can be measured',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'Chaque action dit qui fait quoi et quand.',
            en: 'Each action says who does what and when.',
          },
          hint: { fr: 'Lire trois actions.', en: 'Read three actions.' },
          remedy: {
            fr: 'Ajouter pilote et date à chaque action',
            en: 'Add a pilot and a date to each action',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Le projet aborde la vie sociale, l’école ou le travail.',
            en: 'The plan covers social life, school or work.',
          },
          hint: { fr: 'Selon l’âge.', en: 'By age.' },
          remedy: { fr: 'Ouvrir le projet à la vie sociale', en: 'Open the plan to social life' },
        },
        {
          id: 'B4',
          label: {
            fr: 'La vie affective et sexuelle a été abordée si la personne le souhaite.',
            en: 'Love and sexual life was raised if the person wishes.',
          },
          hint: {
            fr: 'Une trace de la proposition suffit.',
            en: 'A trace of the offer is enough.',
          },
          remedy: {
            fr: 'Proposer d’en parler, sans obliger',
            en: 'Offer to talk about it, without pressing',
          },
        },
        {
          id: 'B5',
          label: {
            fr: 'Le passage à l’âge adulte ou le vieillissement est anticipé.',
            en: 'Coming of age or growing old is planned for.',
          },
          hint: {
            fr: 'Dès 16 ans, ou dès les premiers signes.',
            en: 'From 16, or from the first signs.',
          },
          remedy: { fr: 'Prévoir une étape « et après »', en: 'Plan a “what next” step' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Faire vivre', en: 'Keep alive' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Le projet est écrit dans les 6 mois de l’entrée.',
            en: 'The plan is written within 6 months of entry.',
          },
          hint: { fr: 'Comparer les deux dates.', en: 'Compare the two dates.' },
          remedy: {
            fr: 'Suivre la date des 6 mois à l’entrée',
            en: 'Track the 6-month date from entry',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'Il est revu au moins chaque année.',
            en: 'It is reviewed at least every year.',
          },
          hint: { fr: 'Lire les deux dernières dates.', en: 'Read the last two dates.' },
          remedy: { fr: 'Planifier la révision annuelle', en: 'Schedule the yearly review' },
        },
        {
          id: 'C3',
          label: {
            fr: 'La personne a signé, ou la raison est écrite.',
            en: 'The person signed, or the reason is written.',
          },
          hint: { fr: 'Lire la dernière page.', en: 'Read the last page.' },
          remedy: {
            fr: 'Recueillir la signature ou noter la raison',
            en: 'Get the signature or note the reason',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'La personne a une version qu’elle comprend.',
            en: 'The person has a version they understand.',
          },
          hint: {
            fr: 'FALC, pictogrammes, lecture à voix haute.',
            en: 'Easy to read, pictures, reading aloud.',
          },
          remedy: {
            fr: 'Remettre une version facile à lire',
            en: 'Hand over an easy-to-read version',
          },
        },
        {
          id: 'C5',
          label: {
            fr: 'L’équipe connaît les objectifs en cours.',
            en: 'The team knows the current goals.',
          },
          hint: { fr: 'Demander à un professionnel du jour.', en: 'Ask one of the staff on duty.' },
          remedy: {
            fr: 'Afficher les objectifs dans les transmissions',
            en: 'Put the goals in the handover notes',
          },
        },
      ]),
    },
  ],
}
