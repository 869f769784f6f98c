import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'
import { imperativeRights } from './imperative-rights.ts'

/** HAS18, The 18 imperative criteria, element by element: 27 criteria, observed once in the home. */
export const selfImperatives: Form = {
  ...identityOf(CATALOGUE.selfImperatives),
  unit: 'structure',
  source: {
    fr: 'Numéros des critères impératifs : données ouvertes de la HAS. Éléments écrits par le produit pour se préparer : ce ne sont pas les éléments officiels, à importer depuis le fichier de la HAS ou de Synaé. À vérifier.',
    en: 'Numbers of the imperative criteria: HAS open data. Elements in the product’s words, to prepare: these are not the official elements, to be imported from the HAS or Synaé file. To be verified.',
  },
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    imperativeRights,
    {
      id: 'o3-6',
      title: { fr: 'Santé : circuit du médicament', en: 'Health: medication circuit' },
      theme: '6',
      questions: criteriaOn('has', [
        {
          id: '3-6-2-1',
          imperatif: '3.6.2',
          label: {
            fr: 'Les règles du circuit sont écrites et connues.',
            en: 'The rules of the circuit are written and known.',
          },
          hint: { fr: 'Demander à deux professions.', en: 'Ask two professions.' },
          remedy: { fr: 'Réécrire les règles du circuit', en: 'Rewrite the rules of the circuit' },
        },
        {
          id: '3-6-2-2',
          imperatif: '3.6.2',
          label: {
            fr: 'Elles sont suivies à chaque étape.',
            en: 'They are followed at each step.',
          },
          hint: {
            fr: 'Suivre un traitement de bout en bout.',
            en: 'Follow one treatment end to end.',
          },
          remedy: { fr: 'Contrôler chaque étape du circuit', en: 'Check each step of the circuit' },
        },
        {
          id: '3-6-2-3',
          imperatif: '3.6.2',
          label: {
            fr: 'Les erreurs sont déclarées et font progresser.',
            en: 'Errors are reported and bring progress.',
          },
          hint: { fr: 'Suivre une erreur.', en: 'Follow an error.' },
          remedy: { fr: 'Analyser les erreurs médicamenteuses', en: 'Analyse medication errors' },
        },
      ]),
    },
    {
      id: 'o3-11',
      title: { fr: 'Prévention de la maltraitance', en: 'Prevention of mistreatment' },
      theme: '1',
      questions: criteriaOn('has', [
        {
          id: '3-11-1-1',
          imperatif: '3.11.1',
          label: {
            fr: 'Le risque de maltraitance et de violence a été évalué avec les professionnels.',
            en: 'The risk of mistreatment and violence was assessed with staff.',
          },
          hint: { fr: 'Lire l’analyse et ses auteurs.', en: 'Read the analysis and its authors.' },
          remedy: {
            fr: 'Évaluer le risque avec les équipes',
            en: 'Assess the risk with the teams',
          },
        },
        {
          id: '3-11-1-2',
          imperatif: '3.11.1',
          label: { fr: 'Un plan de prévention est suivi.', en: 'A prevention plan is followed.' },
          hint: { fr: 'Lire les trois dernières actions.', en: 'Read the last three actions.' },
          remedy: { fr: 'Suivre le plan de prévention', en: 'Follow the prevention plan' },
        },
        {
          id: '3-11-2-1',
          imperatif: '3.11.2',
          label: {
            fr: 'Les signalements sont traités et des mesures suivent.',
            en: 'Reports are dealt with and measures follow.',
          },
          hint: { fr: 'Suivre un signalement.', en: 'Follow one report.' },
          remedy: {
            fr: 'Tracer la suite de chaque signalement',
            en: 'Trace what follows each report',
          },
        },
        {
          id: '3-11-2-2',
          imperatif: '3.11.2',
          label: {
            fr: 'La personne et ses proches sont protégés et informés.',
            en: 'The person and relatives are protected and told.',
          },
          hint: { fr: 'Lire la trace.', en: 'Read the trace.' },
          remedy: { fr: 'Écrire la protection immédiate', en: 'Write the immediate protection' },
        },
      ]),
    },
    {
      id: 'o3-12',
      title: { fr: 'Plaintes et réclamations', en: 'Complaints' },
      theme: '9',
      questions: criteriaOn('has', [
        {
          id: '3-12-1-1',
          imperatif: '3.12.1',
          label: {
            fr: 'Plaintes et réclamations sont recueillies et traitées.',
            en: 'Complaints are collected and dealt with.',
          },
          hint: { fr: 'Lire le registre.', en: 'Read the register.' },
          remedy: {
            fr: 'Ouvrir un registre unique des plaintes',
            en: 'Open a single complaints register',
          },
        },
        {
          id: '3-12-2-1',
          imperatif: '3.12.2',
          label: { fr: 'Les suites sont communiquées.', en: 'What follows is communicated.' },
          hint: { fr: 'Lire trois réponses.', en: 'Read three answers.' },
          remedy: { fr: 'Répondre à chaque plainte', en: 'Answer each complaint' },
        },
        {
          id: '3-12-3-1',
          imperatif: '3.12.3',
          label: {
            fr: 'Elles sont analysées en équipe pour agir.',
            en: 'They are analysed in the team to act.',
          },
          hint: { fr: 'Lire une analyse.', en: 'Read one analysis.' },
          remedy: { fr: 'Analyser les plaintes en réunion', en: 'Analyse complaints in meetings' },
        },
      ]),
    },
    {
      id: 'o3-13',
      title: { fr: 'Événements indésirables', en: 'Adverse events' },
      theme: '9',
      questions: criteriaOn('has', [
        {
          id: '3-13-1-1',
          imperatif: '3.13.1',
          label: {
            fr: 'Les événements sont recueillis et traités.',
            en: 'Events are collected and dealt with.',
          },
          hint: { fr: 'Suivre deux événements.', en: 'Follow two events.' },
          remedy: { fr: 'Traiter chaque événement déclaré', en: 'Deal with each reported event' },
        },
        {
          id: '3-13-2-1',
          imperatif: '3.13.2',
          label: { fr: 'Les suites sont communiquées.', en: 'What follows is communicated.' },
          hint: { fr: 'Demander à un déclarant.', en: 'Ask one who reported.' },
          remedy: { fr: 'Informer chaque déclarant', en: 'Tell each one who reported' },
        },
        {
          id: '3-13-3-1',
          imperatif: '3.13.3',
          label: {
            fr: 'Ils sont déclarés aux autorités quand il le faut et analysés en équipe.',
            en: 'They are reported to authorities when due and analysed in the team.',
          },
          hint: { fr: 'Lire la dernière analyse.', en: 'Read the last analysis.' },
          remedy: { fr: 'Tenir des retours d’expérience', en: 'Hold reviews of events' },
        },
      ]),
    },
    {
      id: 'o3-14',
      title: { fr: 'Gestion de crise', en: 'Crisis management' },
      theme: '9',
      questions: criteriaOn('has', [
        {
          id: '3-14-1-1',
          imperatif: '3.14.1',
          label: {
            fr: 'Un plan de crise et de continuité existe et il est à jour.',
            en: 'A crisis and continuity plan exists and is current.',
          },
          hint: { fr: 'Lire la date.', en: 'Read the date.' },
          remedy: { fr: 'Mettre à jour le plan de crise', en: 'Update the crisis plan' },
        },
        {
          id: '3-14-2-1',
          imperatif: '3.14.2',
          label: {
            fr: 'Il est connu des professionnels, des personnes et des partenaires.',
            en: 'It is known to staff, people and partners.',
          },
          hint: { fr: 'Demander à trois fonctions.', en: 'Ask three functions.' },
          remedy: { fr: 'Faire connaître le plan de crise', en: 'Make the crisis plan known' },
        },
      ]),
    },
  ],
}
