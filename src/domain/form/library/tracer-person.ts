import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { TRACER_PERSON_EASY } from './tracer-person-easy.ts'

const SCALE = 'has'

/**
 * Accompagné traceur: the person speaks first, then the professionals of every day. Both sections
 * follow the same subjects, so that the two views can be read side by side. Interviews open on an
 * agreement (`tracer/consent.ts`).
 */
export const tracerPerson: Form = {
  ...identityOf(CATALOGUE.tracerPerson),
  unit: 'person',
  source: {
    fr: 'Déroulé des guides HAS, cotation 1 2 3 4 * NC RI. Questions écrites par le produit : ce ne sont pas les critères officiels.',
    en: 'Course of the HAS guides, rating 1 2 3 4 * NC RI. Questions in the product’s words: these are not the official criteria.',
  },
  pilot: { fr: 'Chef de service', en: 'Head of unit' },
  sections: [
    {
      id: 'person',
      title: { fr: 'Entretien avec la personne', en: 'Interview with the person' },
      intro: {
        fr: 'Ses mots d’abord. Reformuler à l’oral si besoin. Aucun nom dans les notes.',
        en: 'The person’s words first. Rephrase aloud if needed. No name in the notes.',
      },
      audience: 'person',
      questions: [
        {
          id: 'P1',
          type: 'criterion',
          scale: SCALE,
          easy: TRACER_PERSON_EASY.P1,
          remedy: {
            fr: 'Présenter les professionnels avec leurs photos',
            en: 'Introduce staff with their pictures',
          },
          label: {
            fr: 'La personne sait qui fait quoi autour d’elle.',
            en: 'The person knows who does what around them.',
          },
          hint: {
            fr: 'Qui vous aide le matin ? Le soir ?',
            en: 'Who helps you in the morning? At night?',
          },
        },
        {
          id: 'P2',
          type: 'criterion',
          scale: SCALE,
          easy: TRACER_PERSON_EASY.P2,
          remedy: {
            fr: 'Expliquer les droits avec un support adapté',
            en: 'Explain rights with a fitting support',
          },
          label: {
            fr: 'La personne a reçu des explications sur ses droits.',
            en: 'The person was told about their rights.',
          },
          hint: {
            fr: 'Que vous a-t-on dit à votre arrivée ?',
            en: 'What were you told when you came?',
          },
        },
        {
          id: 'P3',
          type: 'criterion',
          scale: SCALE,
          easy: TRACER_PERSON_EASY.P3,
          remedy: {
            fr: 'Proposer de désigner une personne de confiance',
            en: 'Offer to name a trusted person',
          },
          label: {
            fr: 'La personne sait qu’elle peut désigner une personne de confiance.',
            en: 'The person knows they may name a trusted person.',
          },
          hint: { fr: 'Qui peut vous aider à décider ?', en: 'Who can help you decide?' },
        },
        {
          id: 'P4',
          type: 'criterion',
          scale: SCALE,
          easy: TRACER_PERSON_EASY.P4,
          remedy: {
            fr: 'Recueillir les choix de la journée',
            en: 'Ask for the choices of the day',
          },
          label: {
            fr: 'La personne prend part aux choix de sa journée.',
            en: 'The person takes part in the choices of their day.',
          },
          hint: {
            fr: 'Lever, repas, toilette, sorties : qui choisit ?',
            en: 'Getting up, meals, washing, outings: who chooses?',
          },
        },
        {
          id: 'P5',
          type: 'criterion',
          scale: SCALE,
          easy: TRACER_PERSON_EASY.P5,
          remedy: {
            fr: 'Relire le projet avec la personne',
            en: 'Read the project again with the person',
          },
          label: {
            fr: 'La personne sait ce que prévoit son projet.',
            en: 'The person knows what their project holds.',
          },
          hint: {
            fr: 'Qu’aimeriez-vous faire cette année ? Qui vous y aide ?',
            en: 'What would you like to do this year? Who helps you?',
          },
        },
        {
          id: 'P6',
          type: 'criterion',
          scale: SCALE,
          easy: TRACER_PERSON_EASY.P6,
          remedy: {
            fr: 'Dire à qui parler en cas de souci',
            en: 'Say whom to talk to in case of trouble',
          },
          label: {
            fr: 'La personne sait à qui parler si quelque chose ne va pas.',
            en: 'The person knows whom to talk to when something is wrong.',
          },
          hint: {
            fr: 'Et la dernière fois, que s’est-il passé ?',
            en: 'And last time, what happened?',
          },
        },
        {
          id: 'person-words',
          type: 'text',
          label: { fr: 'Ses mots', en: 'In their words' },
          hint: { fr: 'Une phrase telle que dite.', en: 'One sentence as it was said.' },
        },
      ],
    },
    {
      id: 'professionals',
      title: { fr: 'Entretien avec les professionnels', en: 'Interview with the professionals' },
      intro: {
        fr: 'Ceux qui accompagnent cette personne chaque jour, son dossier ouvert.',
        en: 'Those who support this person every day, with the file open.',
      },
      audience: 'professionals',
      questions: [
        {
          id: 'Q1',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Écrire le rôle de chacun dans le projet',
            en: 'Write each one’s part in the project',
          },
          label: {
            fr: 'Les professionnels disent le rôle de chacun auprès de la personne.',
            en: 'The professionals can say each one’s part with this person.',
          },
        },
        {
          id: 'Q2',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Créer un support adapté sur les droits',
            en: 'Make a fitting support on rights',
          },
          label: {
            fr: 'Les professionnels expliquent les droits d’une façon adaptée.',
            en: 'The professionals explain rights in a fitting way.',
          },
          hint: {
            fr: 'Supports utilisés, trace dans le dossier.',
            en: 'Materials used, trace in the file.',
          },
        },
        {
          id: 'Q3',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Inscrire la personne de confiance au dossier',
            en: 'Enter the trusted person in the file',
          },
          label: {
            fr: 'Les professionnels savent qui est la personne de confiance.',
            en: 'The professionals know who the trusted person is.',
          },
        },
        {
          id: 'Q4',
          type: 'criterion',
          scale: SCALE,
          remedy: { fr: 'Tracer les choix du quotidien', en: 'Trace everyday choices' },
          label: {
            fr: 'Les professionnels recueillent et respectent les choix du quotidien.',
            en: 'The professionals ask for and respect everyday choices.',
          },
        },
        {
          id: 'Q5',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Planifier la révision annuelle du projet',
            en: 'Schedule the yearly review of the project',
          },
          label: {
            fr: 'Les professionnels font vivre le projet et le revoient chaque année.',
            en: 'The professionals keep the project alive and review it yearly.',
          },
          hint: {
            fr: 'Date de la dernière révision, objectifs suivis.',
            en: 'Date of the last review, objectives followed.',
          },
        },
        {
          id: 'Q6',
          type: 'criterion',
          scale: SCALE,
          remedy: {
            fr: 'Rappeler le circuit des plaintes à l’équipe',
            en: 'Go over the complaints circuit with the team',
          },
          label: {
            fr: 'Les professionnels savent que faire d’une plainte ou d’une inquiétude.',
            en: 'The professionals know what to do with a complaint or a worry.',
          },
        },
        {
          id: 'professionals-notes',
          type: 'text',
          label: { fr: 'À retenir', en: 'To remember' },
        },
      ],
    },
  ],
}
