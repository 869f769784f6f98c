import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G30, love and sexual life: 13 criteria, observed once in the home. */
export const auditIntimateLife: Form = {
  ...identityOf(CATALOGUE.auditIntimateLife),
  unit: 'structure',
  source: {
    fr: 'Thèmes usuels, écrits par le produit, à vérifier avec les équipes, les personnes et le conseil de la vie sociale.',
    en: 'Usual themes, in the product’s words, to be verified with the teams, the people and the residents’ council.',
  },
  target: 0.8,
  pilot: { fr: 'Chef de service', en: 'Head of unit' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Droits', en: 'Rights' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Le projet d’établissement en parle.',
            en: 'The home’s project speaks of it.',
          },
          hint: { fr: 'Lire le passage.', en: 'Read the passage.' },
          remedy: {
            fr: 'Ajouter un volet au projet d’établissement',
            en: 'Add a part to the home’s project',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'La personne sait à qui en parler.',
            en: 'The person knows whom to talk to.',
          },
          hint: { fr: 'Demander à trois personnes.', en: 'Ask three people.' },
          remedy: { fr: 'Désigner un référent pour en parler', en: 'Name someone to talk to' },
        },
        {
          id: 'A3',
          imperatif: '2.2.3',
          label: {
            fr: 'Recevoir et s’isoler à deux est possible.',
            en: 'Receiving a guest and being alone as two is possible.',
          },
          hint: {
            fr: 'Lire le règlement, regarder les chambres.',
            en: 'Read the rules, look at rooms.',
          },
          remedy: { fr: 'Revoir le règlement sur les visites', en: 'Review the rules on visits' },
        },
        {
          id: 'A4',
          imperatif: '2.2.3',
          label: {
            fr: 'La chambre peut être fermée par la personne.',
            en: 'The person can close their room.',
          },
          hint: { fr: 'Essayer, sauf raison écrite.', en: 'Try, unless a reason is written.' },
          remedy: {
            fr: 'Poser des verrous avec ouverture d’urgence',
            en: 'Fit locks with emergency opening',
          },
        },
        {
          id: 'A5',
          imperatif: '2.2.3',
          label: {
            fr: 'Courrier, téléphone et internet sont privés.',
            en: 'Mail, phone and internet are private.',
          },
          hint: { fr: 'Demander comment.', en: 'Ask how.' },
          remedy: {
            fr: 'Garantir un accès privé aux messages',
            en: 'Ensure private access to messages',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Information et santé', en: 'Information and health' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Une information adaptée est proposée.',
            en: 'Fitting information is offered.',
          },
          hint: { fr: 'Atelier, livret, pictogrammes.', en: 'Workshop, booklet, pictures.' },
          remedy: { fr: 'Organiser des ateliers adaptés', en: 'Hold fitting workshops' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Contraception et prévention sont accessibles.',
            en: 'Contraception and prevention are within reach.',
          },
          hint: { fr: 'Où, auprès de qui.', en: 'Where, from whom.' },
          remedy: {
            fr: 'Ouvrir un accès confidentiel à la prévention',
            en: 'Open confidential access to prevention',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Le suivi gynécologique et urologique est proposé.',
            en: 'Gynaecological and urological follow-up is offered.',
          },
          hint: { fr: 'Prendre trois dossiers.', en: 'Take three files.' },
          remedy: {
            fr: 'Proposer un suivi à chaque personne',
            en: 'Offer follow-up to each person',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'Le consentement est expliqué et travaillé.',
            en: 'Consent is explained and worked on.',
          },
          hint: { fr: 'Voir les supports.', en: 'See the material.' },
          remedy: { fr: 'Travailler le consentement en groupe', en: 'Work on consent in groups' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Protéger', en: 'Protect' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'C1',
          imperatif: '3.11.2',
          label: {
            fr: 'Les situations de violence sont repérées et signalées.',
            en: 'Situations of violence are spotted and reported.',
          },
          hint: { fr: 'Demander le circuit.', en: 'Ask for the circuit.' },
          remedy: { fr: 'Rappeler le circuit de signalement', en: 'Recall the reporting circuit' },
        },
        {
          id: 'C2',
          label: {
            fr: 'L’équipe est formée et soutenue.',
            en: 'The team is trained and supported.',
          },
          hint: { fr: 'Lire les dates.', en: 'Read the dates.' },
          remedy: { fr: 'Former l’équipe au sujet', en: 'Train the team on the subject' },
        },
        {
          id: 'C3',
          label: {
            fr: 'Les familles sont informées du cadre.',
            en: 'Families are told of the frame.',
          },
          hint: { fr: 'Chercher la réunion.', en: 'Look for the meeting.' },
          remedy: { fr: 'Informer les familles du cadre', en: 'Tell families of the frame' },
        },
        {
          id: 'C4',
          label: {
            fr: 'Un lieu ressource extérieur est connu.',
            en: 'An outside resource is known.',
          },
          hint: { fr: 'Demander le nom.', en: 'Ask its name.' },
          remedy: {
            fr: 'Nouer un lien avec un lieu ressource',
            en: 'Build a link with a resource place',
          },
        },
      ]),
    },
  ],
}
