import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G26, complaints: 12 criteria, observed once in the home. */
export const auditComplaints: Form = {
  ...identityOf(CATALOGUE.auditComplaints),
  unit: 'structure',
  source: {
    fr: 'Numéros des critères impératifs HAS 3.12.1 à 3.12.3. Points écrits par le produit, à vérifier.',
    en: 'Numbers of the HAS imperative criteria 3.12.1 to 3.12.3. Points in the product’s words, to be verified.',
  },
  target: 1,
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Recueillir', en: 'Collect' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'A1',
          imperatif: '3.12.1',
          label: {
            fr: 'Chacun sait comment se plaindre, sans savoir écrire.',
            en: 'Everyone knows how to complain, without writing.',
          },
          hint: { fr: 'Demander à trois personnes.', en: 'Ask three people.' },
          remedy: { fr: 'Afficher les façons de se plaindre', en: 'Post the ways to complain' },
        },
        {
          id: 'A2',
          imperatif: '3.12.1',
          label: {
            fr: 'Les plaintes orales sont aussi enregistrées.',
            en: 'Spoken complaints are recorded too.',
          },
          hint: { fr: 'Chercher dans le registre.', en: 'Look in the register.' },
          remedy: { fr: 'Noter les plaintes orales', en: 'Note spoken complaints' },
        },
        {
          id: 'A3',
          imperatif: '3.12.1',
          label: {
            fr: 'Un registre unique existe, lisible et protégé.',
            en: 'A single register exists, readable and protected.',
          },
          hint: { fr: 'L’ouvrir.', en: 'Open it.' },
          remedy: { fr: 'Ouvrir un registre unique', en: 'Open a single register' },
        },
        {
          id: 'A4',
          label: {
            fr: 'La personne qualifiée et les recours sont affichés.',
            en: 'The qualified person and appeals are posted.',
          },
          hint: { fr: 'Lire l’affiche et sa date.', en: 'Read the poster and its date.' },
          remedy: { fr: 'Mettre à jour l’affiche des recours', en: 'Update the poster of appeals' },
        },
        {
          id: 'A5',
          label: {
            fr: 'La crainte de représailles est traitée.',
            en: 'Fear of reprisal is dealt with.',
          },
          hint: {
            fr: 'Demander comment le dire sans son nom.',
            en: 'Ask how to say it without a name.',
          },
          remedy: {
            fr: 'Offrir une voie sans donner son nom',
            en: 'Offer a way without giving one’s name',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Répondre', en: 'Answer' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'B1',
          imperatif: '3.12.2',
          label: { fr: 'Un accusé de réception part vite.', en: 'A receipt is sent quickly.' },
          hint: { fr: 'Comparer cinq dates.', en: 'Compare five dates.' },
          remedy: { fr: 'Envoyer un accusé sous une semaine', en: 'Send a receipt within a week' },
        },
        {
          id: 'B2',
          imperatif: '3.12.2',
          label: {
            fr: 'Une réponse argumentée est donnée.',
            en: 'An answer with reasons is given.',
          },
          hint: { fr: 'Lire trois réponses.', en: 'Read three answers.' },
          remedy: {
            fr: 'Répondre par écrit à chaque plainte',
            en: 'Answer each complaint in writing',
          },
        },
        {
          id: 'B3',
          imperatif: '3.12.2',
          label: { fr: 'L’auteur sait ce qui a changé.', en: 'The author knows what changed.' },
          hint: { fr: 'Lire la fin du suivi.', en: 'Read the end of the follow-up.' },
          remedy: { fr: 'Dire à l’auteur ce qui a changé', en: 'Tell the author what changed' },
        },
        {
          id: 'B4',
          label: { fr: 'Les délais de réponse sont suivis.', en: 'Answer delays are followed.' },
          hint: { fr: 'Lire la médiane de l’année.', en: 'Read the year’s median.' },
          remedy: { fr: 'Suivre le délai médian de réponse', en: 'Track the median answer delay' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Apprendre', en: 'Learn' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'C1',
          imperatif: '3.12.3',
          label: {
            fr: 'Les plaintes sont analysées en équipe.',
            en: 'Complaints are analysed in the team.',
          },
          hint: { fr: 'Lire deux comptes rendus.', en: 'Read two minutes.' },
          remedy: { fr: 'Analyser les plaintes en équipe', en: 'Analyse complaints in the team' },
        },
        {
          id: 'C2',
          imperatif: '3.12.3',
          label: {
            fr: 'Elles nourrissent le plan d’amélioration.',
            en: 'They feed the improvement plan.',
          },
          hint: {
            fr: 'Suivre une plainte jusqu’à l’action.',
            en: 'Follow a complaint to its action.',
          },
          remedy: {
            fr: 'Relier chaque plainte fondée à une action',
            en: 'Link each founded complaint to an action',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Un bilan est présenté au conseil de la vie sociale.',
            en: 'A review goes to the residents’ council.',
          },
          hint: { fr: 'Lire le compte rendu.', en: 'Read the minutes.' },
          remedy: { fr: 'Présenter le bilan des plaintes', en: 'Present the complaints review' },
        },
      ]),
    },
  ],
}
