import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'

const SCALE = 'yes-partial-no-na'

/** G17, the tools of the law of 2002-2: twelve points read in the documents and on the walls. */
export const auditRights: Form = {
  ...identityOf(CATALOGUE.auditRights),
  unit: 'structure',
  source: {
    fr: 'Outils de la loi 2002-2. Délais du contrat et règlement : code de l’action sociale (D.311, R.311-33). Le reste est à vérifier.',
    en: 'Tools of the 2002-2 law. Delays of the contract and house rules: social action code (D.311, R.311-33). The rest is to be verified.',
  },
  target: 1,
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Accueil', en: 'Welcome' },
      questions: [
        {
          id: 'A1',
          type: 'criterion',
          scale: SCALE,
          label: {
            fr: 'Le livret d’accueil est à jour et remis à chaque entrée.',
            en: 'The welcome booklet is up to date and given on each entry.',
          },
          hint: {
            fr: 'Lire la date, puis la preuve de remise dans 3 dossiers.',
            en: 'Read the date, then the proof of delivery in 3 files.',
          },
          phrases: [
            { fr: 'Remise non tracée', en: 'Delivery not traced' },
            { fr: 'Noms anciens', en: 'Former names' },
          ],
          remedy: {
            fr: 'Tracer la remise du livret d’accueil',
            en: 'Trace the delivery of the booklet',
          },
        },
        {
          id: 'A2',
          type: 'criterion',
          scale: SCALE,
          imperatif: '2.2.6',
          label: {
            fr: 'La charte des droits et libertés est affichée et jointe au livret.',
            en: 'The charter of rights is posted and joined to the booklet.',
          },
          hint: {
            fr: 'Regarder l’entrée et chaque étage.',
            en: 'Look at the entrance and each floor.',
          },
          phrases: [{ fr: 'Absente d’un étage', en: 'Missing on one floor' }],
          remedy: { fr: 'Afficher la charte à chaque étage', en: 'Post the charter on each floor' },
        },
        {
          id: 'A3',
          type: 'criterion',
          scale: SCALE,
          remedy: { fr: 'Écrire une version facile à lire', en: 'Write an easy-to-read version' },
          label: {
            fr: 'Ces documents existent sous une forme facile à lire.',
            en: 'These documents exist in an easy-to-read form.',
          },
          phrases: [{ fr: 'Version adaptée absente', en: 'No adapted version' }],
        },
        {
          id: 'A4',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Afficher la liste à jour des personnes qualifiées',
            en: 'Post the current list of qualified persons',
          },
          label: {
            fr: 'La liste des personnes qualifiées est affichée et à jour.',
            en: 'The list of qualified persons is posted and current.',
          },
          phrases: [{ fr: 'Liste ancienne', en: 'Old list' }],
        },
      ],
    },
    {
      id: 'B',
      title: { fr: 'Contrat et règles', en: 'Contract and rules' },
      questions: [
        {
          id: 'B1',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Suivre la signature des contrats à 15 et 30 jours',
            en: 'Track contract signatures at 15 and 30 days',
          },
          label: {
            fr: 'Le contrat de séjour est remis en 15 jours et signé dans le mois.',
            en: 'The contract is given within 15 days and signed within a month.',
          },
          hint: { fr: 'Prendre les 5 dernières entrées.', en: 'Take the last 5 entries.' },
          phrases: [{ fr: 'Signature au-delà d’un mois', en: 'Signed after a month' }],
        },
        {
          id: 'B2',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Planifier les avenants et leur révision',
            en: 'Schedule the annexes and their review',
          },
          label: {
            fr: 'L’avenant avec les objectifs est signé avant 6 mois, puis revu chaque année.',
            en: 'The annex with objectives is signed within 6 months, then reviewed yearly.',
          },
          hint: {
            fr: 'Les mêmes 5 dossiers, puis 5 anciens.',
            en: 'The same 5 files, then 5 older ones.',
          },
          phrases: [{ fr: 'Révision en retard', en: 'Review overdue' }],
        },
        {
          id: 'B3',
          type: 'criterion',
          scale: SCALE,
          remedy: { fr: 'Réviser le règlement de fonctionnement', en: 'Revise the house rules' },
          label: {
            fr: 'Le règlement de fonctionnement a moins de 5 ans et il est affiché.',
            en: 'The house rules are under 5 years old and posted.',
          },
          phrases: [{ fr: 'Plus de 5 ans', en: 'Over 5 years old' }],
        },
        {
          id: 'B4',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Compléter le projet d’établissement',
            en: 'Complete the project of the home',
          },
          label: {
            fr: 'Le projet d’établissement a moins de 5 ans et dit comment prévenir la maltraitance.',
            en: 'The project of the home is under 5 years old and says how to prevent abuse.',
          },
          phrases: [{ fr: 'Volet maltraitance absent', en: 'No part on abuse' }],
        },
      ],
    },
    {
      id: 'C',
      title: { fr: 'Parole et recours', en: 'Voice and recourse' },
      questions: [
        {
          id: 'C1',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Fixer les dates du conseil de la vie sociale',
            en: 'Set the dates of the residents’ council',
          },
          label: {
            fr: 'Le conseil de la vie sociale s’est réuni 3 fois dans l’année.',
            en: 'The residents’ council met 3 times in the year.',
          },
          hint: { fr: 'Lire les trois comptes rendus.', en: 'Read the three minutes.' },
          phrases: [{ fr: '2 réunions sur 3', en: '2 meetings out of 3' }],
        },
        {
          id: 'C2',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Écrire au conseil la suite de chaque avis',
            en: 'Write back to the council on each opinion',
          },
          label: {
            fr: 'Le conseil apprend ce que ses avis sont devenus.',
            en: 'The council hears what became of its opinions.',
          },
          phrases: [{ fr: 'Pas de retour écrit', en: 'No written feedback' }],
        },
        {
          id: 'C3',
          type: 'criterion',
          scale: SCALE,
          imperatif: '3.12.1',
          label: {
            fr: 'Les plaintes sont reçues, inscrites et ont une réponse.',
            en: 'Complaints are received, registered and answered.',
          },
          hint: {
            fr: 'Suivre 3 plaintes du registre.',
            en: 'Follow 3 complaints of the register.',
          },
          phrases: [{ fr: 'Réponse non tracée', en: 'Answer not traced' }],
          remedy: {
            fr: 'Inscrire la réponse à chaque plainte',
            en: 'Register the answer to each complaint',
          },
        },
        {
          id: 'C4',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Recueillir à nouveau l’accord pour l’image',
            en: 'Seek agreement for pictures again',
          },
          imperatif: '2.2.5',
          label: {
            fr: 'L’accord pour l’image est recueilli avant toute photo publiée.',
            en: 'Agreement is sought before any picture is published.',
          },
          phrases: [{ fr: 'Accord ancien', en: 'Old agreement' }],
        },
      ],
    },
  ],
}
