import type { Text } from '../../shared/text.ts'

/*
 * Points where the texts leave two readings. None is picked in silence: the dispositif chooses, the
 * choice is printed under the date it gives (`readings.<id>` of the dispositif's record).
 */
export const READINGS = {
  'eigs-start': {
    title: { fr: 'EIGS : les trois mois partent de', en: 'EIGS: the three months run from' },
    options: {
      declaration: {
        fr: 'la première partie de la déclaration',
        en: 'the first part of the declaration',
      },
      event: { fr: 'l’événement', en: 'the event' },
    },
    usual: 'declaration',
  },
  'cpam-days': {
    title: {
      fr: 'Accident du travail : les 48 heures',
      en: 'Work accident: the 48 hours',
    },
    options: {
      'open-days': {
        fr: 'sans compter dimanches et jours fériés',
        en: 'leave out Sundays and holidays',
      },
      running: { fr: 'comptées tous les jours', en: 'count every day' },
    },
    usual: 'open-days',
  },
  'cnil-hour': {
    title: { fr: 'Données personnelles : les 72 heures', en: 'Data breach: the 72 hours' },
    options: {
      'running-hour': { fr: 'comptées à la minute', en: 'run to the minute' },
      'next-hour': {
        fr: 'comptées à partir de l’heure suivante',
        en: 'run from the next full hour',
      },
    },
    usual: 'running-hour',
  },
} as const satisfies Record<string, { title: Text; options: Record<string, Text>; usual: string }>

export type ReadingId = keyof typeof READINGS
export type Readings = Readonly<Record<ReadingId, string>>

export const READING_IDS = Object.keys(READINGS) as ReadingId[]

/** The reading of each point: the one chosen when the table has it, else the usual one. */
export function readReadings(chosen: (id: ReadingId) => unknown): Readings {
  const pick = (id: ReadingId) => {
    const value = chosen(id)
    return typeof value === 'string' && Object.hasOwn(READINGS[id].options, value)
      ? value
      : READINGS[id].usual
  }
  return {
    'eigs-start': pick('eigs-start'),
    'cpam-days': pick('cpam-days'),
    'cnil-hour': pick('cnil-hour'),
  }
}

/** Words of the option taken. */
export function readingText(id: ReadingId, option: string): Text {
  const options: Readonly<Record<string, Text>> = READINGS[id].options
  return options[option] ?? { fr: option, en: option }
}
