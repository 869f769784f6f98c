import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'
import { IN_PLACE } from './library-scales.ts'

/** GDR, state of risk management, by domain: 17 criteria, observed once in the home. */
export const selfRisks: Form = {
  ...identityOf(CATALOGUE.selfRisks),
  unit: 'structure',
  source: {
    fr: 'Domaines usuels de risques d’un établissement social ou médico-social. Points écrits par le produit, à vérifier.',
    en: 'Usual domains of risk of a social care home. Points in the product’s words, to be verified.',
  },
  pilot: { fr: 'Direction', en: 'Management' },
  sections: [
    {
      id: 'care',
      title: { fr: 'Soins et médicaments', en: 'Care and medicines' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'A1',
          imperatif: '3.6.2',
          label: {
            fr: 'Les risques du circuit du médicament sont évalués.',
            en: 'Risks of the medication circuit are assessed.',
          },
          hint: { fr: 'Outil et date.', en: 'Tool and date.' },
          remedy: { fr: 'Évaluer le circuit du médicament', en: 'Assess the medication circuit' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Chutes, escarres, douleur et dénutrition sont suivies.',
            en: 'Falls, sores, pain and malnutrition are followed.',
          },
          hint: { fr: 'Chercher quatre indicateurs.', en: 'Look for four indicators.' },
          remedy: { fr: 'Suivre quatre indicateurs de soins', en: 'Follow four care indicators' },
        },
        {
          id: 'A3',
          label: {
            fr: 'L’urgence vitale est organisée, de jour et de nuit.',
            en: 'Vital emergencies are organised day and night.',
          },
          hint: { fr: 'Chariot, formation, appel.', en: 'Trolley, training, call.' },
          remedy: {
            fr: 'Organiser la réponse à l’urgence',
            en: 'Organise the answer to emergencies',
          },
        },
      ]),
    },
    {
      id: 'infection',
      title: { fr: 'Risque infectieux', en: 'Infection risk' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'B1',
          label: {
            fr: 'Le plan local de maîtrise des épidémies existe.',
            en: 'The local epidemic control plan exists.',
          },
          hint: { fr: 'Lire la date.', en: 'Read the date.' },
          remedy: { fr: 'Écrire le plan local des épidémies', en: 'Write the local epidemic plan' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Un audit des précautions a lieu chaque année.',
            en: 'An audit of precautions is held yearly.',
          },
          hint: { fr: 'Lire le dernier.', en: 'Read the last.' },
          remedy: {
            fr: 'Programmer l’audit des précautions',
            en: 'Schedule the audit of precautions',
          },
        },
      ]),
    },
    {
      id: 'rights',
      title: { fr: 'Droits et maltraitance', en: 'Rights and mistreatment' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'C1',
          imperatif: '3.11.1',
          label: {
            fr: 'Le risque de maltraitance est évalué avec les équipes.',
            en: 'The risk of mistreatment is assessed with teams.',
          },
          hint: { fr: 'Lire l’analyse.', en: 'Read the analysis.' },
          remedy: {
            fr: 'Évaluer le risque de maltraitance',
            en: 'Assess the risk of mistreatment',
          },
        },
        {
          id: 'C2',
          imperatif: '2.2.1',
          label: {
            fr: 'Les restrictions de liberté sont recensées et revues.',
            en: 'Limits on freedom are listed and reviewed.',
          },
          hint: { fr: 'Lire la liste.', en: 'Read the list.' },
          remedy: { fr: 'Recenser les restrictions de liberté', en: 'List limits on freedom' },
        },
      ]),
    },
    {
      id: 'building',
      title: { fr: 'Bâtiments et sécurité', en: 'Buildings and safety' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'D1',
          label: {
            fr: 'Incendie, eau, ascenseurs et gaz sont contrôlés.',
            en: 'Fire, water, lifts and gas are checked.',
          },
          hint: { fr: 'Lire le tableau.', en: 'Read the table.' },
          remedy: { fr: 'Tenir le tableau des contrôles', en: 'Keep the table of checks' },
        },
        {
          id: 'D2',
          label: {
            fr: 'Les sorties non voulues et les intrusions sont prévenues.',
            en: 'Unwanted exits and intrusions are prevented.',
          },
          hint: { fr: 'Portes, alarmes, procédures.', en: 'Doors, alarms, procedures.' },
          remedy: { fr: 'Revoir la sécurité des accès', en: 'Review access safety' },
        },
      ]),
    },
    {
      id: 'food',
      title: { fr: 'Alimentation', en: 'Food' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'E1',
          label: {
            fr: 'Le plan de maîtrise sanitaire est appliqué.',
            en: 'The food safety plan is applied.',
          },
          hint: { fr: 'Lire trois relevés.', en: 'Read three records.' },
          remedy: { fr: 'Mettre à jour le plan sanitaire', en: 'Update the food safety plan' },
        },
        {
          id: 'E2',
          label: {
            fr: 'Allergies et textures sont sécurisées.',
            en: 'Allergies and textures are made safe.',
          },
          hint: { fr: 'Suivre un plateau.', en: 'Follow one tray.' },
          remedy: {
            fr: 'Vérifier allergies et textures au service',
            en: 'Check allergies and textures at service',
          },
        },
      ]),
    },
    {
      id: 'staff',
      title: { fr: 'Professionnels', en: 'Staff' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'F1',
          label: {
            fr: 'Le document unique est à jour.',
            en: 'The occupational risk assessment is current.',
          },
          hint: { fr: 'Lire la date.', en: 'Read the date.' },
          remedy: { fr: 'Actualiser le document unique', en: 'Bring the assessment up to date' },
        },
        {
          id: 'F2',
          label: {
            fr: 'Les absences et la sous-activité sont anticipées.',
            en: 'Absence and short staffing are planned for.',
          },
          hint: { fr: 'Lire le mode dégradé.', en: 'Read the fallback.' },
          remedy: { fr: 'Écrire le mode dégradé', en: 'Write the fallback mode' },
        },
      ]),
    },
    {
      id: 'digital',
      title: { fr: 'Numérique et données', en: 'Digital and data' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'G1',
          label: {
            fr: 'Les sauvegardes sont faites et essayées.',
            en: 'Backups are made and tried.',
          },
          hint: { fr: 'Demander la dernière restauration.', en: 'Ask for the last restore.' },
          remedy: { fr: 'Essayer une restauration par an', en: 'Try one restore a year' },
        },
        {
          id: 'G2',
          imperatif: '3.14.1',
          label: {
            fr: 'Une panne ou une attaque est préparée.',
            en: 'A failure or attack is prepared for.',
          },
          hint: { fr: 'Lire la fiche.', en: 'Read the sheet.' },
          remedy: { fr: 'Écrire la fiche de panne', en: 'Write the failure sheet' },
        },
      ]),
    },
    {
      id: 'crisis',
      title: { fr: 'Crise et continuité', en: 'Crisis and continuity' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'H1',
          imperatif: '3.14.1',
          label: {
            fr: 'Le plan bleu est à jour et essayé.',
            en: 'The crisis plan is current and tried.',
          },
          hint: { fr: 'Lire le dernier exercice.', en: 'Read the last drill.' },
          remedy: { fr: 'Tenir un exercice par an', en: 'Hold one drill a year' },
        },
        {
          id: 'H2',
          label: {
            fr: 'Les risques majeurs du lieu sont connus.',
            en: 'The place’s major hazards are known.',
          },
          hint: {
            fr: 'Cyclone, séisme, inondation, industrie.',
            en: 'Cyclone, quake, flood, industry.',
          },
          remedy: {
            fr: 'Recenser les risques majeurs du lieu',
            en: 'List the place’s major hazards',
          },
        },
      ]),
    },
  ],
}
