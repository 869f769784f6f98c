import type { Text } from '../shared/text.ts'
import type { ScaleCode, ScaleName } from './form.ts'

/** Words of the answers of a scale: one home for screens and reports. */
export const SCALE_TEXTS: Record<ScaleCode, Text> = {
  yes: { fr: 'Oui', en: 'Yes' },
  partial: { fr: 'En partie', en: 'Partly' },
  no: { fr: 'Non', en: 'No' },
  na: { fr: 'Non applicable', en: 'Not applicable' },
  '1': { fr: 'Pas atteint', en: 'Not met' },
  '2': { fr: 'Plutôt pas', en: 'Rather not' },
  '3': { fr: 'Plutôt oui', en: 'Rather yes' },
  '4': { fr: 'Atteint', en: 'Met' },
  star: { fr: 'Optimisé', en: 'Beyond' },
  nc: { fr: 'Non concerné', en: 'Not concerned' },
  ri: { fr: 'Réponse inadaptée', en: 'No usable answer' },
}

/** How a scale counts, to be printed below every figure it gives (R-AUD-1, R-TRA-3). */
export const SCALE_RULES: Record<ScaleName, Text> = {
  'yes-no-na': {
    fr: 'Taux = oui sur oui plus non. « Non applicable » n’entre dans aucun des deux comptes.',
    en: 'Rate = yes over yes plus no. “Not applicable” enters neither count.',
  },
  'yes-partial-no-na': {
    fr: '« En partie » compte pour la moitié dans le taux de conformité. « Non applicable » n’entre dans aucun des deux comptes.',
    en: '“Partly” counts half in the conformity rate. “Not applicable” enters neither count.',
  },
  has: {
    fr: 'Moyenne de 1 à 4. « Optimisé » compte pour 4. « Non concerné » et « réponse inadaptée » n’entrent pas dans la moyenne.',
    en: 'Mean from 1 to 4. “Beyond” counts as 4. “Not concerned” and “no usable answer” stay out of the mean.',
  },
}
