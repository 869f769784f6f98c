import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'
import { IN_PLACE } from './library-scales.ts'

/** G10, crisis plan (plan bleu): 17 criteria, observed once in the home. */
export const auditCrisisPlan: Form = {
  ...identityOf(CATALOGUE.auditCrisisPlan),
  unit: 'structure',
  source: {
    fr: 'Contenu usuel d’un plan bleu, écrit par le produit. Durées et obligations à vérifier avec l’agence régionale de santé.',
    en: 'Usual content of a crisis plan, in the product’s words. Durations and duties to be verified with the regional health agency.',
  },
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Piloter', en: 'Lead' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'A1',
          imperatif: '3.14.1',
          label: {
            fr: 'La cellule de crise est désignée, avec un remplaçant par fonction.',
            en: 'The crisis team is named, with a deputy for each function.',
          },
          hint: { fr: 'Appeler un numéro de la liste.', en: 'Call one number of the list.' },
          remedy: {
            fr: 'Désigner un remplaçant par fonction',
            en: 'Name a deputy for each function',
          },
        },
        {
          id: 'A2',
          imperatif: '3.14.1',
          label: {
            fr: 'Les critères de déclenchement et de levée sont écrits.',
            en: 'The criteria to start and stop are written.',
          },
          hint: {
            fr: 'Demander qui peut déclencher la nuit.',
            en: 'Ask who may start it at night.',
          },
          remedy: {
            fr: 'Écrire qui déclenche et qui lève le plan',
            en: 'Write who starts and stops the plan',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Les listes d’alerte et de rappel des personnels sont à jour.',
            en: 'Alert and recall lists of staff are current.',
          },
          hint: {
            fr: 'Lire la date ; essayer trois numéros.',
            en: 'Read the date; try three numbers.',
          },
          remedy: {
            fr: 'Mettre à jour la liste de rappel chaque trimestre',
            en: 'Update the recall list every quarter',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les conventions avec l’hôpital et les partenaires sont signées.',
            en: 'Agreements with the hospital and partners are signed.',
          },
          hint: { fr: 'Lire les dates.', en: 'Read the dates.' },
          remedy: {
            fr: 'Renouveler la convention avec l’hôpital',
            en: 'Renew the agreement with the hospital',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Prévoir les risques', en: 'Plan for risks' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'B1',
          label: { fr: 'Une fiche existe pour la chaleur.', en: 'A sheet exists for heat.' },
          hint: {
            fr: 'Pièce rafraîchie, liste des personnes fragiles.',
            en: 'Cooled room, list of frail people.',
          },
          remedy: { fr: 'Rédiger la fiche chaleur', en: 'Write the heat sheet' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Une fiche existe pour le cyclone, la tempête ou l’inondation.',
            en: 'A sheet exists for cyclone, storm or flood.',
          },
          hint: { fr: 'Selon l’exposition du lieu.', en: 'As the place is exposed.' },
          remedy: {
            fr: 'Rédiger la fiche cyclone et inondation',
            en: 'Write the cyclone and flood sheet',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Une fiche existe pour l’incendie et l’évacuation.',
            en: 'A sheet exists for fire and evacuation.',
          },
          hint: {
            fr: 'Point de rassemblement, personnes à aider.',
            en: 'Meeting point, people to help.',
          },
          remedy: { fr: 'Rédiger la fiche évacuation', en: 'Write the evacuation sheet' },
        },
        {
          id: 'B4',
          label: { fr: 'Une fiche existe pour l’épidémie.', en: 'A sheet exists for an epidemic.' },
          hint: {
            fr: 'Seuil d’alerte, isolement, renforts.',
            en: 'Alert threshold, isolation, extra staff.',
          },
          remedy: { fr: 'Rédiger la fiche épidémie', en: 'Write the epidemic sheet' },
        },
        {
          id: 'B5',
          label: {
            fr: 'Une fiche existe pour la coupure d’eau et d’électricité.',
            en: 'A sheet exists for water and power cuts.',
          },
          hint: {
            fr: 'Appareils vitaux, réserve d’eau, groupe électrogène.',
            en: 'Vital devices, water reserve, generator.',
          },
          remedy: {
            fr: 'Rédiger la fiche eau et électricité',
            en: 'Write the water and power sheet',
          },
        },
        {
          id: 'B6',
          label: {
            fr: 'Une fiche existe pour la panne informatique ou l’attaque.',
            en: 'A sheet exists for computer failure or attack.',
          },
          hint: {
            fr: 'Dossiers papier de secours, qui prévenir.',
            en: 'Backup paper files, whom to tell.',
          },
          remedy: {
            fr: 'Rédiger la fiche panne informatique',
            en: 'Write the computer failure sheet',
          },
        },
        {
          id: 'B7',
          label: {
            fr: 'Une fiche existe pour la disparition d’une personne.',
            en: 'A sheet exists for a missing person.',
          },
          hint: { fr: 'Délais, zones, appel des secours.', en: 'Delays, areas, call for help.' },
          remedy: { fr: 'Rédiger la fiche disparition', en: 'Write the missing person sheet' },
        },
        {
          id: 'B8',
          label: {
            fr: 'Une fiche existe pour l’intrusion et la menace.',
            en: 'A sheet exists for intrusion and threat.',
          },
          hint: { fr: 'Alerte discrète, confinement.', en: 'Silent alert, shelter.' },
          remedy: { fr: 'Rédiger la fiche intrusion', en: 'Write the intrusion sheet' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Tenir', en: 'Hold' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'C1',
          label: {
            fr: 'Les stocks et le matériel de crise sont recensés et vérifiés.',
            en: 'Crisis stocks and equipment are listed and checked.',
          },
          hint: {
            fr: 'Eau, nourriture, protections, piles, lits.',
            en: 'Water, food, protection, batteries, beds.',
          },
          remedy: { fr: 'Vérifier les stocks deux fois par an', en: 'Check stocks twice a year' },
        },
        {
          id: 'C2',
          label: {
            fr: 'La continuité de l’activité est organisée poste par poste.',
            en: 'Continuity of work is organised post by post.',
          },
          hint: {
            fr: 'Qui fait quoi à moitié d’effectif.',
            en: 'Who does what with half the staff.',
          },
          remedy: {
            fr: 'Écrire le mode dégradé par poste',
            en: 'Write the fallback for each post',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Un exercice a eu lieu dans l’année et ses leçons sont écrites.',
            en: 'A drill was held this year and its lessons are written.',
          },
          hint: {
            fr: 'Lire le compte rendu et les suites.',
            en: 'Read the report and what followed.',
          },
          remedy: { fr: 'Programmer un exercice par an', en: 'Schedule one drill a year' },
        },
        {
          id: 'C4',
          imperatif: '3.14.2',
          label: { fr: 'Les équipes connaissent leur fiche.', en: 'The teams know their sheet.' },
          hint: {
            fr: 'Demander à trois professionnels, dont un de nuit.',
            en: 'Ask three staff, one of the night shift.',
          },
          remedy: {
            fr: 'Présenter les fiches en réunion d’équipe',
            en: 'Present the sheets at team meetings',
          },
        },
        {
          id: 'C5',
          imperatif: '3.14.2',
          label: {
            fr: 'Le plan est revu chaque année et présenté au conseil de la vie sociale.',
            en: 'The plan is reviewed yearly and shown to the residents’ council.',
          },
          hint: { fr: 'Lire la date et le compte rendu.', en: 'Read the date and the minutes.' },
          remedy: {
            fr: 'Inscrire le plan au conseil de la vie sociale',
            en: 'Put the plan before the residents’ council',
          },
        },
      ]),
    },
  ],
}
