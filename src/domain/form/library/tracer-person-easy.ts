import type { EasyWords } from '../easy-words.ts'

/** What the person is asked alone, for each of their criteria: one idea, short words, a picture. */
export const TRACER_PERSON_EASY = {
  P1: {
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
  P2: {
    picture: 'rights',
    ask: { fr: 'Vous a-t-on expliqué vos droits ?', en: 'Did someone explain your rights to you?' },
    explain: {
      fr: 'Vos droits, c’est ce que la loi vous permet.',
      en: 'Your rights are what the law lets you do.',
    },
  },
  P3: {
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
  P4: {
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
  P5: {
    picture: 'plan',
    ask: { fr: 'Connaissez-vous votre projet ?', en: 'Do you know your plan?' },
    explain: {
      fr: 'Votre projet dit ce que vous voulez faire.',
      en: 'Your plan says what you want to do.',
    },
  },
  P6: {
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
} as const satisfies Record<string, EasyWords>
