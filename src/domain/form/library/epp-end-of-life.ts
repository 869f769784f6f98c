import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G20, end of life: 13 criteria, read file by file. */
export const eppEndOfLife: Form = {
  ...identityOf(CATALOGUE.eppEndOfLife),
  unit: 'file',
  source: {
    fr: 'Thèmes usuels de l’accompagnement de fin de vie, écrits par le produit. À vérifier avec le médecin et l’équipe mobile de soins palliatifs.',
    en: 'Usual themes of end of life care, in the product’s words. To be verified with the doctor and the palliative care team.',
  },
  target: 0.8,
  pilot: { fr: 'Médecin coordonnateur', en: 'Coordinating doctor' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Anticiper', en: 'Anticipate' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Les souhaits de la personne ont été recueillis.',
            en: 'The person’s wishes were asked.',
          },
          hint: {
            fr: 'Directives, échanges, mots rapportés.',
            en: 'Directives, talks, reported words.',
          },
          remedy: {
            fr: 'Recueillir les souhaits avant l’aggravation',
            en: 'Ask for wishes before the decline',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'La personne de confiance est connue de l’équipe de nuit.',
            en: 'The trusted person is known to the night team.',
          },
          hint: { fr: 'Chercher le numéro.', en: 'Look for the number.' },
          remedy: {
            fr: 'Afficher les contacts pour la nuit',
            en: 'Post the contacts for the night',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Le passage en soins palliatifs est décidé en équipe et écrit.',
            en: 'The move to palliative care is decided in the team and written.',
          },
          hint: {
            fr: 'Date, motif, présents par fonction.',
            en: 'Date, reason, functions present.',
          },
          remedy: { fr: 'Tenir une réunion collégiale tracée', en: 'Hold a traced joint meeting' },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les prescriptions anticipées existent.',
            en: 'Advance prescriptions exist.',
          },
          hint: { fr: 'Douleur, angoisse, encombrement.', en: 'Pain, distress, congestion.' },
          remedy: {
            fr: 'Rédiger les prescriptions anticipées',
            en: 'Write the advance prescriptions',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'L’hospitalisation de dernière heure a été discutée.',
            en: 'Last-minute hospital transfer was discussed.',
          },
          hint: { fr: 'Consigne écrite et connue.', en: 'Written and known instruction.' },
          remedy: {
            fr: 'Écrire la consigne d’hospitalisation',
            en: 'Write the transfer instruction',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Accompagner', en: 'Support' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Les symptômes sont évalués chaque jour.',
            en: 'Symptoms are assessed every day.',
          },
          hint: { fr: 'Douleur, souffle, bouche, anxiété.', en: 'Pain, breath, mouth, anxiety.' },
          remedy: {
            fr: 'Ouvrir une feuille de suivi quotidien',
            en: 'Open a daily follow-up sheet',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'Les soins de bouche et de confort sont tracés.',
            en: 'Mouth and comfort care are traced.',
          },
          hint: { fr: 'Lire trois jours et trois nuits.', en: 'Read three days and nights.' },
          remedy: { fr: 'Planifier les soins de confort', en: 'Plan comfort care' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Une équipe de soins palliatifs a été sollicitée si besoin.',
            en: 'A palliative team was called when needed.',
          },
          hint: { fr: 'Chercher l’appel et l’avis.', en: 'Look for the call and advice.' },
          remedy: {
            fr: 'Signer une convention de soins palliatifs',
            en: 'Sign a palliative care agreement',
          },
        },
        {
          id: 'B4',
          label: { fr: 'Une présence est organisée.', en: 'Company is arranged.' },
          hint: { fr: 'Proches, équipe, bénévoles.', en: 'Relatives, team, volunteers.' },
          remedy: { fr: 'Organiser les temps de présence', en: 'Arrange times of company' },
        },
        {
          id: 'B5',
          imperatif: '2.2.4',
          label: { fr: 'Les convictions sont respectées.', en: 'Beliefs are respected.' },
          hint: { fr: 'Rites, visites, objets.', en: 'Rites, visits, objects.' },
          remedy: { fr: 'Demander les souhaits de rites', en: 'Ask about wishes for rites' },
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
            fr: 'Les proches ont été prévenus comme convenu.',
            en: 'Relatives were told as agreed.',
          },
          hint: { fr: 'Heure, par qui.', en: 'Time, by whom.' },
          remedy: {
            fr: 'Convenir à l’avance de qui prévenir',
            en: 'Agree beforehand whom to call',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'Les autres résidents et l’équipe ont eu un temps de parole.',
            en: 'Other residents and the team had a time to talk.',
          },
          hint: { fr: 'Chercher la trace.', en: 'Look for the trace.' },
          remedy: {
            fr: 'Proposer un temps de parole après chaque décès',
            en: 'Offer time to talk after each death',
          },
        },
        {
          id: 'C3',
          label: { fr: 'Un retour d’expérience a été fait.', en: 'A review of the case was made.' },
          hint: { fr: 'Ce qui a aidé, ce qui a manqué.', en: 'What helped, what was missing.' },
          remedy: {
            fr: 'Faire un retour d’expérience par an',
            en: 'Hold one review of cases a year',
          },
        },
      ]),
    },
  ],
}
