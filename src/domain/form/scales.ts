import type { Json } from '../shared/json.ts'
import type { Text } from '../shared/text.ts'

/**
 * What an answer says of a criterion, whatever its words: it gives the tone, what calls for an
 * action, and what « tout conforme » and « tout non applicable » write.
 */
export type Reading = 'met' | 'partly' | 'unmet' | 'not-applicable' | 'not-seen'

export interface ScaleStep {
  /** Stored as the answer; unique in its scale. */
  readonly code: string
  readonly label: Text
  /** Where the field knows the answer by a sign: « 4 », « NC ». */
  readonly sign?: string
  readonly reading: Reading
  /** 0 to 1 on a scale that counts as a rate, points else; none when it leaves the score. */
  readonly worth?: number
}

/** The answers of a criterion, in the order they are drawn, and how they count. */
export interface Scale {
  /** `rate`: a share of what is conform, 0 to 1. `mean`: a mean of points, never mixed with rates. */
  readonly counts: 'rate' | 'mean'
  readonly steps: readonly ScaleStep[]
  /** Printed below every figure the scale gives. */
  readonly rule?: Text
}

const YES: ScaleStep = {
  code: 'yes',
  label: { fr: 'Oui', en: 'Yes' },
  reading: 'met',
  worth: 1,
}
const NO: ScaleStep = { code: 'no', label: { fr: 'Non', en: 'No' }, reading: 'unmet', worth: 0 }
const NOT_APPLICABLE: ScaleStep = {
  code: 'na',
  label: { fr: 'Non applicable', en: 'Not applicable' },
  reading: 'not-applicable',
}

/** Scales met in the field, by the name a criterion gives; « En partie » counts half (R-AUD-2). */
export const SCALES = {
  'yes-no-na': {
    counts: 'rate',
    steps: [YES, NO, NOT_APPLICABLE],
    rule: {
      fr: 'Taux = oui sur oui plus non. « Non applicable » n’entre dans aucun des deux comptes.',
      en: 'Rate = yes over yes plus no. “Not applicable” enters neither count.',
    },
  },
  'yes-partial-no-na': {
    counts: 'rate',
    steps: [
      YES,
      {
        code: 'partial',
        label: { fr: 'En partie', en: 'Partly' },
        reading: 'partly',
        worth: 0.5,
      },
      NO,
      NOT_APPLICABLE,
    ],
    rule: {
      fr: '« En partie » compte pour la moitié dans le taux de conformité. « Non applicable » n’entre dans aucun des deux comptes.',
      en: '“Partly” counts half in the conformity rate. “Not applicable” enters neither count.',
    },
  },
  conform: {
    counts: 'rate',
    steps: [
      {
        code: 'conform',
        label: { fr: 'Conforme', en: 'Conform' },
        reading: 'met',
        worth: 1,
      },
      {
        code: 'not-conform',
        label: { fr: 'Non conforme', en: 'Not conform' },
        reading: 'unmet',
        worth: 0,
      },
      {
        code: 'not-observed',
        label: { fr: 'Non observé', en: 'Not observed' },
        reading: 'not-seen',
      },
      NOT_APPLICABLE,
    ],
    rule: {
      fr: 'Taux = conforme sur conforme plus non conforme. « Non observé » et « Non applicable » n’entrent dans aucun des deux comptes.',
      en: 'Rate = conform over conform plus not conform. “Not observed” and “Not applicable” enter neither count.',
    },
  },
  has: {
    counts: 'mean',
    steps: [
      hasStep('1', '1', { fr: 'Pas atteint', en: 'Not met' }, 'unmet', 1),
      hasStep('2', '2', { fr: 'Plutôt pas', en: 'Rather not' }, 'partly', 2),
      hasStep('3', '3', { fr: 'Plutôt oui', en: 'Rather yes' }, 'partly', 3),
      hasStep('4', '4', { fr: 'Atteint', en: 'Met' }, 'met', 4),
      hasStep('star', '*', { fr: 'Optimisé', en: 'Beyond' }, 'met', 4),
      hasStep('nc', 'NC', { fr: 'Non concerné', en: 'Not concerned' }, 'not-applicable'),
      hasStep('ri', 'RI', { fr: 'Réponse inadaptée', en: 'No usable answer' }, 'not-seen'),
    ],
    rule: {
      fr: 'Moyenne de 1 à 4. « Optimisé » compte pour 4. « Non concerné » et « réponse inadaptée » n’entrent pas dans la moyenne.',
      en: 'Mean from 1 to 4. “Beyond” counts as 4. “Not concerned” and “no usable answer” stay out of the mean.',
    },
  },
} as const satisfies Record<string, Scale>

export type ScaleName = keyof typeof SCALES

/** A scale by its name, or the one the criterion carries. */
export function scaleOf({ scale }: { readonly scale: ScaleName | Scale }): Scale {
  return typeof scale === 'string' ? SCALES[scale] : scale
}

/** What an answer means on the scale of its criterion; undefined for none, or one it does not know. */
export function stepOf(
  criterion: { readonly scale: ScaleName | Scale },
  answer: Json | undefined,
): ScaleStep | undefined {
  return scaleOf(criterion).steps.find(({ code }) => code === answer)
}

/** The first step of a scale that reads so: what a bulk answer writes. */
export function stepReading(
  criterion: { readonly scale: ScaleName | Scale },
  reading: Reading,
): ScaleStep | undefined {
  return scaleOf(criterion).steps.find((step) => step.reading === reading)
}

function hasStep(code: string, sign: string, label: Text, reading: Reading, worth?: number) {
  return { code, sign, label, reading, ...(worth === undefined ? {} : { worth }) }
}
