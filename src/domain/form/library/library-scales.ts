import type { Scale } from '../scales.ts'

/** Scales that only some grids of the library use; each criterion carries its own. */

const NOT_APPLICABLE = {
  code: 'na',
  label: { fr: 'Non applicable', en: 'Not applicable' },
  reading: 'not-applicable',
} as const

/** « En place, en cours, à faire »: documents and organisation. Under way counts half (R-AUD-2). */
export const IN_PLACE: Scale = {
  counts: 'rate',
  steps: [
    { code: 'in-place', label: { fr: 'En place', en: 'In place' }, reading: 'met', worth: 1 },
    {
      code: 'under-way',
      label: { fr: 'En cours', en: 'Under way' },
      reading: 'partly',
      worth: 0.5,
    },
    { code: 'to-do', label: { fr: 'À faire', en: 'To do' }, reading: 'unmet', worth: 0 },
    NOT_APPLICABLE,
  ],
  rule: {
    fr: '« En cours » compte pour la moitié. « Non applicable » n’entre dans aucun des deux comptes.',
    en: '“Under way” counts half. “Not applicable” enters neither count.',
  },
}

/** How often something is so, 1 to 4: a mean of points, never a rate. */
export const FREQUENCY: Scale = {
  counts: 'mean',
  steps: [
    { code: '1', sign: '1', label: { fr: 'Jamais', en: 'Never' }, reading: 'unmet', worth: 1 },
    {
      code: '2',
      sign: '2',
      label: { fr: 'Parfois', en: 'Sometimes' },
      reading: 'partly',
      worth: 2,
    },
    { code: '3', sign: '3', label: { fr: 'Souvent', en: 'Often' }, reading: 'partly', worth: 3 },
    { code: '4', sign: '4', label: { fr: 'Toujours', en: 'Always' }, reading: 'met', worth: 4 },
    NOT_APPLICABLE,
  ],
  rule: {
    fr: 'Moyenne de 1 (jamais) à 4 (toujours). « Non applicable » n’entre pas dans la moyenne.',
    en: 'Mean from 1 (never) to 4 (always). “Not applicable” stays out of the mean.',
  },
}

/** Five levels of maturity, in the manner of the ANAP; their names are ours, to be verified. */
export const LEVELS: Scale = {
  counts: 'mean',
  steps: [
    { code: '1', sign: '1', label: { fr: 'Absent', en: 'Absent' }, reading: 'unmet', worth: 1 },
    { code: '2', sign: '2', label: { fr: 'Engagé', en: 'Begun' }, reading: 'unmet', worth: 2 },
    {
      code: '3',
      sign: '3',
      label: { fr: 'Organisé', en: 'Organised' },
      reading: 'partly',
      worth: 3,
    },
    { code: '4', sign: '4', label: { fr: 'Suivi', en: 'Followed' }, reading: 'met', worth: 4 },
    {
      code: '5',
      sign: '5',
      label: { fr: 'Exemplaire', en: 'Exemplary' },
      reading: 'met',
      worth: 5,
    },
    NOT_APPLICABLE,
  ],
  rule: {
    fr: 'Moyenne de 1 (absent) à 5 (exemplaire). « Non applicable » n’entre pas dans la moyenne.',
    en: 'Mean from 1 (absent) to 5 (exemplary). “Not applicable” stays out of the mean.',
  },
}
