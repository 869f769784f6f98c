import type { Form } from '../form/form.ts'
import type { Text } from '../shared/text.ts'

/** Pictograms drawn for Escale, by what they show. */
export const PICTURES = ['people', 'rights', 'trust', 'day', 'plan', 'talk'] as const
export type Picture = (typeof PICTURES)[number]

/** A criterion asked to the person in easy-to-read words: one idea, short words, a picture. */
export interface EasyQuestion {
  /** Id of the criterion it asks about. */
  readonly criterion: string
  readonly picture: Picture
  readonly ask: Text
  /** One more sentence, with an example or what a word means. */
  readonly explain: Text
}

const TRACER_PERSON: readonly EasyQuestion[] = [
  {
    criterion: 'P1',
    picture: 'people',
    ask: {
      fr: 'Connaissez-vous les personnes qui vous aident ?',
      en: 'Do you know the people who help you?',
    },
    explain: {
      fr: 'Par exemple : le matin, le soir, pour les soins.',
      en: 'For example: in the morning, at night, for care.',
    },
  },
  {
    criterion: 'P2',
    picture: 'rights',
    ask: { fr: 'Vous a-t-on expliqué vos droits ?', en: 'Did someone explain your rights to you?' },
    explain: {
      fr: 'Vos droits, c’est ce que la loi vous permet.',
      en: 'Your rights are what the law lets you do.',
    },
  },
  {
    criterion: 'P3',
    picture: 'trust',
    ask: {
      fr: 'Savez-vous que vous pouvez choisir une personne de confiance ?',
      en: 'Do you know that you can choose a trusted person?',
    },
    explain: {
      fr: 'Cette personne vous aide à décider.',
      en: 'This person helps you to decide.',
    },
  },
  {
    criterion: 'P4',
    picture: 'day',
    ask: {
      fr: 'Choisissez-vous ce que vous faites dans la journée ?',
      en: 'Do you choose what you do in the day?',
    },
    explain: {
      fr: 'Par exemple : l’heure du lever, le repas, les sorties.',
      en: 'For example: when you get up, meals, outings.',
    },
  },
  {
    criterion: 'P5',
    picture: 'plan',
    ask: { fr: 'Connaissez-vous votre projet ?', en: 'Do you know your plan?' },
    explain: {
      fr: 'Votre projet dit ce que vous voulez faire.',
      en: 'Your plan says what you want to do.',
    },
  },
  {
    criterion: 'P6',
    picture: 'talk',
    ask: {
      fr: 'Savez-vous à qui parler quand ça va mal ?',
      en: 'Do you know who to talk to when things go badly?',
    },
    explain: {
      fr: 'Par exemple : un professionnel, un proche.',
      en: 'For example: a worker, someone close to you.',
    },
  },
]

const GUIDES: Readonly<Record<string, readonly EasyQuestion[]>> = { 'tracer-person': TRACER_PERSON }

/**
 * The easy questions of a guide, in its order (R-TRA-5). Empty for a guide nobody wrote them for, or
 * that no longer asks these criteria of the person: rewording is a person's work, never a machine's.
 */
export function easyQuestions(form: Form): readonly EasyQuestion[] {
  const asked = new Set(
    form.sections
      .filter(({ audience }) => audience === 'person')
      .flatMap(({ questions }) => questions.map(({ id }) => id)),
  )
  const guide = Object.hasOwn(GUIDES, form.id) ? GUIDES[form.id] : undefined
  return (guide ?? []).filter(({ criterion }) => asked.has(criterion))
}
