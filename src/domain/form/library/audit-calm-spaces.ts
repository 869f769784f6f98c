import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G28, holding and calm spaces: 13 criteria, observed once in the home. */
export const auditCalmSpaces: Form = {
  ...identityOf(CATALOGUE.auditCalmSpaces),
  unit: 'structure',
  source: {
    fr: 'Thèmes usuels, écrits par le produit, à vérifier avec le médecin, le psychologue et les équipes.',
    en: 'Usual themes, in the product’s words, to be verified with the doctor, the psychologist and the teams.',
  },
  target: 1,
  pilot: { fr: 'Psychologue', en: 'Psychologist' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Cadre', en: 'Frame' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'A1',
          imperatif: '2.2.1',
          label: {
            fr: 'Un texte dit ce qui est permis et ce qui ne l’est pas.',
            en: 'A text says what is allowed and what is not.',
          },
          hint: {
            fr: 'Le lire, demander à deux professionnels.',
            en: 'Read it, ask two of the staff.',
          },
          remedy: { fr: 'Écrire le cadre de la contenance', en: 'Write the frame of holding' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Le conseil de la vie sociale et les familles le connaissent.',
            en: 'The residents’ council and families know it.',
          },
          hint: { fr: 'Lire le compte rendu.', en: 'Read the minutes.' },
          remedy: { fr: 'Présenter le cadre aux familles', en: 'Present the frame to families' },
        },
        {
          id: 'A3',
          imperatif: '2.2.1',
          blocking: true,
          label: {
            fr: 'L’isolement fermé à clé n’est pas pratiqué.',
            en: 'Locked isolation is not used.',
          },
          hint: { fr: 'Regarder les portes.', en: 'Look at the doors.' },
          remedy: { fr: 'Retirer les verrous des espaces', en: 'Remove locks from the spaces' },
        },
        {
          id: 'A4',
          label: {
            fr: 'Chaque recours est individualisé et écrit au projet.',
            en: 'Each use is personal and written in the plan.',
          },
          hint: { fr: 'Prendre trois dossiers.', en: 'Take three files.' },
          remedy: { fr: 'Écrire le recours au projet de chacun', en: 'Write the use in each plan' },
        },
        {
          id: 'A5',
          label: {
            fr: 'L’avis médical est recueilli quand il le faut.',
            en: 'Medical advice is sought when needed.',
          },
          hint: { fr: 'Lire la trace.', en: 'Read the trace.' },
          remedy: { fr: 'Demander l’avis médical', en: 'Ask for medical advice' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Espace', en: 'Space' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'L’espace est sûr, chauffé, éclairé, propre.',
            en: 'The space is safe, warm, lit, clean.',
          },
          hint: { fr: 'Y entrer.', en: 'Go in.' },
          remedy: { fr: 'Remettre l’espace en état', en: 'Put the space in order' },
        },
        {
          id: 'B2',
          blocking: true,
          label: { fr: 'On peut en sortir et appeler.', en: 'One can leave and call.' },
          hint: { fr: 'Essayer.', en: 'Try.' },
          remedy: { fr: 'Poser un moyen d’appel', en: 'Fit a means to call' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Il n’est ni un lieu de punition ni une réserve.',
            en: 'It is neither for punishment nor a store.',
          },
          hint: {
            fr: 'Regarder, écouter les mots employés.',
            en: 'Look, listen to the words used.',
          },
          remedy: {
            fr: 'Rendre l’espace à son seul usage',
            en: 'Give the space back to its only use',
          },
        },
        {
          id: 'B4',
          label: { fr: 'La personne peut le demander.', en: 'The person may ask for it.' },
          hint: { fr: 'Lui demander comment.', en: 'Ask them how.' },
          remedy: {
            fr: 'Créer un signe pour demander l’espace',
            en: 'Make a sign to ask for the space',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Suivi', en: 'Follow-up' },
      questions: criteriaOn('yes-partial-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Début, fin, motif et présence sont notés.',
            en: 'Start, end, reason and presence are noted.',
          },
          hint: { fr: 'Lire cinq lignes.', en: 'Read five lines.' },
          remedy: { fr: 'Ouvrir un registre de l’espace', en: 'Open a register of the space' },
        },
        {
          id: 'C2',
          label: { fr: 'La personne est entendue après.', en: 'The person is heard afterwards.' },
          hint: { fr: 'Chercher ses mots.', en: 'Look for their words.' },
          remedy: { fr: 'Prévoir un temps de parole après', en: 'Plan a time to talk afterwards' },
        },
        {
          id: 'C3',
          label: {
            fr: 'Les recours sont comptés et discutés.',
            en: 'Uses are counted and discussed.',
          },
          hint: { fr: 'Lire la dernière réunion.', en: 'Read the last meeting.' },
          remedy: { fr: 'Discuter les recours chaque trimestre', en: 'Discuss uses every quarter' },
        },
        {
          id: 'C4',
          label: {
            fr: 'Les équipes sont formées à l’apaisement.',
            en: 'Teams are trained in soothing.',
          },
          hint: { fr: 'Lire les dates.', en: 'Read the dates.' },
          remedy: { fr: 'Former à la désescalade', en: 'Train in de-escalation' },
        },
      ]),
    },
  ],
}
