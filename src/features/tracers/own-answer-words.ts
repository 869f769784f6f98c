import type { Helper, OwnAnswer } from '#domain/tracer/own-answers.ts'

/** Keys of the words of each answer, the same before the person and before the officer. */
export const OWN_ANSWER_WORDS = {
  yes: 'ownYes',
  'so-so': 'ownSoSo',
  no: 'ownNo',
  unknown: 'ownUnknown',
  declined: 'ownDeclined',
} as const satisfies Record<OwnAnswer, string>

export const HELPER_WORDS = {
  alone: 'helperAlone',
  relative: 'helperRelative',
  'trusted-person': 'helperTrusted',
  professional: 'helperProfessional',
} as const satisfies Record<Helper, string>
