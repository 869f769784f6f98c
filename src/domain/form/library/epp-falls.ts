import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G06, preventing and following falls: 15 criteria, read file by file. */
export const eppFalls: Form = {
  ...identityOf(CATALOGUE.eppFalls),
  unit: 'file',
  source: {
    fr: 'Thèmes usuels de la prévention des chutes, écrits par le produit. À vérifier avec le médecin coordonnateur et l’ergothérapeute.',
    en: 'Usual themes of falls prevention, in the product’s words. To be verified with the coordinating doctor and the occupational therapist.',
  },
  target: 0.8,
  pilot: { fr: 'Médecin coordonnateur', en: 'Coordinating doctor' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Repérer le risque', en: 'Spot the risk' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Le risque de chute est évalué dans le mois de l’entrée.',
            en: 'The risk of falling is assessed within a month of entry.',
          },
          hint: { fr: 'Chercher l’outil et sa date.', en: 'Look for the tool and its date.' },
          remedy: {
            fr: 'Intégrer le risque de chute au bilan d’entrée',
            en: 'Put the risk of falling in the entry check',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'Il est réévalué chaque année et après chaque chute.',
            en: 'It is assessed again each year and after each fall.',
          },
          hint: { fr: 'Comparer aux dates des chutes.', en: 'Compare with the dates of falls.' },
          remedy: {
            fr: 'Programmer la réévaluation annuelle',
            en: 'Schedule the yearly reassessment',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Les chutes des douze derniers mois sont connues.',
            en: 'The falls of the last twelve months are known.',
          },
          hint: {
            fr: 'Lire l’anamnèse et les événements.',
            en: 'Read the history and the events.',
          },
          remedy: {
            fr: 'Reporter les chutes passées au dossier',
            en: 'Write past falls in the file',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'Les médicaments à risque ont été revus.',
            en: 'Risky medicines have been reviewed.',
          },
          hint: {
            fr: 'Somnifères, hypotenseurs, antidiabétiques : trace du médecin ou du pharmacien.',
            en: 'Sleeping pills, blood pressure, diabetes: a trace of the doctor or pharmacist.',
          },
          remedy: { fr: 'Demander une revue des médicaments', en: 'Ask for a medicine review' },
        },
        {
          id: 'A5',
          label: {
            fr: 'La tension debout a été mesurée.',
            en: 'Standing blood pressure was measured.',
          },
          hint: { fr: 'Chercher couché puis debout.', en: 'Look for lying then standing.' },
          remedy: {
            fr: 'Mesurer la tension debout au bilan',
            en: 'Measure standing blood pressure at the check',
          },
        },
        {
          id: 'A6',
          label: {
            fr: 'Vue, pieds et chaussage ont été examinés.',
            en: 'Sight, feet and shoes were checked.',
          },
          hint: { fr: 'Une trace suffit pour chacun.', en: 'One trace each is enough.' },
          remedy: {
            fr: 'Faire vérifier vue, pieds et chaussage',
            en: 'Have sight, feet and shoes checked',
          },
        },
        {
          id: 'A7',
          label: {
            fr: 'L’environnement de la personne a été vérifié.',
            en: 'The person’s surroundings were checked.',
          },
          hint: {
            fr: 'Éclairage, sonnette, hauteur du lit, obstacles.',
            en: 'Light, bell, bed height, obstacles.',
          },
          remedy: {
            fr: 'Vérifier la chambre avec l’ergothérapeute',
            en: 'Check the room with the occupational therapist',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Après une chute', en: 'After a fall' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'L’heure et la durée passée au sol sont notées.',
            en: 'The time and the stay on the floor are noted.',
          },
          hint: {
            fr: 'Lire la déclaration et les transmissions.',
            en: 'Read the report and the notes.',
          },
          remedy: {
            fr: 'Ajouter le temps au sol à la déclaration',
            en: 'Add time on the floor to the report',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'Un examen médical ou infirmier suit la chute.',
            en: 'A medical or nursing check follows the fall.',
          },
          hint: {
            fr: 'Chercher constantes, douleur, surveillance neurologique.',
            en: 'Look for vital signs, pain, neurological watch.',
          },
          remedy: {
            fr: 'Écrire la conduite à tenir après une chute',
            en: 'Write what to do after a fall',
          },
        },
        {
          id: 'B3',
          label: { fr: 'La chute est déclarée.', en: 'The fall is reported.' },
          hint: {
            fr: 'Comparer au registre des événements.',
            en: 'Compare with the events register.',
          },
          remedy: {
            fr: 'Rappeler la déclaration de chaque chute',
            en: 'Recall that each fall is reported',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'Les causes ont été cherchées en équipe.',
            en: 'Causes were looked for in the team.',
          },
          hint: {
            fr: 'Chercher une trace à plusieurs professions.',
            en: 'Look for a trace by several professions.',
          },
          remedy: {
            fr: 'Tenir une réunion courte après chute',
            en: 'Hold a short meeting after a fall',
          },
        },
        {
          id: 'B5',
          label: { fr: 'Un plan d’action personnel est écrit.', en: 'A personal plan is written.' },
          hint: { fr: 'Mesure, qui, quand.', en: 'What, who, when.' },
          remedy: {
            fr: 'Écrire les mesures au projet de soins',
            en: 'Write the measures in the care plan',
          },
        },
        {
          id: 'B6',
          label: {
            fr: 'Les proches sont informés, selon le souhait de la personne.',
            en: 'Relatives are told, as the person wishes.',
          },
          hint: { fr: 'Chercher la date et le mode.', en: 'Look for the date and the way.' },
          remedy: {
            fr: 'Noter l’information donnée aux proches',
            en: 'Note what relatives were told',
          },
        },
        {
          id: 'B7',
          label: {
            fr: 'Une rééducation ou une activité physique est proposée.',
            en: 'Physiotherapy or physical activity is offered.',
          },
          hint: {
            fr: 'Prescription ou inscription à un atelier.',
            en: 'Prescription or place in a workshop.',
          },
          remedy: { fr: 'Proposer un atelier équilibre', en: 'Offer a balance workshop' },
        },
        {
          id: 'B8',
          label: {
            fr: 'Le risque de fracture est évalué.',
            en: 'The risk of fracture is assessed.',
          },
          hint: {
            fr: 'Chercher vitamine D, ostéoporose, antécédents.',
            en: 'Look for vitamin D, osteoporosis, history.',
          },
          remedy: {
            fr: 'Évaluer le risque osseux chez les chuteurs',
            en: 'Assess bone risk of those who fall',
          },
        },
      ]),
    },
  ],
}
