import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** TC1, targeted tracer: medication circuit: 11 criteria, observed once in the home. */
export const tracerMedication: Form = {
  ...identityOf(CATALOGUE.tracerMedication),
  unit: 'structure',
  source: {
    fr: 'Déroulé du traceur ciblé (terrain d’abord, gouvernance ensuite) et cotation 1 2 3 4 * NC. Questions écrites par le produit : ce ne sont pas les critères officiels. Ordre repris de copies des fiches HAS, à vérifier.',
    en: 'Course of the targeted tracer (staff first, then management) and rating 1 2 3 4 * NC. Questions in the product’s words: these are not the official criteria. Order taken from copies of the HAS sheets, to be verified.',
  },
  pilot: { fr: 'IDE coordinatrice', en: 'Lead nurse' },
  sections: [
    {
      id: 'terrain',
      title: { fr: 'Avec les professionnels de terrain', en: 'With frontline staff' },
      audience: 'professionals',
      questions: criteriaOn('has', [
        {
          id: 'T1',
          imperatif: '3.6.2',
          label: {
            fr: 'Le processus est décrit de la même façon par deux professions.',
            en: 'Two professions describe the process alike.',
          },
          hint: {
            fr: 'Faire raconter le dernier traitement, du médecin à la bouche.',
            en: 'Have the last treatment told, from doctor to mouth.',
          },
          remedy: { fr: 'Partager un schéma du circuit', en: 'Share a diagram of the circuit' },
        },
        {
          id: 'T2',
          imperatif: '3.6.2',
          label: {
            fr: 'Ce qui est fait suit ce qui est écrit.',
            en: 'What is done follows what is written.',
          },
          hint: {
            fr: 'Comparer un tour au protocole.',
            en: 'Compare one round with the protocol.',
          },
          remedy: {
            fr: 'Rapprocher protocole et pratique',
            en: 'Bring protocol and practice together',
          },
        },
        {
          id: 'T3',
          imperatif: '3.6.2',
          label: { fr: 'Les moments risqués sont connus.', en: 'Risky moments are known.' },
          hint: {
            fr: 'Entrée, retour d’hôpital, nuit, interruption.',
            en: 'Entry, return from hospital, night, interruption.',
          },
          remedy: { fr: 'Cartographier les moments à risque', en: 'Map the risky moments' },
        },
        {
          id: 'T4',
          imperatif: '3.13.3',
          label: {
            fr: 'Une erreur récente a été dite et discutée.',
            en: 'A recent error was told and discussed.',
          },
          hint: {
            fr: 'Demander la dernière et sa suite.',
            en: 'Ask for the last one and what followed.',
          },
          remedy: {
            fr: 'Relire une erreur par trimestre en équipe',
            en: 'Read one error a quarter in the team',
          },
        },
        {
          id: 'T5',
          label: {
            fr: 'La personne reçoit des explications sur ses traitements.',
            en: 'The person is told about their treatments.',
          },
          hint: {
            fr: 'Chercher la trace et les mots employés.',
            en: 'Look for the trace and the words used.',
          },
          remedy: {
            fr: 'Expliquer chaque changement de traitement',
            en: 'Explain each change of treatment',
          },
        },
        {
          id: 'T6',
          label: {
            fr: 'Les nouveaux et les remplaçants sont accompagnés.',
            en: 'Newcomers and stand-ins are supported.',
          },
          hint: { fr: 'Interroger le plus récent.', en: 'Ask the newest.' },
          remedy: { fr: 'Écrire un parcours du nouvel arrivant', en: 'Write a newcomer’s path' },
        },
      ]),
    },
    {
      id: 'governance',
      title: { fr: 'Avec la gouvernance', en: 'With management' },
      audience: 'professionals',
      questions: criteriaOn('has', [
        {
          id: 'G1',
          imperatif: '3.6.2',
          label: {
            fr: 'La responsabilité du circuit est nommée.',
            en: 'Responsibility for the circuit is named.',
          },
          hint: { fr: 'Fonction, délégations, remplaçant.', en: 'Function, delegations, deputy.' },
          remedy: {
            fr: 'Nommer un responsable du circuit',
            en: 'Name who is in charge of the circuit',
          },
        },
        {
          id: 'G2',
          imperatif: '3.6.2',
          label: {
            fr: 'Les risques ont été évalués avec un outil reconnu.',
            en: 'Risks were assessed with a known tool.',
          },
          hint: { fr: 'Lire l’outil et sa date.', en: 'Read the tool and its date.' },
          remedy: {
            fr: 'Refaire l’autodiagnostic du circuit',
            en: 'Redo the circuit’s self-diagnosis',
          },
        },
        {
          id: 'G3',
          label: {
            fr: 'Le lien avec la pharmacie est écrit et vivant.',
            en: 'The link with the pharmacy is written and alive.',
          },
          hint: { fr: 'Convention, dernière rencontre.', en: 'Agreement, last meeting.' },
          remedy: {
            fr: 'Tenir une rencontre annuelle avec la pharmacie',
            en: 'Hold a yearly meeting with the pharmacy',
          },
        },
        {
          id: 'G4',
          imperatif: '3.13.3',
          label: { fr: 'Les écarts nourrissent un plan suivi.', en: 'Gaps feed a followed plan.' },
          hint: { fr: 'Suivre un écart jusqu’à l’effet.', en: 'Follow a gap to its effect.' },
          remedy: {
            fr: 'Suivre les écarts au plan d’actions',
            en: 'Follow gaps in the action plan',
          },
        },
        {
          id: 'G5',
          label: { fr: 'Les moyens sont ajustés au risque.', en: 'Means fit the risk.' },
          hint: { fr: 'Temps, locaux, effectif de nuit.', en: 'Time, rooms, night staff.' },
          remedy: {
            fr: 'Arbitrer les moyens à partir des risques',
            en: 'Settle means from the risks',
          },
        },
      ]),
    },
  ],
}
