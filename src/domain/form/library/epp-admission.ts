import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G25, welcome and admission: 14 criteria, read file by file. */
export const eppAdmission: Form = {
  ...identityOf(CATALOGUE.eppAdmission),
  unit: 'file',
  source: {
    fr: 'Délais du contrat : code de l’action sociale (D.311). Autres thèmes usuels, écrits par le produit, à vérifier.',
    en: 'Delays of the contract: social action code (D.311). Other usual themes, in the product’s words, to be verified.',
  },
  target: 0.8,
  pilot: { fr: 'Chef de service', en: 'Head of unit' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Avant', en: 'Before' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Une visite a été proposée avant l’entrée.',
            en: 'A visit was offered before the entry.',
          },
          hint: { fr: 'Chercher la date ou le refus.', en: 'Look for the date or the refusal.' },
          remedy: {
            fr: 'Proposer une visite à chaque demande',
            en: 'Offer a visit for each request',
          },
        },
        {
          id: 'A2',
          imperatif: '2.2.6',
          label: {
            fr: 'L’accord de la personne à venir a été recherché.',
            en: 'The person’s agreement to come was sought.',
          },
          hint: { fr: 'Entretien seul à seul.', en: 'One-to-one interview.' },
          remedy: {
            fr: 'Prévoir un entretien seul avec la personne',
            en: 'Plan an interview alone with the person',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'La commission d’admission a motivé sa réponse.',
            en: 'The admission committee gave its reasons.',
          },
          hint: { fr: 'Lire le compte rendu.', en: 'Read the minutes.' },
          remedy: {
            fr: 'Motiver les réponses d’admission',
            en: 'Give reasons for admission answers',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les informations médicales étaient reçues avant l’entrée.',
            en: 'Medical information was received beforehand.',
          },
          hint: { fr: 'Comparer les dates.', en: 'Compare the dates.' },
          remedy: {
            fr: 'Demander la synthèse avant l’entrée',
            en: 'Ask for the summary before entry',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Le jour même', en: 'The day itself' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Une personne de l’équipe est désignée pour accueillir.',
            en: 'One of the team is named to welcome.',
          },
          hint: { fr: 'Planning ou mot d’accueil.', en: 'Roster or welcome note.' },
          remedy: {
            fr: 'Désigner un accueillant par entrée',
            en: 'Name a welcomer for each entry',
          },
        },
        {
          id: 'B2',
          label: { fr: 'La chambre ou la place est prête.', en: 'The room or place is ready.' },
          hint: { fr: 'Nom, sonnette, linge.', en: 'Name, bell, linen.' },
          remedy: { fr: 'Préparer la chambre la veille', en: 'Prepare the room the day before' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Livret, charte et règlement sont remis et expliqués.',
            en: 'Booklet, charter and rules are given and explained.',
          },
          hint: { fr: 'Chercher la trace.', en: 'Look for the trace.' },
          remedy: {
            fr: 'Tracer la remise des documents',
            en: 'Trace the handing over of documents',
          },
        },
        {
          id: 'B4',
          imperatif: '3.6.2',
          label: {
            fr: 'Les traitements en cours sont conciliés.',
            en: 'Current treatments are reconciled.',
          },
          hint: { fr: 'Liste validée dans les 48 heures.', en: 'List validated within 48 hours.' },
          remedy: {
            fr: 'Concilier les traitements à l’entrée',
            en: 'Reconcile treatments on entry',
          },
        },
        {
          id: 'B5',
          label: {
            fr: 'Les habitudes et les peurs sont recueillies.',
            en: 'Habits and fears are recorded.',
          },
          hint: { fr: 'Sommeil, repas, toilette, peurs.', en: 'Sleep, meals, washing, fears.' },
          remedy: {
            fr: 'Recueillir les habitudes le premier jour',
            en: 'Record habits on the first day',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Après', en: 'After' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Le contrat est remis en 15 jours et signé dans le mois.',
            en: 'The contract is given in 15 days and signed in a month.',
          },
          hint: { fr: 'Lire les deux dates.', en: 'Read both dates.' },
          remedy: { fr: 'Suivre les délais du contrat', en: 'Track the contract’s delays' },
        },
        {
          id: 'C2',
          label: {
            fr: 'La personne de confiance est proposée.',
            en: 'A trusted person is offered.',
          },
          hint: { fr: 'Une trace suffit.', en: 'A trace is enough.' },
          remedy: { fr: 'Proposer la personne de confiance', en: 'Offer a trusted person' },
        },
        {
          id: 'C3',
          label: {
            fr: 'Un point est fait après une semaine.',
            en: 'A check is made after a week.',
          },
          hint: {
            fr: 'Avec la personne, pas seulement sur elle.',
            en: 'With the person, not only about them.',
          },
          remedy: { fr: 'Programmer un point à une semaine', en: 'Schedule a one-week check' },
        },
        {
          id: 'C4',
          label: {
            fr: 'Un bilan d’accueil est fait après un mois.',
            en: 'A welcome review is made after a month.',
          },
          hint: { fr: 'Ce qui va, ce qui manque.', en: 'What goes well, what is missing.' },
          remedy: { fr: 'Programmer un bilan à un mois', en: 'Schedule a one-month review' },
        },
        {
          id: 'C5',
          label: {
            fr: 'La satisfaction sur l’accueil est demandée.',
            en: 'Satisfaction with the welcome is asked.',
          },
          hint: { fr: 'Chercher la réponse.', en: 'Look for the answer.' },
          remedy: { fr: 'Demander l’avis sur l’accueil', en: 'Ask for an opinion on the welcome' },
        },
      ]),
    },
  ],
}
