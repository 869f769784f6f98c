import { call, type Expr, ref } from '../../form/expr.ts'
import type { Form, Question } from '../../form/form.ts'
import type { Text } from '../../shared/text.ts'
import { GRAVE_CATEGORIES, GRAVE_CODES } from './grave-categories.ts'

const YES_NO = [
  { code: 'yes', label: { fr: 'Oui', en: 'Yes' } },
  { code: 'no', label: { fr: 'Non', en: 'No' } },
] as const

export const is = (question: string, code: string): Expr => call('=', ref(question), code)
export const includes = (question: string, code: string): Expr =>
  call('selected', ref(question), code)
export const any = (...of: readonly Expr[]): Expr => call('or', ...of)
export const all = (...of: readonly Expr[]): Expr => call('and', ...of)

/** What makes an event linked to care an EIGS: CSP R.1413-67. */
export const GRAVE_HARM = any(is('harm', 'deficit'), is('harm', 'life'), is('harm', 'death'))

const SITUATIONS: readonly (readonly [code: string, label: Text])[] = [
  ['infection', { fr: 'Une infection', en: 'An infection' }],
  ['notifiable', { fr: 'Une maladie à déclaration obligatoire', en: 'A notifiable disease' }],
  [
    'food-poisoning',
    {
      fr: 'Deux malades ou plus après le même repas',
      en: 'Two people or more ill after the same meal',
    },
  ],
  ['drug-effect', { fr: 'Un effet indésirable d’un médicament', en: 'An adverse drug effect' }],
  ['device', { fr: 'Un incident avec un dispositif médical', en: 'A medical device incident' }],
  ['missing', { fr: 'Une personne a disparu', en: 'A person is missing' }],
  [
    'child-danger',
    { fr: 'Un mineur en danger ou qui risque de l’être', en: 'A child in danger or at risk' },
  ],
  [
    'work-accident',
    { fr: 'Un accident du travail d’un professionnel', en: 'A work accident of staff' },
  ],
  [
    'data-breach',
    {
      fr: 'Des données personnelles perdues, vues ou prises',
      en: 'Personal data lost, seen or taken',
    },
  ],
]

const QUESTIONS: readonly Question[] = [
  {
    id: 'harm',
    type: 'single',
    label: { fr: 'Quelle conséquence pour la personne ?', en: 'What consequence for the person?' },
    choices: [
      { code: 'none', label: { fr: 'Aucune, ou passagère', en: 'None, or passing' } },
      { code: 'care', label: { fr: 'Des soins en plus', en: 'Extra care' } },
      {
        code: 'deficit',
        label: { fr: 'Un déficit qui risque de durer', en: 'A deficit likely to last' },
      },
      { code: 'life', label: { fr: 'La vie a été en danger', en: 'Life was in danger' } },
      { code: 'death', label: { fr: 'Un décès', en: 'A death' } },
    ],
  },
  {
    id: 'care',
    type: 'single',
    label: {
      fr: 'Est-ce lié à un soin : examen, traitement, acte, prévention ?',
      en: 'Is it linked to care: examination, treatment, act, prevention?',
    },
    choices: YES_NO,
  },
  {
    id: 'unexpected',
    type: 'single',
    label: {
      fr: 'Était-ce inattendu, vu l’état de santé de la personne ?',
      en: 'Was it unexpected, given the person’s health?',
    },
    choices: YES_NO,
    relevance: all(is('care', 'yes'), GRAVE_HARM),
  },
  {
    id: 'categories',
    type: 'multiple',
    label: {
      fr: 'Est-ce un dysfonctionnement grave ? Cochez ce qui convient.',
      en: 'Is it a grave dysfunction? Tick what fits.',
    },
    hint: {
      fr: 'Les onze catégories de l’arrêté du 28/12/2016.',
      en: 'The eleven categories of the arrêté of 28/12/2016.',
    },
    choices: GRAVE_CODES.map((code) => ({ code, label: GRAVE_CATEGORIES[code] })),
  },
  {
    id: 'victim',
    type: 'single',
    label: { fr: 'La personne maltraitée est', en: 'The person maltreated is' },
    choices: [
      { code: 'adult', label: { fr: 'majeure', en: 'an adult' } },
      { code: 'minor', label: { fr: 'mineure', en: 'a child' } },
    ],
    relevance: includes('categories', 'D08'),
  },
  {
    id: 'situations',
    type: 'multiple',
    label: { fr: 'Y a-t-il aussi', en: 'Is there also' },
    choices: SITUATIONS.map(([code, label]) => ({ code, label })),
  },
  {
    id: 'infection',
    type: 'single',
    label: { fr: 'L’infection est', en: 'The infection is' },
    choices: [
      { code: 'respiratory', label: { fr: 'respiratoire', en: 'respiratory' } },
      { code: 'digestive', label: { fr: 'digestive', en: 'digestive' } },
      { code: 'other', label: { fr: 'autre', en: 'other' } },
    ],
    relevance: includes('situations', 'infection'),
  },
  {
    id: 'infected',
    type: 'single',
    label: { fr: 'La personne touchée est', en: 'The person affected is' },
    choices: [
      { code: 'resident', label: { fr: 'une personne accueillie', en: 'a resident' } },
      { code: 'staff', label: { fr: 'un professionnel', en: 'a member of staff' } },
    ],
    relevance: includes('situations', 'infection'),
  },
  {
    id: 'cases',
    type: 'number',
    label: {
      fr: 'Combien de personnes touchées, dans cette déclaration ?',
      en: 'How many people affected, in this report?',
    },
    min: 1,
    max: 200,
    relevance: includes('situations', 'infection'),
  },
  {
    id: 'disease',
    type: 'single',
    label: { fr: 'La maladie est', en: 'The disease is' },
    choices: [
      { code: 'e-do', label: { fr: 'le VIH ou la tuberculose', en: 'HIV or tuberculosis' } },
      { code: 'other', label: { fr: 'une autre de la liste', en: 'another of the list' } },
    ],
    relevance: includes('situations', 'notifiable'),
  },
  {
    id: 'device-severe',
    type: 'single',
    label: {
      fr: 'L’incident du dispositif médical est-il grave, ou aurait-il pu l’être ?',
      en: 'Is the device incident severe, or could it have been?',
    },
    choices: YES_NO,
    relevance: includes('situations', 'device'),
  },
]

/** The few questions that decide who must be told, asked at the triage, after the event is safe. */
export const ROUTING_FORM: Form = {
  id: 'event-routing',
  version: 1,
  kind: 'adverse-event',
  code: 'EI-R',
  title: { fr: 'Qui prévenir ?', en: 'Who must be told?' },
  unit: 'event',
  source: {
    fr: 'Questions du produit, d’après les textes cités dans le tableau. À vérifier.',
    en: 'Questions of the product, from the texts quoted in the table. To be verified.',
  },
  sections: [
    {
      id: 'routing',
      title: { fr: 'Qui prévenir ?', en: 'Who must be told?' },
      questions: QUESTIONS,
    },
  ],
}
