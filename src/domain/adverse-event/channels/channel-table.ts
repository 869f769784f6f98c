import { AUTHORITY_CHANNELS } from './authority-channels.ts'
import type { Channel } from './channel.ts'
import { HEALTH_CHANNELS } from './health-channels.ts'
import { includes } from './routing-questions.ts'

/*
 * The router's table, whole (rule R-EI-10): one row a channel, in the order it is shown. It states
 * duties found in our sources and marks « à vérifier » those that are general knowledge; it is no
 * legal advice, and the screen says so.
 */

const OTHER_CHANNELS: readonly Channel[] = [
  {
    code: 'work-accident',
    title: { fr: 'Accident du travail', en: 'Work accident' },
    authority: { fr: 'CPAM ou CGSS', en: 'CPAM or CGSS' },
    when: { fr: 'Un professionnel est blessé au travail', en: 'Staff hurt at work' },
    applies: includes('situations', 'work-accident'),
    law: 'Code de la sécurité sociale, L.441-2 et R.441-3',
    mark: 'to-verify',
    steps: [
      {
        code: 'declare',
        title: { fr: 'Déclarer l’accident', en: 'Declare the accident' },
        delay: { kind: 'hours', hours: 48, from: 'known' },
        proof: {
          fr: 'Accusé de net-entreprises ou recommandé',
          en: 'On-line acknowledgement or registered letter',
        },
        mark: 'to-verify',
        reading: 'cpam-days',
      },
      {
        code: 'duerp',
        title: { fr: 'Mettre à jour le DUERP', en: 'Update the risk register (DUERP)' },
        delay: { kind: 'unset' },
        proof: { fr: 'Version datée du DUERP', en: 'Dated version of the register' },
        mark: 'to-verify',
      },
    ],
  },
  {
    code: 'data-breach',
    title: { fr: 'Violation de données personnelles', en: 'Personal data breach' },
    authority: { fr: 'CNIL, avec le DPO', en: 'CNIL, with the DPO' },
    when: {
      fr: 'Données perdues, vues ou prises, avec un risque pour les personnes',
      en: 'Data lost, seen or taken, with a risk for people',
    },
    applies: includes('situations', 'data-breach'),
    law: 'RGPD, art. 33',
    mark: 'to-verify',
    steps: [
      {
        code: 'notify',
        title: { fr: 'Notifier la CNIL', en: 'Notify the CNIL' },
        delay: { kind: 'hours', hours: 72, from: 'known' },
        proof: { fr: 'Numéro de notification', en: 'Notification number' },
        mark: 'to-verify',
        reading: 'cnil-hour',
      },
    ],
  },
]

export const CHANNEL_TABLE: readonly Channel[] = [
  ...AUTHORITY_CHANNELS,
  ...HEALTH_CHANNELS,
  ...OTHER_CHANNELS,
]
