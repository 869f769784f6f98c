import type { Channel } from './channel.ts'
import { GRAVE_CODES } from './grave-categories.ts'
import { all, any, GRAVE_HARM, includes, is } from './routing-questions.ts'

/** Grave dysfunctions, care, persons to protect: the part of the table kept by the authorities. */
export const AUTHORITY_CHANNELS: readonly Channel[] = [
  {
    code: 'l331',
    title: { fr: 'Dysfonctionnement grave', en: 'Grave dysfunction' },
    authority: {
      fr: 'L’autorité qui a donné l’autorisation : ARS, conseil départemental, préfet',
      en: 'The authority that gave the authorisation: ARS, département, préfet',
    },
    when: {
      fr: 'L’une des onze catégories D01 à D11, disparition comprise',
      en: 'One of the eleven categories D01 to D11, disappearance included',
    },
    applies: any(
      ...GRAVE_CODES.map((code) => includes('categories', code)),
      includes('situations', 'missing'),
    ),
    law: 'CASF L.331-8-1, R.331-8 à R.331-10 ; décret 2016-1813 ; arrêté du 28/12/2016',
    mark: 'sourced',
    steps: [
      {
        code: 'alert',
        title: { fr: 'Prévenir, par tout moyen', en: 'Tell, by any means' },
        delay: { kind: 'at-once' },
        proof: {
          fr: 'Heure de l’appel et fonction jointe, ou accusé du courriel ou du portail',
          en: 'Hour of the call and function reached, or acknowledgement of the e-mail or portal',
        },
        mark: 'sourced',
      },
      {
        code: 'written',
        title: { fr: 'Confirmer par écrit', en: 'Confirm in writing' },
        delay: { kind: 'hours', hours: 48, from: { step: 'alert' } },
        proof: {
          fr: 'Copie du courriel ou du courrier, accusé de réception',
          en: 'Copy of the e-mail or letter, acknowledgement',
        },
        mark: 'sourced',
        notNeededAfterWritten: 'alert',
      },
      {
        code: 'cvs',
        title: { fr: 'Informer le CVS', en: 'Tell the residents’ council (CVS)' },
        delay: { kind: 'unset' },
        proof: {
          fr: 'Compte rendu du CVS ou du groupe d’expression',
          en: 'Minutes of the council',
        },
        mark: 'sourced',
      },
    ],
    note: {
      fr: 'Une déclaration d’EIGS vaut déclaration ici (décret 2016-1606).',
      en: 'An EIGS declaration counts as one here (décret 2016-1606).',
    },
  },
  {
    code: 'eigs',
    title: { fr: 'Événement grave lié aux soins (EIGS)', en: 'Grave event linked to care (EIGS)' },
    authority: {
      fr: 'Directeur général de l’ARS, par le portail des signalements',
      en: 'Head of the ARS, through the national portal',
    },
    when: {
      fr: 'Lié à un soin, inattendu, avec décès, vie en danger ou déficit qui risque de durer',
      en: 'Linked to care, unexpected, with death, life in danger or a deficit likely to last',
    },
    applies: all(is('care', 'yes'), is('unexpected', 'yes'), GRAVE_HARM),
    law: 'CSP R.1413-67 à R.1413-73 ; décret 2016-1606',
    mark: 'sourced',
    steps: [
      {
        code: 'part1',
        title: { fr: 'Déclarer, première partie', en: 'Declare, first part' },
        delay: { kind: 'at-once' },
        proof: {
          fr: 'Numéro et accusé du portail',
          en: 'Number and acknowledgement of the portal',
        },
        mark: 'sourced',
      },
      {
        code: 'part2',
        title: { fr: 'Envoyer l’analyse, deuxième partie', en: 'Send the analysis, second part' },
        delay: { kind: 'months', months: 3, from: { step: 'part1' } },
        proof: { fr: 'Accusé du portail pour la deuxième partie', en: 'Portal acknowledgement' },
        mark: 'to-verify',
        reading: 'eigs-start',
      },
    ],
    note: {
      fr: 'La structure régionale d’appui (SRA) aide à l’analyse.',
      en: 'The regional support body (SRA) helps with the analysis.',
    },
  },
  {
    code: 'maltreatment',
    title: { fr: 'Maltraitance d’une personne majeure', en: 'Maltreatment of an adult' },
    authority: { fr: 'Cellule de l’ARS', en: 'Cell of the ARS' },
    when: {
      fr: 'Catégorie D08, la personne est majeure',
      en: 'Category D08, the person is an adult',
    },
    applies: all(includes('categories', 'D08'), is('victim', 'adult')),
    law: 'CASF L.119-1, L.119-2 ; loi 2024-317 du 08/04/2024',
    mark: 'sourced',
    steps: [
      {
        code: 'report',
        title: { fr: 'Signaler à la cellule', en: 'Report to the cell' },
        delay: { kind: 'at-once' },
        proof: { fr: 'Accusé de la cellule', en: 'Acknowledgement of the cell' },
        mark: 'sourced',
      },
    ],
    note: {
      fr: 'Le 3977 écoute et transmet. Procureur si les faits sont une infraction. Qui est tenu au secret peut signaler (code pénal, 226-14).',
      en: 'The 3977 line listens and forwards. Public prosecutor if the facts are an offence. Those bound by secrecy may report (code pénal, 226-14).',
    },
  },
  {
    code: 'crip',
    title: { fr: 'Mineur en danger', en: 'Child in danger' },
    authority: {
      fr: 'CRIP du département ; procureur en urgence',
      en: 'CRIP of the département; prosecutor when urgent',
    },
    when: {
      fr: 'Mineur en danger ou qui risque de l’être, maltraitance d’un mineur comprise',
      en: 'Child in danger or at risk, maltreatment of a child included',
    },
    applies: any(
      includes('situations', 'child-danger'),
      all(includes('categories', 'D08'), is('victim', 'minor')),
    ),
    law: 'CASF L.226-2-1 à L.226-4',
    mark: 'to-verify',
    steps: [
      {
        code: 'report',
        title: { fr: 'Transmettre l’information préoccupante', en: 'Send the report of concern' },
        delay: { kind: 'at-once' },
        proof: { fr: 'Copie envoyée, accusé de la CRIP', en: 'Copy sent, acknowledgement' },
        mark: 'to-verify',
      },
    ],
    note: { fr: 'Le 119 répond jour et nuit.', en: 'The 119 line answers day and night.' },
  },
  {
    code: 'police',
    title: { fr: 'Disparition', en: 'Disappearance' },
    authority: { fr: 'Police ou gendarmerie', en: 'Police or gendarmerie' },
    when: { fr: 'Une personne a disparu', en: 'A person is missing' },
    applies: any(includes('situations', 'missing'), includes('categories', 'D09')),
    law: 'Arrêté du 28/12/2016, art. 1, 9° : police ou gendarmerie d’abord',
    mark: 'to-verify',
    steps: [
      {
        code: 'call',
        title: { fr: 'Alerter', en: 'Alert' },
        delay: { kind: 'at-once' },
        proof: { fr: 'Heure de l’appel, service joint', en: 'Hour of the call, service reached' },
        mark: 'to-verify',
      },
    ],
  },
]
